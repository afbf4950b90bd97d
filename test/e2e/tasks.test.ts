import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Tasks' });
const sentence = (page: Page): Locator => page.locator('header .sentence');
const query = (page: Page): string => new URL(page.url()).search;

test('a click on a picture trains its task, and the link has its name', async () => {
  const page = await pages.open('epochs=40');
  await fingerprint(page);
  await page.getByRole('button', { name: 'More tasks' }).click();
  await dialog(page)
    .getByRole('button', { name: /^Circle/ })
    .click();
  await dialog(page).waitFor({ state: 'hidden' });
  expect(query(page)).toBe('?v=1&task=circle');
  await expect
    .poll(() => sentence(page).textContent())
    .toBe('Circle on the square, 2-10-7-5-4-3-2, tanh, 8 bits, seed 1');
  await page.goto(`${pages.address}?task=circle&epochs=40`);
  expect(await fingerprint(page)).toBe(recorded.runs['task=circle&epochs=40']);
});

test('by keyboard an expression is typed, wrong ones are refused where they go wrong, and the right one is trained', async () => {
  const page = await pages.open('epochs=20');
  await fingerprint(page);
  await page.getByRole('button', { name: 'More tasks' }).press('Enter');
  const kind = dialog(page).getByRole('radio', { name: /^Expression/ });
  await kind.focus();
  await page.keyboard.press('Space');
  const field = dialog(page).getByRole('textbox', { name: 'Expression' });
  const use = dialog(page).getByRole('button', { name: 'Train on this' });
  await field.fill('x1 & (x2 |');
  await dialog(page).getByText('At character 11 one of these should stand: x1...x16 ! (').waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await use.isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await field.fill('x1 & (x2 | !x3) ^ x4');
  await dialog(page)
    .getByText('4 inputs, 16 samples, 8 of them 1. H(X) = 4 bits, H(Y) = 1.000 bits.')
    .waitFor();
  await field.press('Enter');
  await dialog(page).waitFor({ state: 'hidden' });
  expect(query(page)).toBe('?v=1&task=expr:x1%26(x2%7C!x3)%5Ex4');
  await expect.poll(() => sentence(page).textContent()).toMatch(/^x1 & \(x2 \| !x3\) \^ x4, 4-10-7-5-4-3-2/);
  await page.getByRole('button', { name: 'More tasks' }).click();
  expect(await dialog(page).getByRole('textbox', { name: 'Expression' }).inputValue()).toBe(
    'x1 & (x2 | !x3) ^ x4',
  );
});

test.for(['light', 'dark'] as const)(
  'on a phone, %s, the dialog fits and axe finds nothing',
  async (theme) => {
    const page = await pages.open('task=parity-4&epochs=100', { ...phone, colorScheme: theme });
    expect(await fingerprint(page)).toBe(recorded.runs['task=parity-4&epochs=100']);
    await page.getByRole('button', { name: 'Experiment', exact: true }).tap();
    await page.getByText('Parity of 4 bits', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'More tasks' }).tap();
    await dialog(page).getByText('4 inputs, 16 samples, 8 of them 1.', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    const [width, inside] = await dialog(page).evaluate((node) => [node.clientWidth, node.scrollWidth]);
    expect(inside).toBe(width);
  },
);

test('a function without anything to learn is drawn, with H(Y) = 0', async () => {
  const page = await pages.open('task=expr:x1*!x1&epochs=40', { reducedMotion: 'reduce' });
  await fingerprint(page);
  expect(await sentence(page).textContent()).toMatch(/^x1 & !x1, 2-10-7/);
  await page.getByRole('application', { name: /^Information plane/ }).waitFor();
});

test('a link with a bad task says what is allowed', async () => {
  const page = await pages.open('task=parity-99&epochs=20');
  await page.getByText(/“parity-99” is not written as parity-N, N = 2\.\.16/).waitFor();
  await expect.poll(() => sentence(page).textContent()).toMatch(/^12-bit task/);
});
