import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { usePages } from './pages.ts';
import { serve } from '../../scripts/static-host.mjs';
import { fingerprint } from './transport.ts';

const pages = usePages();
const query = 'act=relu&bits=4&epochs=200';

/** Waits until the page is kept. */
async function kept(page: Page): Promise<void> {
  const isKept = async (): Promise<boolean> => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
  };
  await expect.poll(() => page.evaluate(isKept)).toBe(true);
}

test('after the first visit the page, its links and all that it loads later work without a network', async () => {
  const page = await pages.open('epochs=20', { serviceWorkers: 'allow' });
  await kept(page);
  const context = page.context();
  await context.setOffline(true);
  await page.goto(`${pages.address}?${query}`);
  expect(await fingerprint(page)).toBe(recorded.runs[query]);
  // What is loaded when it is opened.
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('dialog', { name: 'Export, or open a file' }).getByText('JSON').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sweep', exact: true }).click();
  await page.getByRole('dialog', { name: /Sweep/ }).getByRole('textbox').first().waitFor();
});

test('MNIST works without a network once it was chosen', async () => {
  const link = 'task=mnist&net=8-4&act=relu&init=normal&epochs=1';
  const page = await pages.open(link, { serviceWorkers: 'allow' });
  await fingerprint(page);
  await kept(page);
  await page.context().setOffline(true);
  await page.reload();
  expect(await fingerprint(page)).toBe(recorded.runs[link]);
});

test('what is needed to install the page is there', async () => {
  const page = await pages.open('epochs=20');
  const session = await page.context().newCDPSession(page);
  const { errors, manifest } = (await session.send('Page.getAppManifest')) as {
    errors: unknown[];
    manifest?: { name?: string };
  };
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Tests run in a private window, where nothing can be installed.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
  expect(manifest).toBeDefined();
});

/** A build that is replaced by another while its page is open. */
const under = '/lecture/';
let folder = '';
let host: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'infoplane-update-'));
  cpSync(process.env.DIST ?? 'dist', folder, { recursive: true });
  host = await serve(folder, under);
});
afterAll(() => {
  host.server.close();
  rmSync(folder, { recursive: true });
});

/** As a newer build would be: another page, another version in the service worker. */
function replaceBuild(): void {
  const page = join(folder, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<div id="app">', '<div id="app" data-newer>'));
  const worker = join(folder, 'service-worker.js');
  const text = readFileSync(worker, 'utf8');
  const newer = text.replace(/(["'`])([0-9a-f]{16})\1/, '"00000000ffffffff"');
  expect(newer).not.toBe(text);
  writeFileSync(worker, newer);
}

test('a newer build is offered, and taken only when that is asked for', async () => {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: inject('browser'), args: ['--no-sandbox'] });
  const context: BrowserContext = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${host.address}?epochs=20`);
    await kept(page);
    replaceBuild();
    // As the browser does by itself at each visit, but only when the page has been quiet for some time.
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const newer = page.locator('#app[data-newer]');
    const take = page.getByRole('button', { name: 'Load it' });
    await take.waitFor();
    expect(await newer.count()).toBe(0);
    const before = await fingerprint(page);
    await take.click();
    await newer.waitFor({ state: 'attached' });
    expect(await fingerprint(page)).toBe(before);
    expect(new URL(page.url()).search).toContain('epochs=20');
  } finally {
    await browser.close();
  }
});
