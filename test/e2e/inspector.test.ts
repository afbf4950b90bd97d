import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();

/** Opens the page at the end of a finished run. */
async function opened(query: string, options: Parameters<typeof pages.open>[1] = {}): Promise<Page> {
  const page = await pages.open(query, { reducedMotion: 'reduce', ...options });
  await fingerprint(page);
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  return page;
}

const inspector = (page: Page): Locator =>
  page.getByRole('dialog', { name: /^What T\d does to the inputs$/ });
const value = (page: Page, name: 'ixt' | 'ity'): Promise<string | null> =>
  inspector(page).locator(`[data-value="${name}"]`).textContent();
const epochLine = (page: Page): Promise<string | null> =>
  inspector(page)
    .getByText(/^Epoch [\d,]+ of/)
    .textContent();

/** The numbers of the layer card, which shows the run's own. */
async function cardNumbers(page: Page): Promise<{ ixt: string | null; ity: string | undefined }> {
  const card = page.locator('.card', { hasText: 'Occupied codes' });
  const ity = await card.locator('dt', { hasText: 'I(T;Y)' }).locator('+ dd').textContent();
  return { ixt: await card.locator('.formula b').textContent(), ity: ity?.replace(' bits', '') };
}

/** The inspector and the layer card say the same. */
async function agrees(page: Page, layer: string): Promise<void> {
  await expect.poll(() => page.locator('.card h2').textContent()).toContain(layer);
  await expect
    .poll(async () => ({ ixt: await value(page, 'ixt'), ity: (await value(page, 'ity')) ?? undefined }))
    .toEqual(await cardNumbers(page));
  const row = page.locator('.layers tr', { hasText: layer });
  await expect.poll(() => row.locator('td').last().textContent()).toBe(await value(page, 'ity'));
}

test('a press on a point opens its layer at its epoch, with the numbers of the layer list', async () => {
  const page = await opened('act=relu&bits=4&epochs=200');
  const box = await page.getByRole('application', { name: /^Information plane/ }).boundingBox();
  if (!box) throw new Error('There is no plane.');
  const title = page.getByText(/^T\d, epoch [\d,]+$/);
  // Somewhere on the way up the paths lie.
  for (let x = 0.2; x < 0.9 && !(await title.isVisible()); x += 0.015)
    await page.mouse.move(box.x + x * box.width, box.y + 0.6 * box.height);
  const [, layer = '', epoch = ''] = /^(T\d), epoch ([\d,]+)$/.exec((await title.textContent()) ?? '') ?? [];
  await page.mouse.down();
  await page.mouse.up();
  await expect
    .poll(() => inspector(page).locator('h2').textContent())
    .toBe(`What ${layer} does to the inputs`);
  await expect.poll(() => epochLine(page)).toBe(`Epoch ${epoch} of 200`);
  await agrees(page, layer);

  // The whole of it, and each of its parts opened.
  for (const summary of await inspector(page).locator('summary').all()) await summary.click();
  expect(await violations(page)).toEqual([]);

  const list = inspector(page).locator('.cell-list tbody tr');
  const sizes = (await list.locator('td:nth-child(2)').allTextContents()).map((size) =>
    Number(size.replaceAll(',', '')),
  );
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  await list.nth(1).getByRole('button').click();
  const said = inspector(page).locator('.shared [role="status"]');
  await expect
    .poll(() => said.textContent())
    .toMatch(new RegExp(`^${sizes[1]} inputs? in ${layer}|own code`));
  await inspector(page).getByRole('radio', { name: 'the most mixed' }).check();
  const mixing = (await list.locator('td:last-child').allTextContents()).map(Number);
  expect(mixing).toEqual([...mixing].sort((a, b) => b - a));

  // From the map: the input at its upper left is the first of all.
  await inspector(page)
    .getByRole('application', { name: /^Map of/ })
    .click({ position: { x: 1, y: 1 } });
  await expect.poll(() => said.textContent()).toMatch(/000000 000000/);
});

test('the page stays where it is, however far the inspector scrolls, on images too', async () => {
  const page = await opened('task=mnist&net=8-3&bits=4&lr=0.002&epochs=1');
  await page.keyboard.press('i');
  await inspector(page).locator('.inputs, canvas, img').first().waitFor();
  await inspector(page).evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const beyond = await page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollHeight - root.clientHeight;
  });
  expect(beyond).toBe(0);
});

