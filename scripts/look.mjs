// npm run look [-- --query QUERY --size 1440x900 --theme dark --wait MS|done --url ADDRESS]: pictures of the built page
// in test/screenshots. Without options: every state that matters, wide and narrow, light and dark. --url takes a
// server that is there already; otherwise the page is built where it is stale, and served.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { findBrowser } from './browser.mjs';
import { root } from './project.mjs';

const { values: options } = parseArgs({
  options: {
    query: { type: 'string' },
    size: { type: 'string' },
    theme: { type: 'string' },
    wait: { type: 'string' },
    url: { type: 'string' },
  },
});
const folder = join(root, 'test', 'screenshots');
const sizes = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
};

/** When anything under `path` was last changed, in ms. */
function newest(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((entry) => newest(join(path, entry))));
}

function isStale() {
  const page = join(root, 'dist', 'index.html');
  if (!existsSync(page)) return true;
  const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
  return sources.some((path) => newest(join(root, path)) > statSync(page).mtimeMs);
}

/** The end of the run, with the view at its end too. */
async function done(page) {
  await page.getByLabel('Fingerprint', { exact: true }).waitFor({ state: 'attached', timeout: 120_000 });
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  await page.locator(':focus').blur();
  await page.waitForTimeout(500);
}

const after = (ms) => (page) => page.waitForTimeout(ms);

const tab = (name) => async (page) => {
  await done(page);
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForTimeout(300);
};

async function selected(page) {
  await done(page);
  await page.getByRole('button', { name: 'Look at T5' }).click();
  await page.waitForTimeout(300);
}

const { desktop, tablet, phone, small } = sizes;
const pictures = [
  ['desktop-light-done', desktop, 'light', '', done],
  ['desktop-dark-done', desktop, 'dark', '', done],
  ['desktop-light-running', desktop, 'light', '', after(3000)],
  ['desktop-dark-running', desktop, 'dark', '', after(3000)],
  ['desktop-light-selected', desktop, 'light', '', selected],
  ['desktop-light-relu', desktop, 'light', 'act=relu', done],
  ['desktop-dark-4-bits', desktop, 'dark', 'bits=4', done],
  ['desktop-light-bad-link', desktop, 'light', 'bits=99&net=&act=foo&lr=1e-3&colour=red&epochs=200', done],
  ['desktop-light-failed', desktop, 'light', 'act=linear&bits=float&opt=sgd&lr=10&epochs=200', after(2000)],
  ['tablet-light-done', tablet, 'light', '', done],
  ['tablet-dark-running', tablet, 'dark', '', after(3000)],
  ...['Plane', 'Experiment', 'Curves', 'Layer'].map((name) => [
    `phone-light-${name.toLowerCase()}`,
    phone,
    'light',
    'act=relu',
    tab(name),
  ]),
  ['phone-dark-running', phone, 'dark', '', after(3000)],
  ['small-light-done', small, 'light', '', done],
  ['small-dark-bad-link', small, 'dark', 'bits=99&net=&colour=red&epochs=200', done],
];

/** The one picture that the options ask for. */
function asked() {
  const { query = '', size = '1440x900', theme = 'light', wait = 'done' } = options;
  const [width, height] = size.split('x').map(Number);
  if (!width || !height) throw new Error(`--size is "${size}", not such as 1440x900.`);
  if (!['light', 'dark'].includes(theme)) throw new Error(`--theme is "${theme}", neither light nor dark.`);
  if (wait !== 'done' && !/^\d+$/.test(wait)) throw new Error(`--wait is "${wait}", neither ms nor done.`);
  const act = wait === 'done' ? done : after(Number(wait));
  return [[`asked-${size}-${theme}`, { width, height }, theme, query.replace(/^\?/, ''), act]];
}

const executablePath = findBrowser();
if (!executablePath)
  throw new Error('There is no Chrome, Chromium or Edge here. Set CHROME_PATH, or install one.');
mkdirSync(folder, { recursive: true });
let server;
if (!options.url) {
  if (isStale()) await build({ root, logLevel: 'warn' });
  server = await preview({ root, logLevel: 'warn', preview: { port: 4200, host: '127.0.0.1' } });
}
const address = options.url ?? server?.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4200/';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const { query, size, theme, wait } = options;
try {
  for (const [name, viewport, colorScheme, search, act] of (query ?? size ?? theme ?? wait)
    ? asked()
    : pictures) {
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
} finally {
  await browser.close();
  await server?.close();
}
