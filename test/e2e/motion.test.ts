import { expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { fingerprint, trainedBeyond } from './transport.ts';

const pages = usePages();

test('who wants less motion gets none: the view follows the training, and nothing is animated', async () => {
  const page = await pages.open('epochs=100000', { reducedMotion: 'reduce' });
  await trainedBeyond(page, 50);
  expect(await page.getByRole('combobox', { name: 'Run shown in' }).inputValue()).toBe('live');
  const animated = (): Promise<string[]> =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
        .map((animation) =>
          animation instanceof CSSTransition ? animation.transitionProperty : animation.id,
        ),
    );
  expect(await animated()).toEqual([]);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: /^Theme/ }).click();
  expect(await animated()).toEqual([]);
});

test('with motion the view moves on by itself to the end of the run', async () => {
  const page = await pages.open('epochs=200');
  await page.getByRole('combobox', { name: 'Run shown in' }).selectOption('5');
  await fingerprint(page);
  const slider = page.getByRole('slider', { name: 'Epoch' });
  await expect
    .poll(() => slider.getAttribute('aria-valuetext'), { timeout: 20_000 })
    .toBe('epoch 200 of 200');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
});
