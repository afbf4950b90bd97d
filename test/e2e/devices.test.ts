import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { usePages } from './pages.ts';
import { fingerprint } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();
const query = 'act=relu&epochs=200';

/** How far the page reaches beyond the window, to the right and (but for phones, which scroll) below. */
function beyond(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth - innerWidth, scrollHeight - innerHeight];
  });
}

/** Px: type of the page, and of the plane as it is drawn. */
function type(page: Page): Promise<{ page: number; plane: number }> {
  return page.evaluate(() => {
    const title = [...document.querySelectorAll('.plane-host text')].find((text) =>
      text.textContent.startsWith('I(X;T)'),
    );
    const body = Number.parseFloat(getComputedStyle(document.body).fontSize);
    return { page: body, plane: title?.getBoundingClientRect().height ?? 0 };
  });
}

/** What is pressed and is smaller than a finger. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, select, summary, input')].flatMap((target) => {
      const element = target.matches('[type=checkbox], [type=radio]')
        ? (target.closest('label') ?? target)
        : target;
      const { width, height } = element.getBoundingClientRect();
      const fits = !element.checkVisibility() || width === 0 || (width >= 43.5 && height >= 43.5);
      return fits ? [] : [`${element.outerHTML.slice(0, 120)} ${width} x ${height}`];
    }),
  );
}

test('for a projector type and marks are large, one thing stands beside the plane, and the choice is kept', async () => {
  const page = await pages.open(query, {
    viewport: { width: 1024, height: 768 },
    reducedMotion: 'reduce',
  });
  const first = await fingerprint(page);
  const toggle = page.getByRole('button', { name: 'Large type for a projector' });
  await toggle.waitFor();
  const before = await type(page);
  await toggle.click();
  expect(await toggle.getAttribute('aria-pressed')).toBe('true');
  await expect.poll(async () => (await type(page)).plane / before.plane).toBeGreaterThan(1.4);
  expect((await type(page)).page / before.page).toBeGreaterThan(1.2);
  expect(await beyond(page)).toEqual([0, 0]);
  const chip = page.getByRole('button', { name: /^T6/ });
  expect(await chip.isVisible()).toBe(true);
  const panel = page.getByRole('radio', { name: 'ReLU', exact: true });
  expect(await panel.isVisible()).toBe(false);
  expect(await violations(page)).toEqual([]);

  // What is drawn larger is found where it is drawn.
  const plane = page.getByRole('application', { name: /^Information plane/ });
  await plane.focus();
  await page.keyboard.press('ArrowRight');
  const title = page.getByText(/^T\d, epoch \d+$/);
  await title.waitFor();
  const spoken = await title.textContent();
  const ring = await page.evaluate(() => {
    const rings = document.querySelectorAll('.plane-host [data-role="focus"]');
    const { x, y, width, height } = rings[rings.length - 1]?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.keyboard.press('Escape');
  await page.mouse.move(ring.x, ring.y);
  await expect.poll(() => title.textContent()).toBe(spoken);

  for (const tab of ['Experiment', 'Curves', 'Layer']) {
    await page.getByRole('button', { name: tab, exact: true }).click();
    expect(await beyond(page)).toEqual([0, 0]);
  }
  await page.getByRole('button', { name: 'Experiment', exact: true }).click();
  expect(await panel.isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await toggle.waitFor();
  expect(await toggle.getAttribute('aria-pressed')).toBe('true');
  expect(await fingerprint(page)).toBe(first);
  await toggle.click();
  await expect.poll(async () => (await type(page)).page).toBe(before.page);
});

test('from 320 px to 4K nothing reaches beyond the page, and on 4K all is larger', async () => {
  const page = await pages.open(query, { reducedMotion: 'reduce' });
  await fingerprint(page);
  const usual = await type(page);
  for (const [width, height] of [
    [320, 640],
    [768, 1024],
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => beyond(page)).toEqual([0, 0]);
  }
  await expect.poll(async () => (await type(page)).plane / usual.plane).toBeGreaterThan(1.5);
});

/** Px that a part has. */
async function sizeOf(page: Page, part: string): Promise<{ width: number; height: number; bottom: number }> {
  const box = await page.locator(part).boundingBox();
  if (!box) throw new Error(`There is no ${part}.`);
  return { ...box, bottom: box.y + box.height };
}

