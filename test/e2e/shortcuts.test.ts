import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();
const list = (page: Page) => page.getByRole('dialog', { name: 'Keyboard' });

test('single keys change settings and view, but not while a text is typed', async () => {
  const page = await pages.open('epochs=200');
  await fingerprint(page);
  await page.keyboard.press('b');
  await expect.poll(() => new URL(page.url()).searchParams.get('bits')).toBe('7');
  await page.keyboard.press('Control+z');
  await expect.poll(() => new URL(page.url()).searchParams.get('bits')).toBe(null);
  await fingerprint(page);

  const slider = page.getByRole('slider', { name: 'Epoch' });
  await slider.press('End');
  await page.keyboard.press(',');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('epoch 196 of 200');
  await page.keyboard.press('.');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('epoch 200 of 200');

  await page.keyboard.press('u');
  const bins = page.getByRole('slider', { name: 'Number of bins' });
  await expect.poll(() => bins.getAttribute('aria-valuetext')).toBe('30 bins');
  await page.keyboard.press('[');
  await expect.poll(() => bins.getAttribute('aria-valuetext')).toBe('24 bins');

  const before = page.url();
  const rate = page.getByRole('textbox', { name: 'Learning rate' });
  await rate.focus();
  await page.keyboard.press('b');
  await rate.press('Escape');
  expect(page.url()).toBe(before);
});

test('the list of keys opens by ?, is read by everyone, and single keys can be turned off', async () => {
  const page = await pages.open('epochs=200');
  await fingerprint(page);
  await page.keyboard.press('?');
  await list(page).getByRole('table', { name: 'Anywhere but in a field' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await list(page).getByRole('checkbox', { name: 'Single keys do this' }).press('Space');
  await page.keyboard.press('Escape');
  await list(page).waitFor({ state: 'hidden' });

  await page.reload();
  await fingerprint(page);
  await page.keyboard.press('b');
  await page.keyboard.press('?');
  await page.waitForTimeout(400);
  expect(new URL(page.url()).searchParams.get('bits')).toBe(null);
  expect(await list(page).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Keys' }).click();
  await list(page).getByRole('checkbox', { name: 'Single keys do this' }).check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await expect.poll(() => new URL(page.url()).searchParams.get('bits')).toBe('7');
});
