import type { Locator, Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { idxFile } from '../core/tasks/idx-file.ts';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Tasks' });
const query = (page: Page): string => new URL(page.url()).search;
const sentence = (page: Page): Locator => page.locator('header .sentence');
const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

const flowers = file(
  'flowers.csv',
  `long,wide,kind\n${Array.from({ length: 60 }, (_, s) => `${(s * 7) % 23},${((s * 5) % 17) / 10},${'abc'[s % 3]}`).join('\n')}\n`,
);
const many = file(
  'many.csv',
  `u,v,y\n${Array.from({ length: 500 }, (_, s) => `${Math.sin(s)},${Math.cos(2 * s)},${s % 2}`).join('\n')}\n`,
);
const images = (count: number) =>
  idxFile(
    [count, 6, 6],
    Uint8Array.from({ length: count * 36 }, (_, i) => (i * i * 31) % 256),
  );
const labels = (count: number) =>
  idxFile(
    [count],
    Uint8Array.from({ length: count }, (_, i) => i % 4),
  );
const four = [
  file('train-images-idx3-ubyte.gz', gzipSync(images(80))),
  file('train-labels-idx1-ubyte', labels(80)),
  file('t10k-images-idx3-ubyte', images(40)),
  file('t10k-labels-idx1-ubyte.gz', gzipSync(labels(40))),
];

async function choose(page: Page, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  if (!(await dialog(page).isVisible())) await page.getByRole('button', { name: 'More tasks' }).click();
  await dialog(page)
    .getByLabel(/Choose files/)
    .setInputFiles(files);
}

test('samples are looked at, trained on, and in the link: another device needs no file', async () => {
  const page = await pages.open('epochs=30&net=4');
  const before = await fingerprint(page);
  await choose(page, file('bad.csv', 'a,b,y\n1,2,0\n3,x,1\n'));
  await dialog(page).getByText('row 3, column 2 (b): "x" is no number.').waitFor();
  expect(await dialog(page).getByRole('button', { name: 'Train on these' }).count()).toBe(0);
  await choose(page, flowers);
  await dialog(page).getByText('60 samples, 2 features, 3 classes. H(X) = ').waitFor();
  expect(await violations(page)).toEqual([]);
  // Nothing has been lost so far.
  expect(await fingerprint(page)).toBe(before);
  expect(query(page)).toBe('?epochs=30&net=4');
  await dialog(page).getByRole('combobox', { name: 'Column with the class' }).selectOption('wide');
  await dialog(page).getByText('column 2 (wide): 17 classes, where there can be 2 to 16.').waitFor();
  await dialog(page).getByRole('combobox', { name: 'Column with the class' }).selectOption('kind');
  await dialog(page).getByRole('button', { name: 'Train on these' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
  await expect.poll(() => query(page)).toMatch(/^\?v=1&task=scaled-60-2-3-[0-9a-f]{16}:[\w-]+$/);
  await expect.poll(() => sentence(page).textContent()).toMatch(/^Own samples: 60 × 2, 3 classes, 2-10-7/);
  const link = `${query(page).slice(1)}&epochs=20`;
  const here = await pages.open(link);
  const elsewhere = await pages.open(link);
  expect(await fingerprint(elsewhere)).toBe(await fingerprint(here));
});

test('many samples are kept on the device; elsewhere the page asks for their file and runs the same', async () => {
  const page = await pages.open('epochs=20');
  await choose(page, many);
  await dialog(page)
    .getByText(/They are kept on this device/)
    .waitFor();
  await dialog(page).getByRole('button', { name: 'Train on these' }).click();
  await expect.poll(() => query(page)).toMatch(/^\?v=1&task=samples-500-2-2-[0-9a-f]{16}$/);
  const address = `${pages.address}${query(page)}&epochs=20`;
  await page.waitForTimeout(1500); // What the page still loads is not cut off.
  await page.goto(address);
  const result = await fingerprint(page);

  const other = await pages.open(address.split('?')[1]);
  await other.getByText(/is not on this device\. Choose its file below Task/).waitFor();
  const input = other.getByLabel('Choose the file, or drop it here');
  await input.setInputFiles(flowers);
  await other.getByText('this is other data than that of the link.').waitFor();
  expect(await violations(other)).toEqual([]);
  await input.setInputFiles(many);
  expect(await fingerprint(other)).toBe(result);
  expect(await input.count()).toBe(0);
});

test('four idx files are a data set of images', async () => {
  const page = await pages.open('epochs=20');
  await choose(page, four.slice(1));
  await dialog(page)
    .getByText(/a data set is two files of images and two of labels/)
    .waitFor();
  await choose(page, four);
  await dialog(page).getByText('80 training and 40 test images of 6 × 6, 4 classes.').waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Train on these' }).click();
  await expect.poll(() => query(page)).toMatch(/^\?v=1&task=images-80-40-6x6-4-[0-9a-f]{16}&act=relu/);
  await page.waitForTimeout(1500); // What the page still loads is not cut off.
  await page.goto(`${pages.address}${query(page)}`.replace('epochs=3000', 'epochs=5'));
  expect(await fingerprint(page)).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/);
  await page.waitForLoadState('networkidle'); // The run ends before the page has loaded what comes last.
});

test('a file of samples that is dropped on the page is sent to where it belongs, and nothing changes', async () => {
  const page = await pages.open('epochs=20');
  const before = await fingerprint(page);
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['1,2\n3,4\n'], 'mine.csv'));
    return data;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.getByText(/“mine.csv” is no file of a run\. To train on own samples/).waitFor();
  expect(await fingerprint(page)).toBe(before);
  await page.getByRole('button', { name: 'More tasks' }).click();
  await page.dispatchEvent('.file-choice', 'drop', { dataTransfer: transfer });
  await dialog(page).getByText('2 samples, 1 features, 2 classes.', { exact: false }).waitFor();
});

test('label noise bounds the plane at I(X;Y), and is chosen with the data', async () => {
  const page = await pages.open('task=parity-4&epochs=20');
  await fingerprint(page);
  await page.getByText('Train and test', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Label noise' }).selectOption('1/8');
  await expect.poll(() => query(page)).toContain('noise=1/8');
  await expect.poll(() => sentence(page).textContent()).toMatch(/^Parity of 4 bits with noise 1\/8/);
  await page.getByText(/With probability 1\/8 a label is seen as another class/).waitFor();
  await fingerprint(page);
  expect(await violations(page)).toEqual([]);
});

test.for(['light', 'dark'] as const)(
  'on a phone, %s, what was found fits and axe finds nothing',
  async (colorScheme) => {
    const page = await pages.open('epochs=20', {
      colorScheme,
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.getByRole('button', { name: 'Experiment', exact: true }).tap();
    await choose(page, flowers);
    await dialog(page).getByRole('button', { name: 'Train on these' }).scrollIntoViewIfNeeded();
    expect(await dialog(page).evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
    expect(await violations(page)).toEqual([]);
  },
);
