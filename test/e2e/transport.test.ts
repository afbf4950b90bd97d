import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { usePages } from './pages.ts';
import { button, fingerprint, isDone, press, trainedBeyond, trainingLine } from './transport.ts';

const pages = usePages();

/** Long enough that nothing still on its way can arrive later. */
const aWhile = 700;

/** The epoch that is looked at, as the slider reads it out. */
async function viewedEpoch(page: Page): Promise<number> {
  const slider = page.getByRole('slider', { name: 'Epoch' });
  // While the view moves, the text for screen readers comes once a second.
  await page.waitForTimeout(1100);
  const [, epoch = ''] = /epoch ([\d,]+) of/.exec((await slider.getAttribute('aria-valuetext')) ?? '') ?? [];
  return Number(epoch.replaceAll(',', ''));
}

test('pausing holds view and training where they are, and the run that goes on is the same run', async () => {
  const page = await pages.open();
  await trainedBeyond(page, 300);
  await press(page, button.pause);
  await page.waitForTimeout(aWhile);
  const line = await trainingLine(page);
  const epoch = await viewedEpoch(page);
  expect(line).toMatch(/^Training held at epoch [\d,]+$/);
  await page.waitForTimeout(aWhile);
  expect(await trainingLine(page)).toBe(line);
  expect(await viewedEpoch(page)).toBe(epoch);
  expect(await isDone(page)).toBe(false);

  await press(page, button.play);
  expect(await fingerprint(page)).toBe(recorded.runs['']);
});

test('a step goes to the next measurement, one that is not trained yet too', async () => {
  const page = await pages.open('epochs=20000&every=100');
  await trainedBeyond(page, 300);
  await press(page, button.pause);
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  const before = await viewedEpoch(page);
  expect(before % 100).toBe(1);
  await press(page, button.step);
  await expect.poll(() => viewedEpoch(page)).toBe(before + 100);
  await page.waitForTimeout(aWhile);
  expect(await trainingLine(page)).toMatch(/^Training held/);
  await page.getByRole('slider', { name: 'Epoch' }).press('ArrowLeft');
  expect(await viewedEpoch(page)).toBe(before);
});

test('training can be held and stopped while the view goes on', async () => {
  const page = await pages.open('epochs=100000');
  await trainedBeyond(page, 100);
  await press(page, button.hold);
  await page.waitForTimeout(aWhile);
  const line = await trainingLine(page);
  expect(line).toMatch(/^Training held at epoch [\d,]+$/);
  await page.waitForTimeout(aWhile);
  expect(await trainingLine(page)).toBe(line);
  await press(page, button.trainOn);
  await page.getByText(/^Trained to/).waitFor();
  await press(page, button.stop);
  await page.getByText(/^Stopped at epoch/).waitFor();
  expect(await isDone(page)).toBe(false);
});

test('a network of the largest size can be held, and how soon is printed', async () => {
  const page = await pages.open('net=64-64-64-64&batch=full&epochs=2000');
  await trainedBeyond(page, 1);
  // In the page, since a call from here takes its own time.
  const answer = await page.evaluate(async (name) => {
    const hold = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    const begun = performance.now();
    hold?.click();
    while (!document.body.textContent.includes('Training held at epoch')) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return performance.now() - begun;
  }, 'Hold');
  console.log(`Holding a large network: the page says so after ${answer.toFixed(0)} ms.`);
  await page.waitForTimeout(aWhile);
  const line = await trainingLine(page);
  expect(line).toMatch(/^Training held at epoch [\d,]+$/);
  await page.waitForTimeout(aWhile);
  expect(await trainingLine(page)).toBe(line);
});

test('reset during a run begins the same run again', async () => {
  const page = await pages.open('act=hardtanh&epochs=3000&every=log');
  await trainedBeyond(page, 500);
  await press(page, button.reset);
  expect(await fingerprint(page)).toBe(recorded.runs['act=hardtanh&epochs=3000&every=log']);
});
