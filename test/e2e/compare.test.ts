import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();
const small = 'net=4-3&epochs=60&every=5';

const line = (page: Page): Locator => page.getByRole('group', { name: 'Compared run', exact: true });
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Compare two runs' });
const plane = (page: Page): Locator => page.getByRole('application', { name: 'Information plane' });

/** Opens a run at its end. */
async function opened(query: string, options: Parameters<typeof pages.open>[1] = {}): Promise<Page> {
  const page = await pages.open(query, { reducedMotion: 'reduce', ...options });
  await fingerprint(page);
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  return page;
}

/** Sets another number of bits, and waits for its run. */
async function withBits(page: Page, bits: number): Promise<void> {
  const before = await fingerprint(page);
  await page.getByRole('slider', { name: 'Bits' }).fill(String(bits));
  await expect.poll(() => fingerprint(page)).not.toBe(before);
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
}

/** What is dashed on the plane's front: the other run at the epoch that is looked at. */
const ghosts = (page: Page): Locator => page.locator('.plane-box svg [data-role="ghost"]');

test('a key pins the run, which stays behind the next one with its name, until the key lets go of it', async () => {
  const page = await opened(small);
  await plane(page).focus();
  await page.keyboard.press('p');
  await expect.poll(() => line(page).textContent()).toContain('Pinned: this run.');
  expect(await ghosts(page).count()).toBe(0);
  await withBits(page, 4);
  await expect.poll(() => line(page).textContent()).toContain('Compared with 8 bits');
  await expect.poll(() => ghosts(page).count()).toBeGreaterThanOrEqual(3);
  expect(await violations(page)).toEqual([]);
  await plane(page).focus();
  await page.keyboard.press('p');
  await expect.poll(() => line(page).count()).toBe(0);
  // It is drawn anew with the next frame.
  await expect.poll(() => ghosts(page).count()).toBe(0);
});

test('the differences have the settings, the outcomes and where the runs part, as a table and as CSV', async () => {
  const page = await opened(small);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await withBits(page, 4);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect
    .poll(() =>
      dialog(page).getByRole('region', { name: 'Settings that differ' }).getByRole('row').allTextContents(),
    )
    .toEqual(['SettingOn the pageCompared', 'Bits4 bits8 bits']);
  const outcomes = dialog(page).getByRole('region', { name: 'Outcomes of both runs' });
  // Three layers of eight numbers, two accuracies, the head.
  await expect.poll(() => outcomes.getByRole('row').count()).toBe(27);
  expect(
    await dialog(page)
      .getByText(/differ from/)
      .count(),
  ).toBe(1);
  expect(await violations(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toContain('setting,,bits,4,8,\n');
  expect(csv.match(/^outcome,1,ixtEnd,[\d.]+,[\d.]+,-?[\d.e-]+$/m)).not.toBeNull();
});

test('a second link is checked, trained behind the page, and drawn; the page’s own link stays', async () => {
  const page = await opened(small);
  const address = page.url();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await dialog(page)
    .getByRole('textbox', { name: 'Link to a run' })
    .fill(`https://example.org/infoplane/?v=1&${small}&act=relu&bits=99&colour=red`);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => dialog(page).getByRole('listitem').allTextContents())
    .toEqual([expect.stringContaining('bits: '), expect.stringContaining('colour: ')]);
  await expect
    .poll(() => dialog(page).getByRole('region', { name: 'Outcomes of both runs' }).count())
    .toBe(1);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => line(page).textContent()).toContain('Compared with ReLU and 16 bits');
  await expect.poll(() => ghosts(page).count()).toBeGreaterThanOrEqual(3);
  expect(page.url()).toBe(address);
});

