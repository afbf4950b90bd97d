import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { button, fingerprint, press, trainedBeyond } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();

const sizes = { desktop: [1440, 900], tablet: [768, 1024], phone: [360, 740] } as const;
const views = Object.entries(sizes).flatMap(([name, [width, height]]) =>
  (['light', 'dark'] as const).map((theme) => ({ name, width, height, theme })),
);

/** What axe finds in the page as it is, as lines to read. */
async function violationsIn(page: Page, state: string): Promise<string[]> {
  return (await violations(page)).map((line) => `${state}: ${line}`);
}

/** Opens whatever is folded away and in sight. */
async function unfold(page: Page): Promise<void> {
  for (const summary of await page.locator('details:not([open]) > summary').all()) {
    if (await summary.isVisible()) await summary.click();
  }
}

describe('axe finds nothing against WCAG 2.2 AA', () => {
  test.for(views)('on a $name of $width px, $theme', async ({ width, height, theme }) => {
    const page = await pages.open('act=relu&epochs=100000', {
      viewport: { width, height },
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    const found: string[] = [];
    await trainedBeyond(page, 20);
    found.push(...(await violationsIn(page, 'running')));
    await press(page, button.pause);
    await page.getByText(/^Training held/).waitFor();
    found.push(...(await violationsIn(page, 'idle')));
    await page.goto(`${pages.address}?epochs=200&bits=99&nonsense=1`);
    await fingerprint(page);
    await page.getByRole('slider', { name: 'Epoch' }).press('End');
    found.push(...(await violationsIn(page, 'done, with a notice')));
    await unfold(page);
    found.push(...(await violationsIn(page, 'done, all unfolded')));
    for (const tab of await page
      .getByRole('navigation', { name: 'Parts of the page' })
      .getByRole('button')
      .all()) {
      if (!(await tab.isVisible())) continue;
      await tab.click();
      await unfold(page);
      found.push(...(await violationsIn(page, `tab ${(await tab.textContent()) ?? ''}`)));
    }
    expect(found).toEqual([]);
  });
});

test.for([320, 360, 768, 1024])('at %i px nothing has to be scrolled sideways', async (width) => {
  const page = await pages.open('epochs=200', { viewport: { width, height: 740 } });
  await fingerprint(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});
