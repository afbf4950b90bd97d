import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { button, fingerprint, press } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();

const dialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Presets: the study’s experiments, and beyond' });
const card = (page: Page): Locator => page.getByRole('region', { name: '12-bit task, 8 bits' });
const query = (page: Page): string => new URL(page.url()).search;

test('one click on a preset loads its settings and starts its repeats; a switch goes to the next variant', async () => {
  const page = await pages.open('epochs=200');
  await fingerprint(page);
  await press(page, 'Presets');
  await dialog(page).getByText('Beyond the study', { exact: true }).waitFor();
  expect(
    await dialog(page)
      .getByRole('button', { name: /Appendix|Main figure/ })
      .count(),
  ).toBe(8);
  await dialog(page)
    .getByRole('button', { name: /^12-bit task, 8 bits/ })
    .click();
  await dialog(page).waitFor({ state: 'hidden' });
  expect(query(page)).toBe('?v=1&zero=no&repeats=50');
  await page
    .getByText(/of 50 repeats/)
    .first()
    .waitFor();
  await card(page).getByText('What to look at').waitFor();
  expect(await card(page).getByRole('row', { name: /T5/ }).first().textContent()).toContain('11.97');
  await page.getByRole('radio', { name: 'ReLU', exact: true }).last().check({ force: true });
  await expect.poll(() => query(page)).toBe('?v=1&act=relu&zero=no&repeats=50');
  await press(page, button.stop);
  await press(page, 'Presets');
  await expect
    .poll(() =>
      dialog(page)
        .getByRole('button', { name: /on the page/ })
        .textContent(),
    )
    .toMatch(/about [\d.]+ (?:s|min|hours)/);
});

test('a link with the settings of a preset shows it, and what came out fills in as repeats end', async () => {
  const page = await pages.open('zero=no&repeats=2', { reducedMotion: 'reduce' });
  await card(page).getByText('The first of 2 repeats is on its way.').waitFor();
  await card(page).getByText('1 of 2 repeats').waitFor({ timeout: 60_000 });
  await card(page).getByText('One repeat is no verdict.').waitFor();
  await card(page).getByText('2 of 2 repeats', { exact: true }).waitFor({ timeout: 60_000 });
  await card(page)
    .getByText(/^By the page’s rule, with the 95% interval over 2 repeats/)
    .waitFor();
  const text = (await card(page).textContent()) ?? '';
  expect(text).toMatch(/T1\S*T3 cannot be judged/);
  // Study beside here: mean and deviation of both.
  expect(text).toMatch(/4\.4 ± 2\.6, source 1\d+\.\d\d ± \d+\.\d\d/);
  // Other settings are no preset.
  await page.getByRole('textbox', { name: 'Epochs', exact: true }).fill('100');
  await page.getByRole('textbox', { name: 'Epochs', exact: true }).press('Enter');
  await card(page).waitFor({ state: 'hidden' });
});

test('the presets are reached, chosen and left by keyboard alone', async () => {
  const page = await pages.open('epochs=200');
  await fingerprint(page);
  const open = page.getByRole('button', { name: 'Presets', exact: true });
  await open.focus();
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  expect(await open.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await dialog(page)
    .getByRole('button', { name: /^Random labels first/ })
    .focus();
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'hidden' });
  expect(query(page)).toBe('?v=1&prefit=1000&zero=no&repeats=20');
});