test('a lesson, or the inspector, leaves the plane most of a projector', async () => {
  const page = await pages.open('lesson=reading', { reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Large type for a projector' }).click();
  for (const [width, height] of [
    [1024, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => beyond(page)).toEqual([0, 0]);
    const [plane, lesson] = [await sizeOf(page, '.plane-host'), await sizeOf(page, '.lesson')];
    expect(plane.width / width).toBeGreaterThan(0.45);
    expect(plane.height / height).toBeGreaterThan(0.5);
    expect(lesson.width / width).toBeGreaterThan(0.3);
  }
  expect(await violations(page)).toEqual([]);
  await page.goto(`${pages.address}?epochs=20`);
  await fingerprint(page);
  await page.keyboard.press('i');
  await page.locator('.inspector[open]').waitFor();
  const [plane, inspector] = [await sizeOf(page, '.plane-host'), await sizeOf(page, '.inspector')];
  expect([plane.width > 800, inspector.width > 600, await beyond(page)]).toEqual([true, true, [0, 0]]);
});

test('on a phone on its side the plane and its playback are in sight together', async () => {
  const page = await pages.open(query, { viewport: { width: 844, height: 390 }, reducedMotion: 'reduce' });
  await fingerprint(page);
  for (const [width, height] of [
    [844, 390],
    [667, 375],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.locator('.plane-host').evaluate((plane) => plane.scrollIntoView());
    const [plane, bar] = [await sizeOf(page, '.plane-host'), await sizeOf(page, '.bar')];
    expect(bar.bottom).toBeLessThanOrEqual(height);
    expect(plane.bottom).toBeLessThanOrEqual(bar.bottom - bar.height + 60);
  }
});

test('an embedded page that may be edited shows its settings beside the plane, as high as that', async () => {
  const page = await pages.open('embed=edit&epochs=20', { viewport: { width: 1000, height: 600 } });
  await fingerprint(page);
  const [settings, body] = [await sizeOf(page, '.embed .left'), await sizeOf(page, '.embed-body')];
  expect(settings.height).toBe(body.height);
  expect(settings.height).toBeGreaterThan(300);
});

test('on a tablet two fingers zoom the plane, one moves it, and every target is as large as a finger', async () => {
  const page = await pages.open(query, {
    viewport: { width: 1024, height: 768 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  await fingerprint(page);
  expect(await small(page)).toEqual([]);
  const box = await page.getByRole('application', { name: /^Information plane/ }).boundingBox();
  if (!box) throw new Error('There is no plane.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const fingers = await page.context().newCDPSession(page);
  const touch = (kind: 'touchStart' | 'touchMove' | 'touchEnd', ...at: (readonly [number, number])[]) =>
    fingers.send('Input.dispatchTouchEvent', {
      type: kind,
      touchPoints: at.map(([px, py], id) => ({ x: px, y: py, id })),
    });
  const ticks = (): Promise<string> =>
    page
      .locator('.plane-host text')
      .allTextContents()
      .then((texts) => texts.filter((text) => /^[\d.]+$/.test(text)).join(' '));
  const whole = await ticks();
  await touch('touchStart', [x - 30, y], [x + 30, y]);
  for (let step = 1; step <= 6; step++)
    await touch('touchMove', [x - 30 - 20 * step, y], [x + 30 + 20 * step, y]);
  await touch('touchEnd');
  const reset = page.getByRole('button', { name: 'Reset zoom' });
  await reset.waitFor();
  const zoomed = await ticks();
  expect(zoomed).not.toBe(whole);
  await touch('touchStart', [x, y]);
  for (let step = 1; step <= 6; step++) await touch('touchMove', [x - 25 * step, y]);
  await touch('touchEnd');
  await expect.poll(ticks).not.toBe(zoomed);

  // What is in sight stays so when the plane changes its size.
  const ends = async (): Promise<string[]> => {
    const [left, ...others] = (await ticks()).split(' ');
    return [left ?? '', others.at(-1) ?? ''];
  };
  const moved = await ends();
  await page.setViewportSize({ width: 1180, height: 1000 });
  await expect.poll(ends).toEqual(moved);
  await page.setViewportSize({ width: 1024, height: 768 });
  await reset.tap();
  await expect.poll(ticks).toBe(whole);
  expect(await violations(page)).toEqual([]);
});

test('who listens hears that training began, and how it ended', async () => {
  const page = await pages.open('epochs=2000', {});
  const said = page.locator('.milestones');
  await expect.poll(() => said.textContent(), { interval: 50 }).toMatch(/^Training begins: 12-bit task/);
  const result = await fingerprint(page);
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  await expect.poll(() => said.textContent()).toMatch(/^The run has ended at epoch 2,000\. T6, the output/);
  expect(await said.textContent()).toContain(`Fingerprint ${result}`);
  expect(await said.getAttribute('role')).toBe('status');
});
