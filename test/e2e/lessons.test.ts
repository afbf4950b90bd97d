import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { violations } from './violations.ts';

const pages = usePages();

const lesson = (page: Page): Locator => page.getByRole('complementary', { name: 'Lessons' });
const say = (page: Page, text: string | RegExp): Promise<void> =>
  lesson(page).getByText(text).first().waitFor();

/** Where something in bits lies on the screen: found from two dots whose places are typed. */
async function drag(page: Page, dot: Locator, to: { x: number; y: number }): Promise<void> {
  const box = await dot.boundingBox();
  if (!box) throw new Error('There is no dot.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

test('a lesson by mouse: dots on the plane, the run, the score and what stands behind it', async () => {
  const page = await pages.open('', { reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  expect(await violations(page)).toEqual([]);
  await lesson(page)
    .getByRole('button', { name: /^Reading the plane/ })
    .click();
  await say(page, /H\(X\)|are all there is to know/);
  expect(new URL(page.url()).searchParams.get('lesson')).toBe('reading');
  const dots = page.locator('button.lesson-dot');
  await expect.poll(() => dots.count()).toBe(3);
  const plane = await page.getByRole('application', { name: /^Information plane/ }).boundingBox();
  if (!plane) throw new Error('There is no plane.');
  // Beyond the plane is on its edge: the lower left corner, and two corners above.
  await drag(page, dots.nth(0), { x: plane.x + plane.width - 4, y: plane.y + 4 });
  await drag(page, dots.nth(1), { x: plane.x + 2, y: plane.y + plane.height - 4 });
  await drag(page, dots.nth(2), { x: plane.x + plane.width - 4, y: plane.y + 4 });
  expect(await violations(page)).toEqual([]);
  await lesson(page).getByRole('button', { name: 'Run it' }).click();
  await lesson(page).getByRole('button', { name: 'Compare' }).click({ timeout: 60_000 });
  await say(page, '0.67 of 1 point');
  await lesson(page).getByRole('button', { name: 'Question 1 of 3: Partly right.' }).waitFor();
  const parts = lesson(page).locator('.lesson-parts li');
  expect(await parts.evaluateAll((all) => all.map((part) => part.getAttribute('data-points')))).toEqual([
    '1',
    '1',
    '0',
  ]);
  expect(await parts.nth(2).textContent()).toContain('Knowing the label takes as many bits');
  // The numbers of the run in front of the reader.
  const row = page.locator('.layers tr', { hasText: 'T6' });
  const shown = await row.locator('td.num, td').allTextContents();
  const [, ixt = ''] =
    /nearest to the perfect one: ([\d.]+)/.exec((await lesson(page).textContent()) ?? '') ?? [];
  expect(shown).toContain(ixt);
  expect(await violations(page)).toEqual([]);

  // What was reached is there at the next visit.
  await page.reload();
  await say(page, 'Where will they end?');
  await lesson(page).getByRole('button', { name: 'All lessons' }).click();
  await say(page, '1 of 3 questions done');
  await lesson(page).getByRole('button', { name: 'Close the lessons' }).click();
  await expect.poll(() => lesson(page).count()).toBe(0);
  expect(page.url()).not.toContain('lesson');
});

test('by keyboard alone a path is drawn with handles, run and compared', async () => {
  const page = await pages.open('lesson=forget', { reducedMotion: 'reduce' });
  await say(page, /It starts at/);
  const press = async (name: string): Promise<void> => {
    const button = lesson(page).getByRole('button', { name });
    await button.focus();
    await page.keyboard.press('Enter');
  };
  await press('Use handles');
  const handles = page.getByRole('button', { name: /^Handle \d of 5:/ });
  await expect.poll(() => handles.count()).toBe(5);
  await handles.nth(2).focus();
  const name = (): Promise<string | null> => handles.nth(2).getAttribute('aria-label');
  const before = await name();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  expect(await name()).not.toBe(before);
  // The way of the output, by what can be typed.
  for (const [i, [x, y]] of [
    ['4.8', '0.07'],
    ['6.5', '0.3'],
    ['7.7', '0.6'],
    ['5.8', '0.78'],
    ['3.9', '0.92'],
  ].entries()) {
    for (const [axis, value] of [
      ['X;T', x],
      ['T;Y', y],
    ] as const) {
      const field = lesson(page).getByRole('textbox', { name: `Handle ${i + 1} of 5, I(${axis}) in bits` });
      await field.focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(value ?? '');
    }
  }
  await page.keyboard.press('Tab');
  await press('Run it');
  await lesson(page).getByRole('button', { name: 'Compare' }).waitFor({ timeout: 60_000 });
  await press('Compare');
  await say(page, '1 of 1 point');
  const heading = lesson(page).getByRole('heading', { name: 'What came out' });
  await expect.poll(() => heading.evaluate((node) => node === document.activeElement)).toBe(true);
  await press('Predict again');
  await say(page, /the first try counts/);
  await lesson(page).getByRole('button', { name: 'Question 2 of 3' }).press('Enter');
  await say(page, 'At the turn');
});

test.for(['light', 'dark'] as const)('on a phone it stands below the plane, %s', async (colorScheme) => {
  const page = await pages.open('lesson=bits', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme,
    reducedMotion: 'reduce',
  });
  await say(page, /hardly any two inputs share a code/);
  const plane = await page.getByRole('application', { name: /^Information plane/ }).boundingBox();
  const sheet = await lesson(page).boundingBox();
  expect(plane && sheet && plane.height > 150 && plane.y + plane.height <= sheet.y).toBe(true);
  await lesson(page).getByRole('textbox', { name: 'I(X;T4) with 4 bits' }).fill('6');
  expect(await violations(page)).toEqual([]);
  await lesson(page).getByRole('button', { name: 'Run it' }).tap();
  await lesson(page).getByRole('button', { name: 'Compare' }).tap({ timeout: 60_000 });
  await say(page, 'Not this time.');
  await say(page, /Half the bits a unit/);
  expect(await violations(page)).toEqual([]);
  const small = await lesson(page).evaluate((aside) =>
    [...aside.querySelectorAll('button, summary, input')].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      return width === 0 || (width >= 43.5 && height >= 43.5) ? [] : [target.outerHTML.slice(0, 80)];
    }),
  );
  expect(small).toEqual([]);
});
