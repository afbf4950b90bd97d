import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { usePages } from './pages.ts';

const pages = usePages();

const chip = (page: Page) => page.locator('.stand-in');
const status = (page: Page) => page.locator('.status-epoch b');

/** Of the plane's canvases: changes when one pixel does. */
const picture = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('.plane-host canvas')]
      .map((canvas) => canvas.toDataURL())
      .join(),
  );

describe('the first five seconds', () => {
  test('a recorded run moves before this device has computed anything, and its own changes no pixel', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const page = await pages.open('', {
      prepare: (made) =>
        made.route('**/run.worker*', async (route) => {
          await held;
          await route.continue();
        }),
    });
    await expect.poll(() => chip(page).innerText()).toContain('Recorded run');
    await expect
      .poll(async () => Number((await status(page).innerText()).match(/\d+/)?.[0]))
      .toBeGreaterThan(0);
    expect(await page.locator('.status-training').innerText()).toContain('Starting');
    // One callout, one step to try next.
    await expect.poll(() => page.locator('.callout .next').count()).toBe(1);

    await page.getByRole('slider', { name: 'Epoch' }).press('End');
    await expect.poll(() => status(page).innerText()).toBe('Epoch 8,000');
    await page.waitForTimeout(700); // Names and callout settle.
    const before = await picture(page);
    expect(before.length).toBeGreaterThan(5000);
    release();
    await expect
      .poll(() => chip(page).innerText(), { timeout: 60_000 })
      .toBe('Computed on this device: same result');
    expect(await status(page).innerText()).toBe('Epoch 8,000');
    expect(await page.getByLabel('Fingerprint').innerText()).toBe('414b e658 4264 d740');
    expect(await picture(page)).toBe(before);

    await page.getByRole('radio', { name: 'ReLU' }).check();
    await expect.poll(() => chip(page).innerText()).toBe('');
  });

  test('where nothing is to move, the finished path is there at once', async () => {
    const page = await pages.open('', { reducedMotion: 'reduce' });
    await expect.poll(() => chip(page).innerText()).toContain('Recorded run');
    await expect.poll(() => status(page).innerText()).toBe('Epoch 8,000');
    expect(await chip(page).innerText()).toContain('Recorded run');
  });

  test('a link with settings of its own asks for no recorded run', async () => {
    const asked: string[] = [];
    const page = await pages.open('epochs=50', {
      prepare: (made) => {
        made.on('request', (request) => asked.push(request.url()));
        return Promise.resolve();
      },
    });
    await expect.poll(() => page.getByLabel('Fingerprint').innerText()).not.toBe('');
    expect(asked.filter((url) => url.includes('recorded-run'))).toEqual([]);
    expect(await chip(page).innerText()).toBe('');
  });
});