describe('axe finds nothing, and nothing has to be scrolled sideways', () => {
  test.for([
    [1440, 900, 'light'],
    [360, 740, 'dark'],
    [320, 640, 'light'],
  ] as const)('at %i x %i, %s', async ([width, height, colorScheme]) => {
    const page = await pages.open('zero=no', {
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
    });
    await press(page, 'Presets');
    await dialog(page).getByText('Beyond the study', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await fingerprint(page);
    for (const tab of ['Curves', 'Layer']) {
      const own = page.getByRole('button', { name: tab, exact: true });
      if (await own.isVisible()) await own.click();
      for (const fold of ['Ranges and levels', 'Samples in T5', 'The rule']) {
        const summary = page.getByText(fold, { exact: true });
        if (await summary.isVisible()) await summary.click();
      }
      await page.waitForTimeout(500);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

test('the samples of a layer of three units, and of the output, are shown by class', async () => {
  const page = await pages.open('epochs=200');
  await fingerprint(page);
  await page.getByText('Samples in T5').click();
  await page.getByRole('img', { name: /^Samples in T5 at epoch \d+,/ }).waitFor();
  const table = page.getByRole('table', { name: 'Mean output of each class' });
  await table.waitFor();
  expect(await table.getByRole('row').allTextContents()).toEqual([
    'ClassSamplesunit 1unit 2unit 3',
    expect.stringMatching(/^\s*01,978(?:−?\d+\.\d\d){3}$/),
    expect.stringMatching(/^\s*12,118(?:−?\d+\.\d\d){3}$/),
  ]);
  await press(page, 'Look at T6');
  await table.getByText('logit 2').waitFor();
  await press(page, 'Look at T4');
  await table.waitFor({ state: 'detached' });
});

test('ranges and levels by epoch are charts with a table; a float network has none', async () => {
  const page = await pages.open('epochs=200');
  await fingerprint(page);
  await page.getByText('Ranges and levels', { exact: true }).click();
  await page.getByRole('img', { name: /^Range of T5 by epoch/ }).waitFor();
  await page.getByRole('img', { name: /^Levels in use by epoch, of 256/ }).waitFor();
  await page.locator('.ranges').getByText('Numbers as a table').click();
  const table = page.getByRole('region', { name: 'Ranges and levels' });
  expect(await table.textContent()).toMatch(/−?\d+\.\d\d to \d+\.\d\d: \d+/);
  await page.goto(`${pages.address}?epochs=50&bits=float`);
  await fingerprint(page);
  await page.getByText('Ranges and levels', { exact: true }).click();
  await page.getByText('float32: nothing is quantized, so there are neither ranges nor levels.').waitFor();
});

test('any run is judged by the rule: in one repeat by its numbers alone', async () => {
  const page = await pages.open('epochs=4000&repeats=2');
  await page.getByText('Fitting and compression', { exact: true }).click();
  await page.getByText('Judged when a run is done.').waitFor();
  await page.getByText(/^By the page’s rule, with the 95% interval over 2 repeats/).waitFor();
  const table = page.getByRole('region', { name: 'End of fitting of each layer' });
  expect(await table.getByRole('row').count()).toBe(7);
  await page.goto(`${pages.address}?epochs=200`);
  await fingerprint(page);
  await page.getByText('Fitting and compression', { exact: true }).click();
  await page.getByText('One repeat is no verdict.').waitFor();
});

test('the rulers of the bins are laid over the run, drawn in turn, and each says what came down', async () => {
  const page = await pages.open('bits=float&zero=no&epochs=8000');
  await press(page, 'Presets');
  await dialog(page)
    .getByRole('button', { name: /^Bins over a float network/ })
    .click();
  await expect.poll(() => query(page)).toBe('?v=1&bits=float&zero=no&repeats=50');
  const repeats = page.getByRole('textbox', { name: 'Repeats', exact: true });
  await repeats.fill('1');
  await repeats.press('Enter');
  const table = page.getByRole('region', { name: 'What each ruler says' });
  await expect
    .poll(async () => (await table.count()) > 0 && !(await table.textContent())?.includes('…'), {
      timeout: 90_000,
    })
    .toBe(true);
  expect(await table.getByRole('columnheader').allTextContents()).toEqual([
    'Layer',
    '30 bins, run',
    '100 bins, run',
    '256 bins, run',
  ]);
  expect(await table.getByRole('row').last().textContent()).toMatch(/^T6(?:\d\.\d\d){3}$/);
  await page.getByRole('radio', { name: '256 bins, run' }).check({ force: true });
  await page.getByText(/^256 bins of equal width/).waitFor();
});
