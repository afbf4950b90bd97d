import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parseRuns } from '../../src/share/runs-file.ts';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';

const pages = usePages();

async function openExports(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('heading', { name: 'Export, or open a file' }).waitFor();
}

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer; text: string }> {
  const coming: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const download = await coming;
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

/** Drops a file on the page, as from a folder. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name, { type: 'application/json' }));
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, text] as const,
  );
}

test('a run is saved as JSON and CSV, and dropped on another page it opens as the finished run it was', async () => {
  const page = await pages.open('epochs=60&act=relu');
  const name = await fingerprint(page);
  await openExports(page);
  const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const json = await saved(page, 'JSON');
  expect(json.name).toBe(`infoplane-${name.replaceAll(' ', '')}.json`);
  const [run] = parseRuns(json.text);
  expect(run).toMatchObject({ fingerprint: name, experiment: { epochs: 60, act: ['relu'] } });
  const csv = await saved(page, 'CSV');
  // A head, and eight rows at each of 1 + 12 + 1 measurements: five hidden layers, the output twice.
  expect(csv.text.trim().split('\n')).toHaveLength(1 + 7 * 14);

  const other = await pages.open('epochs=5');
  await fingerprint(other);
  await drop(other, 'run.json', json.text);
  await expect.poll(() => fingerprint(other)).toBe(name);
  expect(new URL(other.url()).search).toBe('?v=1&act=relu&epochs=60');
  await other.getByText('is open. Repeats in it: 1 of 1').waitFor();
});

test('figures are saved with the link and the fingerprint in them', async () => {
  const page = await pages.open('epochs=30');
  const name = await fingerprint(page);
  await openExports(page);
  const svg = await saved(page, 'Information plane as SVG');
  expect(svg.text).toContain('<svg');
  expect(svg.text).toContain('epochs=30');
  expect(svg.text).toContain(name);
  expect(svg.text).toContain('T6');
  const png = await saved(page, 'Information plane as PNG');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.readUInt32BE(16)).toBe(1520);
  const chart = await saved(page, 'Accuracy as SVG');
  expect(chart.text).toContain('train');
});

test('several repeats are one file; a file of some of them opens without training the rest', async () => {
  const page = await pages.open('epochs=20&repeats=3');
  await openExports(page);
  await page.getByRole('button', { name: 'JSON, all 3 done' }).waitFor();
  const name = await fingerprint(page);
  const all = await saved(page, 'JSON, all 3 done');
  expect(parseRuns(all.text).map(({ repeat }) => repeat)).toEqual([1, 2, 3]);
  const means = await saved(page, 'CSV, means: mean-information.csv');
  expect(means.text.split('\n')[1]).toMatch(/^0,T1,exact,3,/);

  const other = await pages.open('epochs=5');
  await fingerprint(other);
  await openExports(other);
  await other.getByLabel('Choose a JSON file').setInputFiles({
    name: 'all.json',
    mimeType: 'application/json',
    buffer: all.bytes,
  });
  await expect.poll(() => fingerprint(other)).toBe(name);
});

test('a damaged file is refused with the reason, and the run on the page stays', async () => {
  const page = await pages.open('epochs=40');
  const name = await fingerprint(page);
  await openExports(page);
  const { text } = await saved(page, 'JSON');
  await page.keyboard.press('Escape');
  for (const [damaged, reason] of [
    [text.replace(/"ixt": \[[\d.]+/, '"ixt": [3.5'), 'the file was changed or damaged'],
    [text.slice(0, 400), 'no JSON'],
    ['{"format": "other"}', '"infoplane-run" or "infoplane-runs"'],
    [text.replace(/"bits": 8/, '"bits": 4'), 'settings.bits'],
  ] as const) {
    expect(damaged).not.toBe(text);
    await drop(page, 'damaged.json', damaged);
    await page.getByText(reason).first().waitFor();
    expect(await page.getByText('Nothing on the page has changed').count()).toBe(1);
  }
  expect(await fingerprint(page)).toBe(name);
});
