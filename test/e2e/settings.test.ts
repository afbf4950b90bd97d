import { expect, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { usePages } from './pages.ts';
import { fingerprint, trainedBeyond } from './transport.ts';

const pages = usePages();

test('another activation gives another result, and the one its link names', async () => {
  const page = await pages.open('epochs=200');
  const tanh = await fingerprint(page);
  await page.getByRole('radio', { name: 'ReLU', exact: true }).check({ force: true });
  await page.getByLabel('Fingerprint', { exact: true }).waitFor({ state: 'detached' });
  const relu = await fingerprint(page);
  expect(relu).not.toBe(tanh);
  expect(relu).toBe(recorded.runs['act=relu&epochs=200']);
  expect(new URL(page.url()).search).toBe('?v=1&act=relu&epochs=200');
});

test('other bits give another result, and the one their link names', async () => {
  const page = await pages.open('epochs=200');
  const eight = await fingerprint(page);
  await page.getByRole('slider', { name: 'Bits' }).press('Home');
  await page.getByLabel('Fingerprint', { exact: true }).waitFor({ state: 'detached' });
  const one = await fingerprint(page);
  expect(one).not.toBe(eight);
  expect(one).toBe(recorded.runs['bits=1&epochs=200']);
  expect(new URL(page.url()).search).toBe('?v=1&bits=1&epochs=200');
});

test('a change during a run wins over it', async () => {
  const page = await pages.open('epochs=100000&act=relu');
  await trainedBeyond(page, 50);
  const epochs = page.getByRole('textbox', { name: 'Epochs', exact: true });
  await epochs.fill('200');
  await epochs.press('Enter');
  expect(await fingerprint(page)).toBe(recorded.runs['act=relu&epochs=200']);
});

test('activation and bits changed again and again during a run: the last of them is what is trained', async () => {
  const page = await pages.open('epochs=100000');
  await trainedBeyond(page, 50);
  await page.getByRole('radio', { name: 'ReLU', exact: true }).check({ force: true });
  await trainedBeyond(page, 20);
  const bits = page.getByRole('slider', { name: 'Bits' });
  for (let i = 0; i < 4; i++) {
    await bits.press('ArrowLeft');
    await page.waitForTimeout(100 * i);
  }
  await page.getByRole('radio', { name: 'GELU', exact: true }).check({ force: true });
  await page.getByRole('radio', { name: 'ReLU', exact: true }).check({ force: true });
  await page.getByText('12-bit task, 12-10-7-5-4-3-2, ReLU, 4 bits, seed 1', { exact: true }).waitFor();
  const epochs = page.getByRole('textbox', { name: 'Epochs', exact: true });
  await epochs.fill('200');
  expect(await fingerprint(page)).toBe(recorded.runs['act=relu&bits=4&epochs=200']);
  await expect.poll(() => page.workers().length).toBe(1);
});

test('a copied link gives the same run in another browser, and so does reloading', async () => {
  const page = await pages.open('epochs=200', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('combobox', { name: 'Other activations' }).selectOption({ label: 'softsign' });
  await page.getByRole('textbox', { name: 'Seed', exact: true }).fill('4294967295');
  await page.getByRole('textbox', { name: 'Seed', exact: true }).press('Enter');
  await page.waitForTimeout(500);
  const first = await fingerprint(page);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Copied.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${pages.address}?v=1&act=softsign&epochs=200&seed=4294967295&arithmetic=1`);
  expect(link.length).toBeLessThan(200);

  await page.reload();
  expect(await fingerprint(page)).toBe(first);
  const other = await pages.open(new URL(link).search.slice(1));
  expect(await fingerprint(other)).toBe(first);
});

test('how it is shown never changes what is trained', async () => {
  const page = await pages.open('act=relu&epochs=200');
  const first = await fingerprint(page);
  const address = page.url();
  await page.getByRole('radio', { name: 'layer', exact: true }).check({ force: true });
  await page.getByRole('radio', { name: 'exact', exact: true }).check({ force: true });
  await page.getByRole('combobox', { name: 'Scale of the epochs' }).selectOption('linear');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.waitForTimeout(300);
  expect(page.url()).toBe(address);
  expect(await fingerprint(page)).toBe(first);
});

test('a setting typed outside its bounds is clamped, with a message', async () => {
  const page = await pages.open('act=relu&epochs=200');
  const seed = page.getByRole('textbox', { name: 'Seed', exact: true });
  await seed.fill('99999999999');
  await seed.press('Enter');
  const notices = page.getByRole('status').filter({ hasText: 'Not all settings could be used' });
  await notices.waitFor();
  expect(await notices.textContent()).toContain('4294967295 is used instead');
  expect(await seed.inputValue()).toBe('4294967295');
});
