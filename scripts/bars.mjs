// npm run bars: what the page promises of its speed and quality, measured on the built page as a static host serves it.
// Lighthouse comes by npx at a pinned version, since its packages would be most of the lockfile. Wants a quiet machine: it says
// how busy this one was. Exit code 1: a bar was missed.
/* global document, requestAnimationFrame */ // What runs in the page.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from './browser.mjs';
import { run } from './project.mjs';
import { serve } from './static-host.mjs';

const lighthouse = 'lighthouse@12.8.2';
const executablePath = findBrowser();
const scratch = mkdtempSync(join(tmpdir(), 'infoplane-bars-'));
const categories = ['performance', 'accessibility', 'best-practices'];
const rows = [];

/** @param {(value: number) => boolean} holds */
function row(what, value, unit, bar, holds) {
  rows.push({ what, value: `${value}${unit}`, bar, holds: holds(value) });
}

/** The median of three: a score moves by some points from one to the next. */
async function scoresOf(address) {
  const runs = [];
  for (let index = 1; index <= 3; index++) {
    const path = join(scratch, `lighthouse-${index}.json`);
    const flags = [
      '--quiet',
      '--output=json',
      `--output-path=${path}`,
      `--only-categories=${categories.join()}`,
    ];
    const chrome = '--chrome-flags=--headless=new --no-sandbox --disable-gpu';
    const code = await run('npx', ['--yes', lighthouse, address, ...flags, chrome], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, CHROME_PATH: executablePath },
    });
    if (code !== 0) throw new Error(`${lighthouse} ended with exit code ${code}.`);
    runs.push(JSON.parse(readFileSync(path, 'utf8')));
  }
  const median = (of) => runs.map(of).sort((a, b) => a - b)[1];
  for (const [category, name, bar] of [
    ['performance', 'performance', 95],
    ['accessibility', 'accessibility', 100],
    ['best-practices', 'best practices', 100],
  ])
    row(
      `Lighthouse, mobile: ${name}`,
      median((report) => Math.round(report.categories[category].score * 100)),
      '',
      `${bar}`,
      (value) => value >= bar,
    );
  for (const audit of [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ])
    rows.push({
      what: `  ${audit}`,
      value: median((report) => report.audits[audit].numericValue).toFixed(audit.endsWith('shift') ? 3 : 0),
      bar: '',
      holds: true,
    });
}

/** In the page: when the first measurement of the live run stood there, each long task, and each frame. */
function watch() {
  const seen = { firstLive: 0, tasks: [], frames: [] };
  globalThis.seen = seen;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  // The page says how far the live run is.
  const isTrained = () => {
    const text = document.querySelector('.status-training p')?.textContent ?? '';
    return Number(/(?:epoch|to) ([\d,]+)/.exec(text)?.[1]?.replaceAll(',', '') ?? 0) > 0;
  };
  const frame = (now) => {
    seen.frames.push(now);
    if (!seen.firstLive && isTrained()) seen.firstLive = performance.now();
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

async function visit(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForFunction(() => globalThis.seen.firstLive > 0);
  const from = await page.evaluate(() => performance.now());
  await page.waitForTimeout(5000);
  const { seen, load } = await page.evaluate(() => ({
    seen: globalThis.seen,
    load: performance.getEntriesByType('navigation')[0].loadEventEnd,
  }));
  await page.close();
  const frames = seen.frames.filter((at) => at >= from);
  const last = frames[frames.length - 1];
  return {
    firstLive: seen.firstLive - load,
    framesPerSecond: ((frames.length - 1) / (last - frames[0])) * 1000,
    tasks: seen.tasks.filter(({ startTime }) => startTime >= from).map(({ duration }) => duration),
  };
}

await build({ logLevel: 'error', build: { outDir: scratch, emptyOutDir: false } });
const { address, server } = await serve(scratch, '/infoplane/');
const busy = loadavg()[0];
try {
  await scoresOf(address);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  for (const [name, query] of [
    ['the default run', ''],
    ['a long run', '?epochs=100000'],
    ['a wide network', '?net=64-64-64-64-64-64-64-64&epochs=100000'],
  ]) {
    const { firstLive, framesPerSecond, tasks } = await visit(browser, address + query);
    row(
      `${name}: first live point after loading`,
      Math.round(firstLive),
      ' ms',
      '1000 ms',
      (ms) => ms <= 1000,
    );
    row(`${name}: frames a second`, Math.round(framesPerSecond), '', '55', (value) => value >= 55);
    row(`${name}: tasks over 50 ms in 5 s`, tasks.length, '', '0', (count) => count === 0);
  }
  await browser.close();
} finally {
  server.close();
  rmSync(scratch, { recursive: true });
}
const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, value, bar, holds } of rows)
  console.log(
    `${what.padEnd(width)}  ${value.padStart(8)}  ${bar ? `bar ${bar}${holds ? '' : '   MISSED'}` : ''}`,
  );
console.log(`\nLoad of the machine when it began: ${busy.toFixed(1)}.`);
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
