import { chromium } from 'playwright-core';
import { patience, type EngineKind } from './engine.ts';

/** Blink and V8. */
export const chromiumKind: EngineKind = {
  name: 'Chromium',
  programs: ['chromium'],
  async start([executablePath = '']) {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    return {
      async textAt(address, selector) {
        const page = await browser.newPage();
        try {
          await page.goto(address);
          return (await page.locator(selector).textContent({ timeout: patience })) ?? '';
        } finally {
          await page.close();
        }
      },
      userAgent: () => Promise.resolve(`Chromium ${browser.version()}`),
      close: () => browser.close(),
    };
  },
};
