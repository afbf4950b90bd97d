import { readFile } from 'node:fs/promises';
import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { usePages } from './pages.ts';
import { violations } from './violations.ts';

const pages = usePages();

/** Notes whatever of the browser's storage is asked for, in the page and its frames. */
function noteStorage(): void {
  const touched: string[] = [];
  Object.assign(window, { touched });
  for (const [kind, methods] of [
    [Storage, ['getItem', 'setItem', 'removeItem']],
    [CacheStorage, ['open', 'match', 'keys']],
    [LockManager, ['request']],
    [IDBFactory, ['open']],
    [ServiceWorkerContainer, ['register']],
  ] as const) {
    const own = kind.prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
    for (const method of methods) {
      const plain = own[method];
      own[method] = function (this: unknown, ...given) {
        touched.push(`${kind.name}.${method}`);
        return plain?.apply(this, given);
      };
    }
  }
}

/** The page around three planes, served beside them; it is in no build. */
async function openHost(): Promise<Page> {
  const html = await readFile(new URL('./embed-host.html', import.meta.url), 'utf8');
  return pages.open('', {
    path: 'embed-host.html',
    prepare: async (page) => {
      await page.addInitScript(noteStorage);
      await page.route('**/embed-host.html', (route) =>
        route.fulfill({ contentType: 'text/html', body: html }),
      );
    },
  });
}

const fingerprintIn = (frame: Frame): Promise<string> =>
  frame.getByLabel('Fingerprint').innerText({ timeout: 60_000 });

test('three planes on one page run by themselves, and leave each other and the page alone', async () => {
  const page = await openHost();
  const [, first, second, third] = page.frames();
  if (!first || !second || !third) throw new Error('There are not three frames.');

  // Read-only: plane, legend and playback, and the way to the whole page.
  expect(await fingerprintIn(first)).toMatch(/^[0-9a-f ]{19}$/);
  expect(await first.getByRole('radio').count()).toBe(0);
  const open = first.getByRole('link', { name: 'Open in full' });
  expect(await open.getAttribute('href')).toBe(`${pages.address}?v=1&epochs=300`);
  expect([await open.getAttribute('target'), await open.getAttribute('rel')]).toEqual(['_blank', 'noopener']);
  expect(await first.locator('.layer-chip').count()).toBe(6);

  // What is out of sight has not begun.
  expect(await third.locator('.status-training').innerText()).toContain('Starting');
  expect(await third.locator('.plane-waiting').count()).toBe(1);

  // Told heights leave nothing to scroll within.
  const inner = (frame: Frame): Promise<number> =>
    frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await expect.poll(async () => [await inner(first), await inner(second)]).toEqual([0, 0]);
  expect(await first.evaluate(() => innerHeight)).toBeGreaterThan(500);

  // One that may be edited: its settings are its own, and a wrong name is told.
  expect(await second.locator('.notice').innerText()).toContain('show: “plane” is none of title');
  expect(await second.locator('.status').count()).toBe(0);
  await second.locator('details.left > summary').click();
  await second.getByRole('radio', { name: 'tanh', exact: true }).check();
  await expect.poll(() => second.getByRole('heading', { level: 1 }).innerText()).toContain('tanh, 4 bits');
  expect(await first.getByRole('heading', { level: 1 }).innerText()).toContain('tanh, 8 bits');
  await page.getByLabel('Notes').focus();

  // The wheel is the page's.
  const box = await first.locator('.plane-host').boundingBox();
  if (!box) throw new Error('There is no plane.');
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(box.x + box.width / 2, 400);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
  expect(await first.getByRole('button', { name: 'Reset zoom' }).count()).toBe(0);

  await page.locator('iframe').last().scrollIntoViewIfNeeded();
  expect(await fingerprintIn(third)).toBe(recorded.runs['task=parity-4&epochs=100']);

  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.waitForTimeout(3500); // Later than what a whole page does once it is at rest.
  for (const frame of [first, second, third]) {
    expect(await frame.evaluate(() => (window as unknown as { touched: string[] }).touched)).toEqual([]);
  }
  // It would have been noticed.
  const noticed = await first.evaluate(() => {
    localStorage.getItem('a');
    return (window as unknown as { touched: string[] }).touched;
  });
  expect(noticed).toEqual(['Storage.getItem']);
  expect(await violations(page, 'wcag')).toEqual([]);
});

test('one that may be edited has its settings beside the plane, and leads to the whole page as the link shows it', async () => {
  const said = 'task=parity-4&epochs=100&at=96&layer=2&say=Look+here';
  const page = await pages.open(`${said}&embed=edit`, { viewport: { width: 900, height: 700 } });
  const settings = await page.getByRole('region', { name: 'Experiment', exact: true }).boundingBox();
  expect(settings?.height).toBeGreaterThan(500);
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  const full = await page.getByRole('link', { name: 'Open in full' }).getAttribute('href');
  expect(full).toBe(`${pages.address}?v=1&task=parity-4&epochs=100&at=96&layer=2&say=Look+here`);
});
