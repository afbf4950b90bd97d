import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/static-host.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The page's address, with a slash at its end. */
    address: string;
    /** The browser's program. */
    browser: string;
  }
}

/** Deep below the host's root, as a static site may well be. */
const under = '/some/where/infoplane/';

/** Serves the production build: that of the folder DIST, or else of a build made now. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const browser = findBrowser();
  if (!browser)
    throw new Error('There is no Chrome, Chromium or Edge here. Set CHROME_PATH, or install one.');
  const built = process.env.DIST;
  const folder = built ?? mkdtempSync(join(tmpdir(), 'infoplane-'));
  if (!built) await build({ logLevel: 'error', build: { outDir: folder } });
  if (!existsSync(`${folder}/index.html`)) throw new Error(`There is no build in ${folder}.`);
  const { address, server } = await serve(folder, under);
  provide('address', address);
  provide('browser', browser);
  return () => {
    server.close();
    if (!built) rmSync(folder, { recursive: true });
  };
}
