import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();

/** Opens the page at the end of a finished run, and the sweep. */
async function opened(query: string, options: Parameters<typeof pages.open>[1] = {}): Promise<Page> {
  const page = await pages.open(query, { reducedMotion: 'reduce', ...options });
  await fingerprint(page);
  await page.getByRole('button', { name: 'Sweep', exact: true }).click();
  await sweep(page).getByRole('combobox', { name: 'Setting' }).waitFor();
  return page;
}

const sweep = (page: Page): Locator => page.getByRole('dialog', { name: 'Sweep over one setting' });
const values = (page: Page): Locator => sweep(page).getByRole('textbox', { name: 'Values' });
const planes = (page: Page): Locator => sweep(page).locator('.sweep-plane');
const names = (page: Page): Promise<string[]> =>
  sweep(page).locator('.sweep-table td.code').allTextContents();

/** Fills in the values, and waits for the end. */
async function swept(page: Page, text: string): Promise<void> {
  await values(page).fill(text);
  await sweep(page)
    .getByRole('button', { name: /^Start/ })
    .click();
  await sweep(page)
    .getByText(/^Done:/)
    .waitFor({ timeout: 60_000 });
}

/** The pixels of all planes, so that any change is seen. */
const pixels = (page: Page): Promise<string> =>
  sweep(page)
    .locator('.sweep-plane canvas')
    .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()).join());

test('a sweep over bits: planes, numbers, files, and each value opens as the run that it is', async () => {
  const page = await opened('net=4-3&epochs=200');
  const before = await fingerprint(page);
  await swept(page, '2..4,8,float');
  expect(await planes(page).count()).toBe(5);
  await expect.poll(async () => (await names(page)).every((name) => /^[0-9a-f ]{19}$/.test(name))).toBe(true);
  const found = await names(page);
  // The page's own run is among them, and is as it was.
  expect(found[3]).toBe(before);
  await expect
    .poll(() => planes(page).nth(0).getAttribute('aria-label'))
    .toMatch(/^2 bits at epoch 200: T1 I\(X;T\) [\d.]+, I\(T;Y\) [\d.]+; T2/);

  const end = await pixels(page);
  await sweep(page).getByRole('slider', { name: 'Epoch of all planes' }).press('Home');
  await expect.poll(() => planes(page).nth(0).getAttribute('aria-label')).toContain('at epoch 0');
  await expect.poll(async () => (await pixels(page)) === end).toBe(false);
  await sweep(page).getByRole('slider', { name: 'Epoch of all planes' }).press('End');
  await sweep(page).getByRole('button', { name: 'T2', exact: true }).click();
  await sweep(page).getByRole('combobox', { name: 'What came out, by' }).selectOption('testAccuracy');
  expect(await violations(page)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    sweep(page).getByRole('button', { name: 'Save the sweep as CSV' }).click(),
  ]);
  const csv = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\n');
  expect(csv).toHaveLength(1 + 5 * 4);
  expect(csv.filter((line) => line.includes(found[0] ?? '-'))).toHaveLength(4);
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    sweep(page).getByRole('button', { name: 'Save the sweep as SVG' }).click(),
  ]);
  expect(readFileSync(await picture.path(), 'utf8')).toMatch(/^<svg [\s\S]*float32[\s\S]*<\/svg>/);

  await sweep(page).getByRole('button', { name: 'Open 2 bits as a run' }).first().click();
  await expect.poll(() => sweep(page).isVisible()).toBe(false);
  await expect.poll(() => page.url()).toContain('bits=2');
  await expect.poll(() => fingerprint(page)).toBe(found[0]);
  // The link alone gives the same.
  const alone = await pages.open(new URL(page.url()).search.slice(1), { reducedMotion: 'reduce' });
  expect(await fingerprint(alone)).toBe(found[0]);
  await page.getByRole('button', { name: 'Sweep', exact: true }).click();
  expect(await names(page)).toEqual(found);
});

test('values that are none are named, and nothing starts', async () => {
  const page = await opened('net=4-3&epochs=20');
  await values(page).fill('0..2,many');
  await expect
    .poll(() => sweep(page).locator('.sweep-problems').textContent())
    .toMatch(/“0” is outside 1 to 16.*“many” is not in plain decimal notation/);
  expect(await sweep(page).getByRole('button', { name: 'Start' }).isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await sweep(page).getByRole('combobox', { name: 'Setting' }).selectOption('batch');
  await expect.poll(() => values(page).inputValue()).toBe('32..2048*2,full');
});

test('bins are swept over one run, whose codes vanish as they get fewer', async () => {
  const page = await opened('net=4-3&epochs=100&act=relu');
  await sweep(page).getByRole('combobox', { name: 'Setting' }).selectOption('bins');
  await swept(page, '2,4096');
  const [few, many] = await names(page);
  expect(few).toBe(many);
  await expect
    .poll(async () => {
      const cells = await sweep(page)
        .locator('.sweep-table tbody tr')
        .first()
        .locator('td')
        .allTextContents();
      return Number(cells[1]);
    })
    .toBeLessThan(6);
  await sweep(page).getByRole('button', { name: 'Open 2 bins as a run' }).first().click();
  // The page is at the same run, by that ruler.
  await expect.poll(() => page.getByRole('combobox', { name: 'Ruler' }).inputValue()).toBe('uniform');
  expect(await fingerprint(page)).toBe(few);
  expect(await violations(page)).toEqual([]);
});

test('keys alone: held, gone on with, stopped; it goes on while its dialog is closed', async () => {
  const page = await opened('epochs=300');
  await values(page).focus();
  await values(page).fill('1..6');
  await page.keyboard.press('Enter');
  await sweep(page).getByRole('button', { name: 'Hold the sweep' }).press('Enter');
  await sweep(page)
    .getByText(/^Held,/)
    .waitFor();
  await sweep(page).getByRole('button', { name: 'Go on with the sweep' }).press('Enter');
  await sweep(page).getByRole('button', { name: 'Stop the sweep' }).press('Enter');
  await sweep(page)
    .getByText(/^Stopped,/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await sweep(page).getByRole('button', { name: 'Go on with the sweep' }).press('Enter');
  await page.keyboard.press('Escape');
  const button = page.getByRole('button', { name: /^Sweep/ });
  await expect.poll(() => button.textContent()).toMatch(/^Sweep \d\/6$/);
  await expect.poll(() => button.textContent(), { timeout: 60_000 }).toBe('Sweep');
  await button.press('Enter');
  await sweep(page).getByText('Done: 6 values').waitFor();
});

test.for(['light', 'dark'] as const)('on a phone it fits, %s', async (colorScheme) => {
  const page = await opened('net=4-3&epochs=60', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme,
  });
  await swept(page, '2..4');
  expect(await planes(page).count()).toBe(3);
  expect(await violations(page)).toEqual([]);
  expect(await sweep(page).evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
