import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();
const query = 'act=relu&bits=float&epochs=60';

/** Both numbers of each layer, as the list shows them. */
async function numbers(page: Page): Promise<string[]> {
  const cells = page.getByRole('table', { name: /^Layers, with both values/ }).locator('tbody td.num');
  return cells.allTextContents();
}

const ruler = (on: Page | Locator): Locator => on.getByRole('combobox', { name: 'Ruler', exact: true });

/** Waits until the ruler that is drawn has been laid over all that there is: its numbers no longer change. */
async function laid(page: Page): Promise<void> {
  const status = page.locator('.ruler-status').first();
  let before = '';
  const isStill = async (): Promise<boolean> => {
    const now = `${(await status.textContent()) ?? ''} ${(await numbers(page)).join(' ')}`;
    const same = now === before && !/Measuring|Nothing/.test(now);
    before = now;
    return same;
  };
  await expect.poll(isStill, { timeout: 60_000, interval: 500 }).toBe(true);
}

test('bins change the path and the numbers, and not the run; exact again gives the exact numbers', async () => {
  const page = await pages.open(query, { reducedMotion: 'reduce' });
  const first = await fingerprint(page);
  const address = page.url();
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  await expect.poll(() => numbers(page)).not.toContain('–');
  const counted = await numbers(page);

  await ruler(page).selectOption({ label: 'bins of equal width' });
  await expect.poll(() => numbers(page)).not.toEqual(counted);
  await laid(page); // Coarse at first: what is compared below are the numbers of the whole path.
  const by30 = await numbers(page);
  await page.getByText('Numbers as a table').press('Enter');
  const last = page
    .getByRole('table', { name: /^Both values in bits/ })
    .locator('tbody tr')
    .last();
  await last.waitFor();
  // The table follows a moment later than the list.
  const ofTable = async (): Promise<string> =>
    Number((await last.locator('td').allTextContents())[0]).toFixed(2);
  await expect.poll(ofTable).toBe(by30[0]);

  const slider = page.getByRole('slider', { name: 'Number of bins' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  expect(await slider.getAttribute('aria-valuetext')).toBe('36 bins');
  await expect.poll(() => numbers(page)).not.toEqual(by30);
  await page.getByRole('textbox', { name: 'Bins', exact: true }).fill('30');
  await expect.poll(() => numbers(page)).toEqual(by30);

  await ruler(page).selectOption({ label: 'counted exactly' });
  await expect.poll(() => numbers(page)).toEqual(counted);
  expect(page.url()).toBe(address);
  expect(await fingerprint(page)).toBe(first);
});

test('several rulers stand side by side, and one of them is drawn', async () => {
  const page = await pages.open(query, { reducedMotion: 'reduce' });
  await fingerprint(page);
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  await page.locator('summary', { hasText: 'Side by side' }).click();
  const add = page.getByRole('combobox', { name: 'Add a ruler…' });
  await add.selectOption({ label: '30 edges' });
  await add.selectOption({ label: 'width 0.07' });
  const rows = page.getByRole('region', { name: 'Side by side' }).locator('tbody tr');
  await expect.poll(async () => (await rows.allTextContents()).join(' ')).not.toContain('–');
  const [first = ''] = await rows.allTextContents();
  expect(first.match(/\d+\.\d\d · \d\.\d\d/g)).toHaveLength(3);
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'width 0.07', exact: true }).click();
  await expect.poll(() => ruler(page).inputValue()).toBe('width');
  // Coarse at first, then at every measurement: both read the same once nothing more comes.
  const same = async (): Promise<boolean> => {
    const [drawn = '–'] = await numbers(page);
    return (await rows.allTextContents())[0]?.includes(drawn) ?? false;
  };
  await expect.poll(same).toBe(true);
  await page.getByRole('button', { name: 'Remove: width 0.07' }).click();
  await expect.poll(() => ruler(page).inputValue()).toBe('counted');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('region', { name: 'Side by side' }).isVisible()).toBe(false);
});

test('a ruler is laid while the run trains; bounds of the whole run are provisional until it ends', async () => {
  const page = await pages.open('epochs=1500&every=1', { reducedMotion: 'reduce' });
  await ruler(page).selectOption({ label: 'bins of equal width' });
  const status = page.locator('.ruler-status').first();
  await expect.poll(() => status.textContent(), { timeout: 60_000, interval: 20 }).toContain('Provisional');
  await fingerprint(page);
  await laid(page);
  await expect.poll(() => status.textContent(), { timeout: 60_000 }).not.toContain('Provisional');
  expect(await violations(page)).toEqual([]);
});

test('on a phone a ruler is chosen in the sheet, with targets for fingers', async () => {
  const page = await pages.open(query, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  await fingerprint(page);
  await page.getByRole('button', { name: 'How it is shown' }).tap();
  const sheet = page.getByRole('dialog', { name: 'How it is shown' });
  await ruler(sheet).selectOption({ label: 'bins of equal width' });
  await laid(page);
  expect(await violations(page)).toEqual([]);
  const small = await sheet.locator('button, select, input, summary').evaluateAll((targets) =>
    targets.flatMap((target) => {
      const element = target.matches('[type=checkbox], [type=radio]')
        ? (target.closest('label') ?? target)
        : target;
      const { width, height } = element.getBoundingClientRect();
      return width === 0 || (width >= 43.5 && height >= 43.5)
        ? []
        : [`${element.outerHTML} ${width} x ${height}`];
    }),
  );
  expect(small).toEqual([]);
});
