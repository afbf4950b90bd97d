import { expect, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();

test('a link with penalties gives the recorded run, and its fields show and change them', async () => {
  const page = await pages.open('act=relu&l1=0.0002&epochs=100');
  expect(await fingerprint(page)).toBe(recorded.runs['act=relu&l1=0.0002&epochs=100']);
  await page.getByText('Penalties on weights').click();
  const l1 = page.getByRole('textbox', { name: 'L1 penalty' });
  expect(await l1.inputValue()).toBe('0.0002');
  await l1.fill('0');
  await l1.press('Enter');
  const l2 = page.getByRole('textbox', { name: 'L2 penalty' });
  await l2.fill('0.0005');
  await l2.press('Enter');
  await page.getByRole('radio', { name: 'tanh', exact: true }).check({ force: true });
  await expect.poll(() => new URL(page.url()).search).toBe('?v=1&l2=0.0005&epochs=100');
  await expect.poll(() => fingerprint(page)).toBe(recorded.runs['l2=0.0005&epochs=100']);
});

test('gradients and weights open below the curves, follow the layer, and move the epoch', async () => {
  const page = await pages.open('epochs=300');
  await fingerprint(page);
  await page.getByText('Gradients and weights', { exact: true }).click();
  const gradient = page.getByRole('img', { name: /^Gradient of T\d over an epoch/ });
  await gradient.waitFor();
  const ratio = page.getByRole('img', { name: /^Signal to noise/ });
  await ratio.waitFor();
  await page.getByRole('img', { name: /^Weight norm by epoch/ }).waitFor();
  // An axis of decades, with its names.
  await expect.poll(() => gradient.locator('svg').first().textContent()).toContain('0.01');
  await page.getByLabel('Divide by the weight norm').check();
  await page.getByRole('img', { name: /by its weight norm/ }).waitFor();

  const slider = page.getByRole('slider', { name: 'Epoch' });
  await slider.press('End');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('epoch 300 of 300');
  await ratio.click();
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^epoch [1-9]\d? of 300$/);

  await page.locator('.ranges .table-fold > summary').last().click();
  const table = page.getByRole('region', { name: /^Signal to noise/ });
  expect(await table.getByRole('columnheader').allTextContents()).toEqual([
    ...['Epoch', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6'],
  ]);
  // Before training there is no gradient.
  expect(await table.getByRole('row').nth(1).textContent()).toBe('0––––––');
  expect(await violations(page)).toEqual([]);
});

test('full batches have no deviation, and the page says so instead of a ratio', async () => {
  const page = await pages.open('epochs=60&batch=full&lr=0.01');
  await fingerprint(page);
  await page.getByText('Gradients and weights', { exact: true }).click();
  await page.getByText('An epoch is one batch here').waitFor();
  expect(await page.getByRole('img', { name: /^Signal to noise/ }).count()).toBe(0);
});
