import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { usePages } from './pages.ts';
import { fingerprint, trainingLine } from './transport.ts';

const pages = usePages();

/** What has the focus, in words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    const labels = element instanceof HTMLInputElement ? element.labels : null;
    const name = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent;
    return `${element.tagName.toLowerCase()} ${name.trim()}`;
  });
}

/** Presses Tab until the focus is on something of that name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
  }
  throw new Error(`Tab never came to ${String(name)}, but to: ${passed.join(', ')}`);
}

test('a run can be set, watched and read with the keyboard alone', async () => {
  const page = await pages.open('epochs=200');
  await fingerprint(page);

  await tabTo(page, /^input tanh/);
  await page.keyboard.press('ArrowRight');
  await page.getByLabel('Fingerprint', { exact: true }).waitFor({ state: 'detached' });
  expect(await fingerprint(page)).toBe(recorded.runs['act=relu&epochs=200']);

  await tabTo(page, /^button (Play|Pause)/);
  await tabTo(page, /^input Epoch$/);
  await page.keyboard.press('Home');
  const slider = page.getByRole('slider', { name: 'Epoch' });
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('epoch 0 of 200');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('epoch 1 of 200');
  await page.keyboard.press('End');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('epoch 200 of 200');

  await tabTo(page, /^div Information plane/);
  await page.keyboard.press('End');
  const said = page.getByText(/^T\d at epoch 200: I\(X;T\) [\d.]+ bits, I\(T;Y\) [\d.]+ bits, [\d,]+ codes/);
  await said.waitFor({ state: 'attached' });
});

test('arrow keys on the plane go from point to point, and each is read out with all its numbers', async () => {
  const page = await pages.open('act=relu&epochs=200');
  await fingerprint(page);
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  const plane = page.getByRole('application', { name: /^Information plane/ });
  const said = page.locator('[aria-live="polite"]').filter({ hasText: 'at epoch' });
  const numbers = /^T\d at epoch [\d,]+: I\(X;T\) [\d.]+ bits, I\(T;Y\) [\d.]+ bits, [\d,]+ codes?/;
  const seen: string[] = [];
  for (const key of ['End', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home']) {
    await plane.press(key);
    const text = (await said.textContent()) ?? '';
    expect(text).toMatch(numbers);
    seen.push(text);
  }
  expect(seen[0]).toContain('at epoch 200:');
  expect(seen[1]).toContain('at epoch 196:');
  expect(seen[4]).toContain('at epoch 0:');
  expect(new Set(seen.map((text) => text.slice(0, 2))).size).toBeGreaterThan(1);
  await plane.press('Escape');
  expect(await said.count()).toBe(0);

  await plane.press('+');
  await page.getByRole('button', { name: 'Reset zoom' }).waitFor();
  await plane.press('0');
  await page.getByRole('button', { name: 'Reset zoom' }).waitFor({ state: 'detached' });
});

test('the space bar plays and pauses', async () => {
  const page = await pages.open('epochs=100000');
  await page.getByText(/^Trained to/).waitFor();
  await page.keyboard.press(' ');
  await expect.poll(() => trainingLine(page)).toMatch(/^Training held/);
  await page.keyboard.press(' ');
  await expect.poll(() => trainingLine(page)).toMatch(/^Trained to/);
});

test('the focus goes all around the page, and nothing to press is left out', async () => {
  const page = await pages.open('epochs=200');
  await fingerprint(page);
  await page.evaluate(() => {
    const pressable = 'button, input, select, summary, a[href], [tabindex="0"]';
    for (const element of document.querySelectorAll(pressable)) {
      const unchosen = element instanceof HTMLInputElement && element.type === 'radio' && !element.checked;
      if (element.checkVisibility() && !unchosen) element.setAttribute('data-to-reach', '');
    }
  });
  const left = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-to-reach]')].map((element) => element.outerHTML),
    );
  const count = (await left()).length;
  expect(count).toBeGreaterThan(20);
  for (let i = 0; i < count + 10; i++) {
    await page.keyboard.press('Tab');
    await page.evaluate(() => document.activeElement?.removeAttribute('data-to-reach'));
  }
  expect(await left()).toEqual([]);
});
