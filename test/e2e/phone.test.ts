import { expect, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

test('a finger changes how the run is seen, and the run stays', async () => {
  const page = await pages.open('act=relu&epochs=200', phone);
  const first = await fingerprint(page);
  const address = page.url();
  await page.getByRole('button', { name: 'How it is shown' }).tap();
  const sheet = page.getByRole('dialog', { name: 'How it is shown' });
  await sheet.getByRole('radio', { name: 'exact' }).tap();
  await sheet.getByRole('radio', { name: 'layer' }).tap();
  expect(await sheet.getByRole('radio', { name: 'exact' }).isChecked()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  expect(page.url()).toBe(address);
  expect(await fingerprint(page)).toBe(first);
});

test('a finger on the plane reads out a point', async () => {
  const page = await pages.open('act=relu&epochs=200', { ...phone, reducedMotion: 'reduce' });
  await fingerprint(page);
  const slider = page.getByRole('slider', { name: 'Epoch' });
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('epoch 200 of 200');
  const plane = page.getByRole('application', { name: /^Information plane/ });
  const box = await plane.boundingBox();
  if (!box) throw new Error('There is no plane.');
  const title = page.getByText(/^T\d, epoch \d+$/);
  // The layers near the end of their paths stand at the top right.
  for (let x = 0.7; x < 0.9 && !(await title.isVisible()); x += 0.02)
    await page.touchscreen.tap(box.x + x * box.width, box.y + 0.09 * box.height);
  expect(await title.isVisible()).toBe(true);
});

test('a finger sets the experiment in its tab, and the plane shows it', async () => {
  const page = await pages.open('epochs=200', phone);
  await fingerprint(page);
  await page.getByRole('button', { name: 'Experiment', exact: true }).tap();
  await page.getByRole('radio', { name: 'ReLU', exact: true }).tap();
  await page.getByRole('button', { name: 'Plane', exact: true }).tap();
  await expect.poll(() => fingerprint(page)).toBe(recorded.runs['act=relu&epochs=200']);
});

test('every target on a phone is at least 44 px high and wide', async () => {
  const page = await pages.open('act=relu&epochs=200', phone);
  await fingerprint(page);
  const small: string[] = [];
  for (const tab of ['Plane', 'Experiment', 'Curves', 'Layer']) {
    await page.getByRole('button', { name: tab, exact: true }).tap();
    const found = await page.evaluate(() => {
      const targets = [...document.querySelectorAll('button, select, summary, input')];
      return targets.flatMap((target) => {
        // A tick box is pressed by its label, too.
        const element = target.matches('[type=checkbox]') ? (target.closest('label') ?? target) : target;
        if (!element.checkVisibility()) return [];
        const { width, height } = element.getBoundingClientRect();
        if (width === 0 || (width >= 43.5 && height >= 43.5)) return [];
        const name = element.getAttribute('aria-label') ?? element.textContent;
        return [`${element.tagName.toLowerCase()} "${name}" ${width.toFixed(0)} x ${height.toFixed(0)}`];
      });
    });
    small.push(...found.map((what) => `${tab}: ${what}`));
  }
  expect(small).toEqual([]);
});
