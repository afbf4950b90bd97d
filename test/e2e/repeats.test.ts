import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fingerprintOfRepeats } from '../../src/core/experiment/fingerprint.ts';
import { isDiscarded, Repeat } from '../../src/core/experiment/repeat.ts';
import { arithmeticVersion } from '../../src/core/experiment/run.ts';
import { icosahedron } from '../../src/core/tasks/icosahedron.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import { fromQuery } from '../../src/share/link.ts';
import recorded from '../fingerprints.json' with { type: 'json' };
import { countLongTasks, describeLongTasks, longTasks } from './long-tasks.ts';
import { usePages } from './pages.ts';
import { button, fingerprint, press } from './transport.ts';
import { violations } from './violations.ts';

const pages = usePages();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** What Node gives for a link: each repeat's fingerprint. */
function inNode(query: string): string[] {
  const { experiment } = fromQuery(query);
  // The building of the page has compiled it.
  const module = new WebAssembly.Module(readFileSync('src/kernel/build/kernel.wasm'));
  const task = icosahedron();
  return Array.from({ length: experiment.repeats }, (_, i) => {
    let text = '';
    const run = new Repeat(experiment, task, (spec, data) => new WasmKernel(module, spec, data), i + 1);
    for (const event of run) if (typeof event !== 'number' && !isDiscarded(event)) text = event.fingerprint;
    return text;
  });
}

const choice = (page: Page) => page.getByRole('combobox', { name: 'What is shown of the repeats' });

/** The values of the layer list, as they are read. */
const values = async (page: Page): Promise<string[]> => page.locator('.layers td.num').allTextContents();

test('repeats are trained, named together as in Node, and their link gives the same again', async () => {
  const page = await pages.open('repeats=4&epochs=200');
  const expected = inNode('repeats=4&epochs=200');
  expect(await fingerprint(page)).toBe(fingerprintOfRepeats(arithmeticVersion, expected));
  expect(await page.locator('.status-training p').textContent()).toBe('4 repeats of 200 epochs');
  // Those that have nothing to do any more are ended.
  await expect.poll(() => page.workers().length).toBeLessThanOrEqual(1);

  await page.getByText('Repeats: 4 of 4').click();
  const table = page.getByRole('table', { name: 'Repeats of seed 1, with their fingerprints' });
  await table.waitFor();
  expect(await table.locator('td.code').allTextContents()).toEqual(expected);
  // All of it is in sight, without scrolling sideways.
  const beyond = await table.evaluate((element) => {
    const room = element.parentElement;
    return room ? room.scrollWidth - room.clientWidth : NaN;
  });
  expect(beyond).toBe(0);
  expect(await violations(page)).toEqual([]);

  const url = new URL(page.url());
  const again = await pages.open(url.search.slice(1) || 'repeats=4&epochs=200');
  expect(await fingerprint(again)).toBe(fingerprintOfRepeats(arithmeticVersion, expected));
});

test('the mean and any repeat can be looked at, which changes nothing that is trained', async () => {
  const page = await pages.open('repeats=3&epochs=200&act=relu', { reducedMotion: 'reduce' });
  const name = await fingerprint(page);
  const address = page.url();
  await page.getByRole('slider', { name: 'Epoch' }).press('End');
  const seen = new Map<string, string[]>();
  for (const value of ['1', '2', '3', 'mean', 'nearest', 'farthest']) {
    await choice(page).selectOption(value);
    await page.waitForTimeout(250);
    seen.set(value, await values(page));
  }
  const [one, two, three, mean] = ['1', '2', '3', 'mean'].map((value) => (seen.get(value) ?? []).map(Number));
  expect(one).not.toEqual(two);
  one?.forEach((value, i) =>
    expect(mean?.[i]).toBeCloseTo((value + (two?.[i] ?? NaN) + (three?.[i] ?? NaN)) / 3, 1),
  );
  const repeats = ['1', '2', '3'].map((value) => seen.get(value));
  expect(repeats).toContainEqual(seen.get('nearest'));
  expect(repeats).toContainEqual(seen.get('farthest'));
  expect(seen.get('nearest')).not.toEqual(seen.get('farthest'));
  expect(page.url()).toBe(address);
  expect(await fingerprint(page)).toBe(name);
});

