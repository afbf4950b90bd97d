import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { usePages } from './pages.ts';
import { button, fingerprint, press, trainedBeyond } from './transport.ts';

const pages = usePages();

/** Ways for a worker to be lost, as code that it runs. */
const ends = {
  'ends without a word': () => {
    self.close();
  },
  'never answers again': () => {
    setTimeout(() => {
      for (;;);
    });
  },
  'throws an error that nobody catches': () => {
    setTimeout(() => {
      throw new Error('lost on purpose');
    });
  },
} as const;
type End = keyof typeof ends;

/** Ends the worker that is training now. It may be gone before it can say that it has done so. */
async function lose(page: Page, how: End): Promise<void> {
  const worker = page.workers().at(-1);
  if (!worker) throw new Error('The page has no worker.');
  await Promise.race([worker.evaluate(ends[how]).catch(() => undefined), page.waitForTimeout(200)]);
}

/** Long enough to lose its worker on the way. */
const long = 'act=hardtanh&epochs=3000&every=log';
const onPurpose = /lost on purpose/;
const notice = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

test.for(Object.keys(ends) as End[])(
  'a worker that %s is replaced, the page says so, and the run is the same',
  async (how) => {
    const page = await pages.open(long, { expected: onPurpose });
    await trainedBeyond(page, 100);
    await lose(page, how);
    const message = notice(page, 'was started again');
    await message.waitFor();
    expect(await message.textContent()).toMatch(
      /The worker stopped at epoch [\d,]+.*what was measured stays/,
    );
    expect(await fingerprint(page)).toBe(recorded.runs[long]);
    // A worker in an endless loop takes its time to end.
    await expect.poll(() => page.workers().length).toBe(1);
  },
);

test('a run that loses its worker twice ends with its epoch and what to do, and can be run again', async () => {
  const page = await pages.open('epochs=100000', { expected: onPurpose });
  await trainedBeyond(page, 100);
  await lose(page, 'throws an error that nobody catches');
  await notice(page, 'was started again').waitFor();
  await page.waitForTimeout(300);
  await lose(page, 'throws an error that nobody catches');
  const message = notice(page, 'stopped twice');
  await message.waitFor();
  expect(await message.textContent()).toMatch(/ended at epoch [\d,]+.*What was measured is kept.*reload/);
  const slider = page.getByRole('slider', { name: 'Epoch' });
  await slider.press('End');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^epoch [1-9]/);

  const epochs = page.getByRole('textbox', { name: 'Epochs', exact: true });
  await epochs.fill('200');
  await epochs.press('Enter');
  await page.getByRole('radio', { name: 'ReLU', exact: true }).check({ force: true });
  expect(await fingerprint(page)).toBe(recorded.runs['act=relu&epochs=200']);
});

test('a worker that is lost while training is held is replaced when training goes on', async () => {
  const page = await pages.open(long, { expected: onPurpose });
  await trainedBeyond(page, 100);
  await press(page, button.pause);
  await page.getByText(/^Training held/).waitFor();
  await lose(page, 'ends without a word');
  await press(page, button.play);
  await notice(page, 'was started again').waitFor();
  expect(await fingerprint(page)).toBe(recorded.runs[long]);
});
