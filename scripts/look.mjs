// node scripts/look.mjs [QUERY]: pictures of the built page (npm run build) in test/screenshots, in every state that
// matters: a run on its way and at its end, wide and narrow, light and dark, and with a bad link.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { findBrowser } from './browser.mjs';
import { root } from './project.mjs';

const query = (process.argv[2] ?? '').replace(/^\?/, '');
const folder = join(root, 'test', 'screenshots');
const desktop = { width: 1440, height: 900 };
const tablet = { width: 768, height: 1024 };
const phone = { width: 360, height: 740 };

const executablePath = findBrowser();
if (!executablePath)
  throw new Error('There is no Chrome, Chromium or Edge here. Set CHROME_PATH, or install one.');
mkdirSync(folder, { recursive: true });
const server = await preview({ root, logLevel: 'warn', preview: { port: 4200, host: '127.0.0.1' } });
const address = server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4200/';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

/** Opens the page, lets `act` do something, and takes its picture. */
async function look(name, viewport, colorScheme, act, search = query) {
  const page = await browser.newPage({ viewport, colorScheme });
  page.on('console', (message) => {
    if (message.type() === 'error') console.log(`${name}: console: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.log(`${name}: uncaught: ${error.message}`));
  await page.goto(search ? `${address}?${search}` : address);
  await act(page);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}

/** The end of the run, with the view at its end too. */
async function toEnd(page) {
  await page.getByLabel('Fingerprint', { exact: true }).waitFor({ state: 'attached', timeout: 120_000 });
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  await page.locator(':focus').blur();
  await page.waitForTimeout(300);
}

const soon = (page) => page.waitForTimeout(3000);

try {
  await look('desktop-light-done', desktop, 'light', toEnd);
  await look('desktop-dark-running', desktop, 'dark', soon);
  await look('tablet-light-done', tablet, 'light', toEnd);
  for (const tab of ['Plane', 'Experiment', 'Curves', 'Layer'])
    await look(`phone-light-${tab.toLowerCase()}`, phone, 'light', async (page) => {
      await toEnd(page);
      await page.getByRole('button', { name: tab, exact: true }).click();
      await page.waitForTimeout(300);
    });
  await look('phone-dark-running', phone, 'dark', soon);
  await look('desktop-light-bad-link', desktop, 'light', soon, 'bits=99&net=&colour=red&epochs=200');
  const linear = 'act=linear&bits=float&opt=sgd&lr=10&epochs=200';
  await look('desktop-light-failed', desktop, 'light', soon, linear);
} finally {
  await browser.close();
  await server.close();
}
