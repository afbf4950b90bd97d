import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page and everything it complained about. */
interface Visit {
  readonly context: BrowserContext;
  readonly complaints: string[];
}

interface OpenOptions extends BrowserContextOptions {
  /** Called before the page is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Beside the page, in its place. */
  readonly path?: string;
  /** Complaints that this test is about. */
  readonly expected?: RegExp;
}

export interface Pages {
  /** The page's address, with a slash at its end. */
  readonly address: string;
  /** Opens the page with a query, in a context of its own. */
  open(query?: string, options?: OpenOptions): Promise<Page>;
}

/**
 * Gives a file of tests its browser. After each test: no error on the console, none uncaught, no failed request and
 * none to another host, whatever the test was about.
 */
export function usePages(): Pages {
  const address = inject('address');
  let browser: Browser;
  let visits: Visit[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('browser'), args: flags });
  });
  afterEach(async () => {
    const ended = visits;
    visits = [];
    for (const { context } of ended) await context.close();
    expect(ended.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
  });

  return {
    address,
    async open(query = '', { prepare, path = '', expected, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        ...options,
      });
      // Tests of the page see its own requests, not those of a service worker; test/e2e/offline.test.ts is about that.
      // Playwright's own way to block it resolves with nothing, which no browser does.
      if (options.serviceWorkers !== 'allow') await context.addInitScript(refuseServiceWorkers);
      const complaints: string[] = [];
      visits.push({ context, complaints });
      const page = await context.newPage();
      listen(page, address, (complaint) => {
        if (!expected?.test(complaint)) complaints.push(complaint);
      });
      await prepare?.(page);
      await page.goto(address + path + (query ? `?${query}` : ''));
      return page;
    },
  };
}

function refuseServiceWorkers(): void {
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.register = () => Promise.reject(new Error('Refused by the test.'));
  }
}

function listen(page: Page, address: string, complain: (complaint: string) => void): void {
  page.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warning') complain(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    complain(`uncaught: ${error.message}`);
  });
  page.on('crash', () => {
    complain('the page crashed');
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob|about):/.test(url)) complain(`request elsewhere: ${url}`);
  });
  page.on('requestfailed', (request) => {
    // What a page still asks for when it is left is no failure of its own.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
    complain(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complain(`HTTP ${response.status()}: ${response.url()}`);
  });
}
