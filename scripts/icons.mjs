// npm run icons: draws public/icons from the shapes of public/favicon.svg, for devices that want pictures in pixels.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';
import { root } from './project.mjs';

const favicon = readFileSync(join(root, 'public', 'favicon.svg'), 'utf8');
const folder = join(root, 'public', 'icons');
mkdirSync(folder, { recursive: true });

/** `inset`: the part of each side that a device may cut away; it is filled with the icon's ground. */
const icons = [
  { name: 'icon-192', size: 192, inset: 0 },
  { name: 'icon-512', size: 512, inset: 0 },
  { name: 'maskable-512', size: 512, inset: 0.1 },
  { name: 'apple-touch-icon', size: 180, inset: 0.04 },
];

const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const { name, size, inset } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme: 'light' });
  const edge = Math.round(size * inset);
  const inner = size - 2 * edge;
  await page.setContent(
    `<style>body{margin:0;background:${inset ? '#fff' : 'transparent'}}svg{position:absolute;left:${edge}px;top:${edge}px;width:${inner}px;height:${inner}px}</style>${favicon}`,
  );
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