test('one press gives eight seeds, shown as their mean, and keeps the one that is done; another gives the one back', async () => {
  const page = await pages.open('act=relu&epochs=200');
  const one = await fingerprint(page);
  expect(one).toBe(recorded.runs['act=relu&epochs=200']);
  await press(page, '8 seeds');
  await page.getByText(/^\d of 8 repeats/).waitFor();
  expect(new URL(page.url()).searchParams.get('repeats')).toBe('8');
  const eight = await fingerprint(page);
  expect(eight).not.toBe(one);
  expect(await choice(page).inputValue()).toBe('mean');
  await press(page, '1 seed');
  await page.getByRole('button', { name: '8 seeds' }).waitFor();
  await expect.poll(() => fingerprint(page)).toBe(one);
  await press(page, '8 seeds');
  await expect.poll(() => fingerprint(page)).toBe(eight);
});

test('repeats can be held and stopped, and the rest be trained; those that are done are kept', async () => {
  // Long enough to be still training when the button is reached.
  const page = await pages.open('repeats=4&epochs=3000&act=relu');
  await page.getByText(/^1 of 4 repeats/).waitFor();
  await press(page, button.hold);
  const held = page.getByText(/^Training held, \d of 4 repeats done$/);
  const line = await held.textContent();
  await page.waitForTimeout(500);
  expect(await held.textContent()).toBe(line);
  await press(page, button.trainOn);
  await page.getByText(/^\d of 4 repeats/).waitFor();
  await press(page, button.stop);
  await page.getByText(/^Stopped, \d of 4 repeats done$/).waitFor();
  await press(page, 'Train the rest');
  const expected = fingerprintOfRepeats(arithmeticVersion, inNode('repeats=4&epochs=3000&act=relu'));
  expect(await fingerprint(page)).toBe(expected);
});

test('a repeat that no attempt fits has ended: all its attempts are listed, and nothing is offered again', async () => {
  const page = await pages.open('act=relu&net=1-1-1&epochs=1100&repeats=3&every=100&bits=4');
  await page.getByText('2 of 3 repeats done, 1 failed').waitFor();
  const notice = page.getByRole('status').filter({ hasText: 'did not fit in 20 attempts' });
  expect(await notice.textContent()).toMatch(/Repeat 3: It did not fit/);
  expect(await page.getByRole('button', { name: /Run again|Train the rest/ }).count()).toBe(0);
  await page.getByText(/^Repeats: 2 of 3, \d+ thrown away$/).click();
  const thrown = page.getByRole('table', { name: 'Bad fits, thrown away and begun again' });
  await thrown.waitFor();
  const last = await thrown.getByRole('row').last().getByRole('cell').allTextContents();
  expect(last.slice(0, 3)).toEqual(['1', '3', '20']);
});

test('shuffled labels first: the slider and the player go through both, and say which is which', async () => {
  const page = await pages.open('prefit=50&epochs=100', { reducedMotion: 'reduce' });
  await fingerprint(page);
  const slider = page.getByRole('slider', { name: 'Epoch' });
  await slider.press('End');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('epoch 150 of 150');
  await slider.press('Home');
  await slider.press('ArrowRight');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('epoch 1 of 150, shuffled labels');
  expect(await page.locator('.prefit-name').textContent()).toBe('shuffled labels');
  expect(await violations(page)).toEqual([]);
});

test('on a phone the choice is in the sheet, for a finger, and what is chosen stands beside the plane', async () => {
  const page = await pages.open('repeats=2&epochs=200&act=relu', phone);
  await fingerprint(page);
  const which = page.locator('.which-shown');
  expect(await which.textContent()).toBe('repeat 1 of 2');
  await page.getByRole('button', { name: 'How it is shown' }).tap();
  const box = await choice(page).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(43.5);
  await choice(page).selectOption('mean');
  await expect.poll(() => which.textContent()).toBe('mean ± sd of 2');
  expect(await violations(page)).toEqual([]);
});

test('fifty repeats of six layers are drawn without long tasks, and how is printed', async () => {
  const page = await pages.open('repeats=50&epochs=60&every=1', { prepare: countLongTasks });
  await fingerprint(page);
  await choice(page).selectOption('mean');
  await press(page, button.play);
  const before = (await longTasks(page)).length;
  const frames = await page.evaluate(async () => {
    const times: number[] = [];
    for (let i = 0; i < 120; i++)
      times.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)));
    return times.length / (((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000);
  });
  const tasks = await longTasks(page);
  console.log(
    `Fifty repeats: ${frames.toFixed(0)} frames a second while the mean plays; ` +
      `${tasks.length - before} long tasks then; in all ${describeLongTasks(tasks)}.`,
  );
});
