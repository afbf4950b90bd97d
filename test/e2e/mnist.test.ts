import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { taskOf } from '../../src/cli/task-source.ts';
import { Repeat } from '../../src/core/experiment/repeat.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import { fromQuery } from '../../src/share/link.ts';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();

const asset = /\/mnist-[^/]*\.bin$/;
/** One epoch, measured before and after it. */
const tiny = 'task=mnist&act=relu&net=4&init=normal&epochs=1';

/** Counts downloads, each of them some 1.5 s late so that it can be watched. */
async function countDownloads(context: BrowserContext): Promise<() => number> {
  let count = 0;
  await context.route(asset, async (route) => {
    count++;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  return () => count;
}

/** The fingerprint of a link's run on MNIST as its idx files have it, in Node. */
function inNode(query: string): string {
  const module = new WebAssembly.Module(readFileSync('src/kernel/build/kernel.wasm'));
  const { experiment } = fromQuery(query);
  const run = new Repeat(experiment, taskOf('mnist'), (spec, data) => new WasmKernel(module, spec, data));
  let last = '';
  for (const event of run) if (typeof event === 'object' && 'fingerprint' in event) last = event.fingerprint;
  return last;
}

/** The layer list's row of a layer, as text. */
async function rowOf(page: Page, layer: string): Promise<string> {
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: `Look at ${layer}` }) });
  return (await row.textContent()) ?? '';
}

test('MNIST is chosen, loaded with its progress, and measured; a second visit downloads nothing', async () => {
  let downloads = (): number => 0;
  const page = await pages.open('epochs=1', {
    prepare: async (opened) => {
      downloads = await countDownloads(opened.context());
    },
  });
  await fingerprint(page);
  expect(downloads()).toBe(0);

  await page.getByRole('radio', { name: 'MNIST, 10 MB' }).check({ force: true });
  await page.getByText('MNIST, 784-16-8-4-2-10, ReLU, 8 bits, seed 1', { exact: true }).waitFor();
  const progress = page.getByRole('progressbar', { name: 'Loading MNIST' });
  await progress.waitFor();
  expect(await progress.getAttribute('aria-valuetext')).toMatch(/^Loading MNIST, \d+\.\d of 10\.\d MB$/);
  await progress.waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toContain('task=mnist');

  const epochs = page.getByRole('textbox', { name: 'Epochs', exact: true });
  await epochs.fill('1');
  await epochs.press('Enter');
  expect(await fingerprint(page)).toMatch(/\w/);
  await page.getByText('About this run').click();
  await page.getByText(/60,000 train, 10,000 test/).waitFor();
  await expect.poll(() => rowOf(page, 'T1')).toMatch(/1[56]\.\d\d/);
  expect(await rowOf(page, 'T5')).toMatch(/10softmax/);
  expect(downloads()).toBe(1);

  const again = await page.context().newPage();
  await again.goto(`${pages.address}?${tiny}`);
  const first = await fingerprint(again);
  await again.reload();
  expect(await fingerprint(again)).toBe(first);
  expect(first).toBe(inNode(tiny));
  expect(downloads()).toBe(1);
});

test('a damaged copy is fetched again', async () => {
  let downloads = (): number => 0;
  const page = await pages.open(tiny, {
    prepare: async (opened) => {
      downloads = await countDownloads(opened.context());
    },
  });
  const first = await fingerprint(page);
  const damaged = await page.evaluate(async () => {
    const cache = await caches.open('infoplane-data');
    const [key] = await cache.keys();
    if (!key) return false;
    await cache.put(key, new Response(new Uint8Array(1000)));
    return true;
  });
  expect(damaged).toBe(true);
  await page.reload();
  expect(await fingerprint(page)).toBe(first);
  expect(downloads()).toBe(2);
});

test('data that cannot be had is reported, and Run again tries once more', async () => {
  let attempts = 0;
  const page = await pages.open(tiny, {
    expected: /503|\.bin$/,
    prepare: (opened) =>
      opened.context().route(asset, (route) => {
        attempts++;
        return attempts === 1 ? route.fulfill({ status: 503 }) : route.continue();
      }),
  });
  const notice = page.getByRole('status').filter({ hasText: 'HTTP 503' });
  await notice.waitFor();
  expect(await notice.textContent()).toMatch(/task: MNIST could not be loaded.*Run again/);
  await page.getByRole('button', { name: 'Run again' }).first().click();
  expect(await fingerprint(page)).toMatch(/\w/);
});

test.each([
  [1440, 900, 'light'],
  [360, 740, 'dark'],
] as const)('axe finds nothing while MNIST is loaded, at %d x %d, %s', async (width, height, colorScheme) => {
  const page = await pages.open(tiny, {
    viewport: { width, height },
    colorScheme,
    expected: /\.bin$/,
    // It never comes.
    prepare: (opened) => opened.context().route(asset, () => undefined),
  });
  await page.getByRole('progressbar', { name: 'Loading MNIST' }).waitFor();
  if (width < 760) await page.getByRole('button', { name: 'Experiment', exact: true }).click();
  await page.getByText('About MNIST').click();
  // Longer than a worker may be silent.
  await page.waitForTimeout(4000);
  expect(await page.getByRole('progressbar', { name: 'Loading MNIST' }).isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);
});

test('loading ends when it is stopped, or when the 12-bit task is chosen again', async () => {
  const page = await pages.open('epochs=1', {
    expected: /\.bin$/,
    prepare: (opened) => opened.context().route(asset, () => undefined),
  });
  const first = await fingerprint(page);
  const progress = page.getByRole('progressbar', { name: 'Loading MNIST' });
  await page.getByRole('radio', { name: 'MNIST, 10 MB' }).check({ force: true });
  await progress.waitFor();
  await page.getByRole('button', { name: 'Stop training' }).click();
  await progress.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Run again' }).first().click();
  await progress.waitFor();
  await page.getByRole('radio', { name: '12-bit task' }).check({ force: true });
  await progress.waitFor({ state: 'detached' });
  const epochs = page.getByRole('textbox', { name: 'Epochs', exact: true });
  await epochs.fill('1');
  await epochs.press('Enter');
  await expect.poll(() => fingerprint(page)).toBe(first);
});

test('several workers download once', async () => {
  let downloads = (): number => 0;
  const page = await pages.open(`${tiny}&repeats=3`, {
    prepare: async (opened) => {
      downloads = await countDownloads(opened.context());
      await opened.addInitScript(() => {
        localStorage.setItem('infoplane-workers', '2');
      });
    },
  });
  expect(await fingerprint(page)).toMatch(/\w/);
  expect(downloads()).toBe(1);
});
