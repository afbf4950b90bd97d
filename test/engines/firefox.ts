import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { patience, type EngineKind } from './engine.ts';

/** Gecko and SpiderMonkey, over WebDriver BiDi. */
export const firefoxKind: EngineKind = {
  name: 'Firefox',
  programs: ['firefox-esr'],
  async start([executablePath = '']) {
    const userDataDir = mkdtempSync(join(tmpdir(), 'infoplane-firefox-'));
    const browser = await launch({ browser: 'firefox', executablePath, headless: true, userDataDir });
    return {
      async textAt(address, selector) {
        const page = await browser.newPage();
        try {
          await page.goto(address);
          const found = await page.waitForSelector(selector, { timeout: patience });
          return (await found?.evaluate((element) => element.textContent)) ?? '';
        } finally {
          await page.close();
        }
      },
      userAgent: () => browser.userAgent(),
      async close() {
        await browser.close();
        rmSync(userDataDir, { recursive: true, force: true });
      },
    };
  },
};
