import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();

/** Both numbers of each layer, as the list shows them. */
async function numbers(page: Page): Promise<string[]> {
  const cells = page.getByRole('table', { name: /^Layers, with both values/ }).locator('tbody td.num');
  return cells.allTextContents();
}

const choice = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true });

test('training or test samples change what is counted, its limits and the numbers, and not the run', async () => {
  const page = await pages.open('epochs=60', { reducedMotion: 'reduce' });
  const first = await fingerprint(page);
  const address = page.url();
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  await expect.poll(() => numbers(page)).not.toContain('–');
  const counted = await numbers(page);
  expect(counted[0]).toBe('12.00');

  await choice(page, 'Ruler').selectOption({ label: 'counted, test samples' });
  // A layer that gives every input its own code has I(X;T) = H(X), which is log2 820 here.
  await expect.poll(async () => (await numbers(page))[0], { timeout: 30_000 }).toBe('9.68');
  const note = page.locator('.ruler-note');
  await expect.poll(() => note.textContent()).toContain('H(X) is 9.679 bits');
  expect(await note.textContent()).toContain('820 test samples');
  const grid = await numbers(page);
  await page.getByRole('radio', { name: 'exact', exact: true }).check({ force: true });
  await expect.poll(() => choice(page, 'Ruler').inputValue()).toBe('test');
  await expect.poll(async () => (await numbers(page)).slice(0, 10)).toEqual(grid.slice(0, 10));
  expect(await violations(page)).toEqual([]);

  await choice(page, 'Samples').selectOption('train');
  await expect.poll(async () => (await numbers(page))[0], { timeout: 30_000 }).toBe('11.68');
  await choice(page, 'Ruler').selectOption({ label: 'bins of equal width' });
  expect(await choice(page, 'Samples').inputValue()).toBe('train');
  await expect.poll(() => note.textContent(), { timeout: 30_000 }).toContain('3,276 training samples');
  await choice(page, 'Ruler').selectOption({ label: 'counted exactly' });
  await page.getByRole('radio', { name: /grid/ }).check({ force: true });
  await expect.poll(() => numbers(page)).toEqual(counted);
  expect(page.url()).toBe(address);
  expect(await fingerprint(page)).toBe(first);
});

test('what I(T;Y) would be by chance is drawn when it is asked for, and says which layers lie within it', async () => {
  const page = await pages.open('epochs=40&net=6-2', { reducedMotion: 'reduce' });
  const first = await fingerprint(page);
  await page.getByRole('slider', { name: 'Epoch' }).press('Home');
  await page.getByRole('checkbox', { name: /^by chance/ }).check();
  const note = page.locator('.chance-note');
  await expect.poll(() => note.textContent(), { timeout: 30_000 }).toContain('200 random orders');
  await expect
    .poll(() => note.textContent(), { timeout: 30_000 })
    .toMatch(/(Within|Above) the band at epoch 0/);
  await expect.poll(() => page.locator('svg text', { hasText: 'T2 by chance' }).count()).toBe(1);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('checkbox', { name: /^by chance/ }).uncheck();
  await expect.poll(() => page.locator('svg text', { hasText: 'by chance' }).count()).toBe(0);
  expect(await fingerprint(page)).toBe(first);
});

test('a ruler whose values break a bound is flagged on the plane, with a list', async () => {
  const page = await pages.open('act=relu&bits=float&epochs=120', { reducedMotion: 'reduce' });
  await fingerprint(page);
  expect(await page.locator('.plane-flags').count()).toBe(0);
  await choice(page, 'Ruler').selectOption({ label: 'bins of equal width' });
  const flag = page.locator('.plane-flags summary');
  await expect.poll(() => flag.textContent(), { timeout: 30_000 }).toMatch(/^breaks \d+ bounds?$/);
  await flag.click();
  const list = page.getByRole('region', { name: 'What the values break' });
  await expect
    .poll(() => list.textContent())
    .toMatch(/above I\(.*: in \d+ of \d+ measurements, by \d+\.\d+ bits at most, at epoch \d+/);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await list.isVisible()).toBe(false);
});