test('two planes have the same axes and epoch, and what is pointed at on one stands out on the other', async () => {
  const page = await opened(small);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await withBits(page, 4);
  await line(page).getByRole('radio', { name: 'Two planes' }).check();
  const other = page.getByRole('img', { name: 'Information plane of the compared run: 8 bits' });
  await other.waitFor();
  await expect.poll(() => ghosts(page).count()).toBe(0);
  const ticks = (host: Locator): Promise<string[]> => host.locator('[data-role="tick"]').allTextContents();
  await expect.poll(() => ticks(other)).toEqual(await ticks(plane(page)));
  expect(await violations(page)).toEqual([]);

  await plane(page).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  const epochIn = (text: string | null): string | undefined => /T3 at epoch (\d+): /.exec(text ?? '')?.[1];
  const said = await page.locator('[aria-live="polite"]').filter({ hasText: 'at epoch' }).textContent();
  expect(Number(epochIn(said))).toBeLessThan(60);
  const caption = page.locator('.other-plane figcaption');
  await expect.poll(async () => epochIn(await caption.textContent())).toBe(epochIn(said));
  const seen = async (): Promise<number> =>
    other.locator('[data-role="point"]').evaluateAll((all) => all.filter((mark) => Number(mark.getAttribute('opacity') ?? 1) < 1).length); // prettier-ignore
  await expect.poll(seen).toBe(2);

  const places = (): Promise<string[]> =>
    other
      .locator('[data-role="point"]')
      .evaluateAll((all) => all.map((mark) => mark.getAttribute('d') ?? ''));
  const end = await places();
  await page.getByRole('slider', { name: 'Epoch' }).press('Home');
  await expect.poll(async () => (await places()).join() === end.join()).toBe(false);
});

test('a file has no checkpoints: by another ruler its plane says so, and stays empty', async () => {
  const page = await opened('net=4-3&epochs=30&every=5&bits=4');
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /JSON/ }).first().click(),
  ]);
  const file = {
    name: 'run.json',
    mimeType: 'application/json',
    buffer: await readFile(await download.path()),
  };
  await page.goto(page.url().replace('bits=4', 'bits=6').replace('epochs=30', 'epochs=60'));
  await page.keyboard.press('Escape');
  await fingerprint(page);
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await dialog(page).locator('input[type=file]').setInputFiles(file);
  await page.keyboard.press('Escape');
  await line(page).getByRole('radio', { name: 'Two planes' }).check();
  const other = page.locator('.other-plane');
  const points = other.locator('[data-role="point"]');
  await expect.poll(() => points.count()).toBeGreaterThan(0);
  await expect.poll(() => other.textContent()).toContain('at its own end, epoch 30');
  await page.keyboard.press('u');
  await expect.poll(() => other.textContent()).toContain('A run from a file cannot be measured');
  await expect.poll(() => points.count()).toBe(0);
});

test('the run behind is part of a saved figure, which names it', async () => {
  const page = await opened(small);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await withBits(page, 4);
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Information plane as SVG' }).click(),
  ]);
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).toContain('data-role="ghost"');
  expect(svg).toContain('dashed: 8 bits');
});

test.for(['light', 'dark'] as const)(
  'on a phone the planes stand one above the other, %s',
  async (colorScheme) => {
    const page = await opened(small, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      colorScheme,
    });
    await page.getByRole('button', { name: 'Compare', exact: true }).tap();
    await dialog(page).getByRole('button', { name: 'Pin the run on the page' }).tap();
    await dialog(page).getByRole('textbox', { name: 'Link to a run' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog(page).getByRole('textbox', { name: 'Link to a run' }).fill(`?${small}&act=relu`);
    await dialog(page).getByRole('button', { name: 'Train it behind the page' }).tap();
    await page.keyboard.press('Escape');
    await expect.poll(() => line(page).textContent()).toContain('Compared with ReLU');
    await line(page).getByRole('radio', { name: 'Two planes' }).check();
    const other = page.getByRole('img', { name: 'Information plane of the compared run: ReLU' });
    await expect.poll(async () => (await other.boundingBox())?.height ?? 0).toBeGreaterThan(250);
    const [above, below] = [await plane(page).boundingBox(), await other.boundingBox()];
    expect(below?.y ?? 0).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  },
);