test('keys open a point of the plane, move both ways, and go back to where they were', async () => {
  const page = await opened('act=relu&bits=4&epochs=200');
  const plane = page.getByRole('application', { name: /^Information plane/ });
  await plane.press('End');
  await plane.press('ArrowUp');
  for (let i = 0; i < 5; i++) await plane.press('ArrowLeft');
  const said = page.locator('[aria-live="polite"]').filter({ hasText: 'at epoch' });
  const [, layer = '', epoch = ''] = /^(T\d) at epoch ([\d,]+):/.exec((await said.textContent()) ?? '') ?? [];
  await plane.press('Enter');
  await expect.poll(() => epochLine(page)).toBe(`Epoch ${epoch} of 200`);
  await agrees(page, layer);

  const [own, bar] = [
    inspector(page).getByRole('slider', { name: 'Epoch' }),
    page.locator('.bar').getByRole('slider', { name: 'Epoch' }),
  ];
  await own.press('End');
  await expect.poll(() => bar.getAttribute('aria-valuetext')).toBe('epoch 200 of 200');
  await agrees(page, layer);
  await bar.press('Home');
  await expect.poll(() => epochLine(page)).toBe('Epoch 0 of 200');
  await agrees(page, layer);

  const weights = inspector(page).getByRole('application', { name: /^Weights of/ });
  await weights.press('ArrowRight');
  await weights.press('ArrowRight');
  await expect
    .poll(() => inspector(page).locator('.weight-said').textContent())
    .toMatch(/^Input 1 to unit 2: −?[\d.]+, rounded from −?[\d.]+$/);

  await inspector(page).getByRole('group', { name: 'Layer of the inspector' }).getByText('T2').click();
  await agrees(page, 'T2');
  await page.keyboard.press('Escape');
  await expect.poll(() => inspector(page).count()).toBe(0);
  expect(await plane.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('by a ruler of bins the codes are those of the bins', async () => {
  const page = await opened('act=tanh&bits=float&epochs=100');
  await page
    .getByRole('combobox', { name: 'Ruler', exact: true })
    .selectOption({ label: 'bins of equal width' });
  await page.getByRole('button', { name: 'Inspect T5' }).first().click();
  const row = page.locator('.layers tr', { hasText: 'T5' });
  await expect
    .poll(() =>
      inspector(page)
        .getByText(/^Codes by the ruler/)
        .count(),
    )
    .toBe(1);
  await expect
    .poll(async () => (await row.locator('td').last().textContent()) === (await value(page, 'ity')))
    .toBe(true);
});

test('the maps lead to it, and what has merged or split since an epoch can be marked there', async () => {
  const page = await opened('act=relu&bits=4&epochs=200');
  await page.locator('summary', { hasText: 'What each layer tells apart' }).click();
  await page.getByRole('button', { name: 'T5 large' }).click();
  const large = page.getByRole('dialog', { name: 'What a layer tells apart' });
  await large.getByRole('textbox', { name: 'Compare with epoch' }).fill('101');
  const marks = [/of this code on the map$/, /that shared a code on the map$/].map((name) =>
    large.getByRole('button', { name }).first(),
  );
  const picture = (): Promise<string> =>
    large.locator('canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await picture();
  for (const mark of marks) {
    await mark.click();
    expect(await mark.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(async () => (await picture()) === before).toBe(false);
  }
  expect(await marks[0]?.getAttribute('aria-pressed')).toBe('false');
  expect(await violations(page)).toEqual([]);
  await marks[1]?.click();
  await expect.poll(async () => (await picture()) === before).toBe(true);
  await large.getByRole('button', { name: 'Inspect T5' }).click();
  await agrees(page, 'T5');
  await inspector(page).locator('summary', { hasText: 'Samples in T5' }).click();
  const samples = inspector(page).getByRole('img', { name: /^Samples in T5/ });
  await inspector(page).getByText('Mean output of each class').waitFor();
  const said = inspector(page).locator('.shared [role="status"]');
  const first = await said.textContent();
  // Somewhere there is a mark of another code.
  for (let y = 30; y < 240 && (await said.textContent()) === first; y += 12) {
    for (let x = 30; x < 560 && (await said.textContent()) === first; x += 24)
      await samples.click({ position: { x, y } });
  }
  expect(await said.textContent()).not.toBe(first);
});

test('a mean has no codes, and one of the repeats can be chosen there', async () => {
  const page = await opened('act=relu&bits=4&epochs=60&repeats=3');
  await page
    .locator('.bar')
    .getByRole('combobox', { name: 'What is shown of the repeats' })
    .selectOption('mean');
  await page.getByRole('button', { name: 'Inspect T5' }).first().click();
  await inspector(page)
    .getByText(/^A mean of repeats has no codes/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await inspector(page).getByRole('combobox').selectOption('2');
  await agrees(page, 'T5');
});

test.for(['light', 'dark'] as const)('on a phone it covers the page and fits, %s', async (colorScheme) => {
  const page = await opened('act=relu&bits=4&epochs=60&task=circle', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme,
  });
  await page
    .getByRole('navigation', { name: 'Parts of the page' })
    .getByRole('button', { name: 'Layer' })
    .tap();
  await page.locator('.card').getByRole('button', { name: 'Inspect T5' }).tap();
  await inspector(page).getByText('Inputs that share a code').waitFor();
  for (const summary of await inspector(page).locator('summary').all()) await summary.click();
  expect(await violations(page)).toEqual([]);
  const wide = (): number => document.querySelector('.inspector')?.scrollWidth ?? Infinity;
  expect(await page.evaluate(wide)).toBeLessThanOrEqual(390);
  const small = await inspector(page).evaluate((sheet) =>
    [...sheet.querySelectorAll('button, select, summary, input')].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      return width === 0 || (width >= 43.5 && height >= 43.5) ? [] : [target.outerHTML.slice(0, 80)];
    }),
  );
  expect(small).toEqual([]);
  await inspector(page).getByRole('button', { name: 'Close the inspector' }).tap();
  await expect.poll(() => inspector(page).count()).toBe(0);
});
