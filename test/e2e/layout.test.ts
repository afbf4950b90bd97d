import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';

const pages = usePages();

/** What reaches beyond the page's width; tables of numbers and the row of chips scroll sideways by themselves. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('.chips, .table-scroll') || !element.checkVisibility()) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
      // What only screen readers see is a pixel wide, or cut to nothing.
      if (width < 2 || element.closest('.unseen')) continue;
      if (left < -1 || right > clientWidth + 1)
        found.push(`${name} stands from ${left.toFixed(1)} to ${right.toFixed(1)} px`);
    }
    return found;
  });
}

/** What can be pressed but is cut off by a box that does not scroll, or lies under something else. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 1.5;
    const found: string[] = [];
    for (const element of document.querySelectorAll('button, select, summary, input')) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      // Those are drawn by their labels.
      if (element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type)) continue;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const name = `${element.tagName.toLowerCase()} "${element.getAttribute('aria-label') ?? element.textContent}"`;
      const own = element.getBoundingClientRect();
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { display, overflowX, overflowY } = getComputedStyle(around);
        if (display === 'contents') continue;
        const box = around.getBoundingClientRect();
        const x = overflowX !== 'visible' && (own.left < box.left - slack || own.right > box.right + slack);
        const y = overflowY !== 'visible' && (own.top < box.top - slack || own.bottom > box.bottom + slack);
        if (x || y) found.push(`${name} is cut off by ${around.tagName.toLowerCase()}.${around.className}`);
      }
      const top = document.elementFromPoint((own.left + own.right) / 2, (own.top + own.bottom) / 2);
      if (top && !element.contains(top) && !top.contains(element))
        found.push(`${name} lies under ${top.tagName.toLowerCase()}.${top.getAttribute('class') ?? ''}`);
    }
    return found;
  });
}

/** What is said about the run, if it does not fit into its box, opened where it is folded. */
async function cutText(page: Page): Promise<string[]> {
  const callout = page.getByRole('region', { name: 'What the numbers say' });
  if (!(await callout.isVisible())) return [];
  const more = callout.getByRole('button', { name: 'Show all of the summary' });
  const folded = await more.isVisible();
  if (folded) await more.press('Enter');
  const { needed, there } = await callout.evaluate((box) => ({
    needed: box.scrollHeight,
    there: box.clientHeight,
  }));
  if (folded) await callout.getByRole('button', { name: 'Show less of the summary' }).press('Enter');
  return needed > there + 1 ? [`the summary needs ${needed} px and has ${there}`] : [];
}

/** Opens all that is folded away, but not what then stands above the page. */
async function unfold(page: Page): Promise<void> {
  for (const summary of await page.locator('details:not([open], .what) > summary').all())
    if (await summary.isVisible()) await summary.click();
}

/** A run with much to say about its layers. */
const wordy = 'bits=4&epochs=300&lr=0.002&every=20';

const sizes = [
  [1440, 900],
  [1024, 768],
  [768, 1024],
  [390, 844],
  [360, 740],
  [320, 640],
] as const;

describe('nothing to press or to read is cut off, and nothing has to be scrolled sideways', () => {
  test.for(sizes)('at %i x %i px', async ([width, height]) => {
    const page = await pages.open(wordy, {
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    await fingerprint(page);
    await page.getByRole('slider', { name: 'Epoch' }).press('End');
    // The callout looks for its place once the run has ended.
    await page.waitForTimeout(500);
    const found: string[] = [];
    const look = async (where: string): Promise<void> => {
      const all = [...(await tooWide(page)), ...(await outOfReach(page)), ...(await cutText(page))];
      found.push(...all.map((what) => `${where}: ${what}`));
    };
    await look('as it opens');
    const tabs = page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('button');
    for (const tab of await tabs.all()) {
      if (!(await tab.isVisible())) continue;
      await tab.click();
      await unfold(page);
      await look(`tab ${(await tab.textContent()) ?? ''}`);
    }
    await unfold(page);
    await look('all unfolded');
    expect([...new Set(found)]).toEqual([]);
  });
});

test('the callout keeps its width and stays on the plane when the inspector takes of its room', async () => {
  const page = await pages.open('task=ring&net=8-4-3&epochs=400&every=20&bits=3&lr=0.003', {
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  await fingerprint(page);
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  const callout = page.getByRole('region', { name: 'What the numbers say' });
  await expect.poll(async () => (await callout.boundingBox())?.width ?? 0).toBeGreaterThan(200);
  await page
    .getByRole('button', { name: /^Inspect T/ })
    .first()
    .click();
  await page.getByRole('dialog', { name: /^What T\d does/ }).waitFor();
  await expect
    .poll(async () => {
      const [box, plane] = [await callout.boundingBox(), await page.locator('.plane').boundingBox()];
      if (!box || !plane || box.width < 200) return false;
      return box.x + box.width <= plane.x + plane.width && box.y + box.height <= plane.y + plane.height;
    })
    .toBe(true);
});
