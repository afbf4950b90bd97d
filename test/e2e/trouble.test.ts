import { expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';

const pages = usePages();

test('numbers that are no longer finite end the run, with the epoch and what to do', async () => {
  const page = await pages.open('act=linear&bits=float&opt=sgd&lr=10&epochs=200');
  const notice = page.getByRole('status').filter({ hasText: 'no longer a finite number' });
  await notice.waitFor();
  expect(await notice.textContent()).toMatch(/in epoch 1: the learning rate 10 is too large.*Lower it/);
  await page.getByText(/^Ended at epoch/).waitFor();
  // The next settings train as if nothing had been.
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption({ label: 'Adam' });
  const rate = page.getByRole('textbox', { name: 'Learning rate' });
  await rate.fill('0.0001');
  await rate.press('Enter');
  expect(await fingerprint(page)).toMatch(/\w/);
});

test('what was measured before the numbers went wrong stays on the page', async () => {
  const page = await pages.open('act=leakyrelu&opt=sgd&lr=10&epochs=200');
  await page.getByRole('status').filter({ hasText: 'no longer a finite number in epoch 176' }).waitFor();
  const slider = page.getByRole('slider', { name: 'Epoch' });
  await slider.press('End');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('epoch 171 of 200');
  await page.getByText('Numbers as a table').first().click();
  const rows = page.getByRole('table', { name: /^Both values in bits by epoch/ }).getByRole('row');
  // A row of names, epoch 0, and 1, 6, ..., 171.
  await expect.poll(() => rows.count()).toBe(37);
  expect(await page.getByLabel('Fingerprint', { exact: true }).count()).toBe(0);
});

test('a kernel that does not arrive is reported, and Run again tries once more', async () => {
  let attempts = 0;
  const page = await pages.open('epochs=200', {
    expected: /500|\.wasm$/,
    prepare: (opened) =>
      opened.context().route(/\.wasm$/, (route) => {
        attempts++;
        return attempts === 1 ? route.fulfill({ status: 500 }) : route.continue();
      }),
  });
  await page.getByRole('status').filter({ hasText: 'HTTP 500' }).waitFor();
  await page.getByRole('button', { name: 'Run again' }).first().click();
  expect(await fingerprint(page)).toMatch(/\w/);
});
