import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();

/** Opens the page at the end of a finished run, and the maps. */
async function opened(query: string, options: Parameters<typeof pages.open>[1] = {}): Promise<Page> {
  const page = await pages.open(query, { reducedMotion: 'reduce', ...options });
  await fingerprint(page);
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  await page.locator('summary', { hasText: 'What each layer tells apart' }).click();
  return page;
}

const maps = (page: Page): Locator => page.getByRole('img', { name: /^T\d at epoch/ });
const epoch = (page: Page): Locator => page.locator('.map-epoch').first();

/** The pixels of all maps, so that any change is seen. */
const pixels = (page: Page): Promise<string[]> =>
  page
    .locator('.maps-one canvas')
    .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()));

test('six maps move with the epoch, and count the codes that the layer card counts', async () => {
  const page = await opened('act=relu&bits=4&epochs=300');
  await expect.poll(() => maps(page).count()).toBe(6);
  await expect.poll(() => epoch(page).textContent()).toBe('Epoch 300');
  const end = await pixels(page);

  for (const key of ['End', 'Home']) {
    await page.getByRole('slider', { name: 'Epoch' }).press(key);
    await expect.poll(() => epoch(page).textContent()).toBe(key === 'End' ? 'Epoch 300' : 'Epoch 0');
    const captions = await page.locator('.maps-codes').allTextContents();
    const counted: string[] = [];
    for (let layer = 1; layer <= 6; layer++) {
      await page
        .locator('.layers .layer-name')
        .nth(layer - 1)
        .click();
      const card = page.locator('.card', { hasText: 'Occupied codes' });
      await expect.poll(() => card.locator('h2').textContent()).toContain(`T${layer} at`);
      counted.push(
        (await card.locator('dt', { hasText: 'Occupied codes' }).locator('+ dd').textContent()) ?? '',
      );
    }
    expect(captions.map((caption) => caption.replace(/ codes?$/, ''))).toEqual(counted);
  }
  await expect.poll(async () => (await pixels(page)).join() === end.join()).toBe(false);
  expect(await violations(page)).toEqual([]);
});

test('an input that is pointed at is named, with all that share its code', async () => {
  const page = await opened('act=relu&bits=4&epochs=200');
  await expect.poll(() => maps(page).count()).toBe(6);
  await maps(page)
    .nth(5)
    .hover({ position: { x: 1, y: 1 } });
  await expect
    .poll(() => page.locator('.maps-point').first().textContent())
    .toMatch(/^000000 000000 in T6: ([\d,]+ inputs share its code|has a code of its own)/);
});

test('keys reach the large map, move over it, and close it; two epochs are compared', async () => {
  const page = await opened('act=relu&bits=4&epochs=200');
  const open = page.getByRole('button', { name: 'T5 large' });
  await open.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'What a layer tells apart' });
  const map = dialog.getByRole('application');
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => dialog.getByRole('status').textContent()).toMatch(/^000001 000001 in T5/);

  await dialog.getByRole('textbox', { name: 'Compare with epoch' }).fill('101');
  const said = dialog.getByText(/^Since epoch 101:/);
  await expect.poll(() => said.textContent()).toMatch(/bits\.$/);
  const [, merged, split, before, , , after] = ((await said.textContent()) ?? '')
    .match(
      /: merged codes lost ([\d.]+) bits, split codes gained ([\d.]+) bits: ([\d.]+) − ([\d.]+) \+ ([\d.]+) = ([\d.]+)/,
    )!
    .map(Number);
  expect(Math.abs(before! - merged! + split! - after!)).toBeLessThan(0.0021);
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.isVisible()).toBe(false);
  expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
});

test.for(['light', 'dark'] as const)('on a phone the maps fit, %s', async (colorScheme) => {
  const page = await pages.open('act=relu&bits=4&epochs=100', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
    colorScheme,
  });
  await fingerprint(page);
  await page
    .getByRole('navigation', { name: 'Parts of the page' })
    .getByRole('button', { name: 'Curves' })
    .tap();
  await page.locator('summary', { hasText: 'What each layer tells apart' }).tap();
  await expect.poll(() => maps(page).count()).toBe(6);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'T6 large' }).tap();
  await page.getByRole('application', { name: /^Map of T6/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
