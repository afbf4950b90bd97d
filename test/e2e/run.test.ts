import { expect, test } from 'vitest';
import recorded from '../fingerprints.json' with { type: 'json' };
import { countLongTasks, describeLongTasks, longTasks } from './long-tasks.ts';
import { usePages } from './pages.ts';
import { fingerprint, press, trainingLine } from './transport.ts';

const pages = usePages();

test('the default run starts by itself, ends, and has the recorded fingerprint', async () => {
  const began = Date.now();
  const page = await pages.open('', { prepare: countLongTasks });
  expect(await fingerprint(page)).toBe(recorded.runs['']);
  const seconds = (Date.now() - began) / 1000;
  expect(await trainingLine(page)).toMatch(/^8,000 epochs, 1,602 measurements in [\d.]+\ss$/);
  console.log(
    `The default run: ${seconds.toFixed(1)} s from opening the page to its end; ` +
      `${describeLongTasks(await longTasks(page))}.`,
  );
});

/** Long enough to be seen on its way. */
const long = 'act=hardtanh&epochs=3000&every=log';

test('the run can be repeated from the same seed, with the same fingerprint', async () => {
  const page = await pages.open(long);
  const first = await fingerprint(page);
  await press(page, 'Reset');
  await page.getByLabel('Fingerprint', { exact: true }).waitFor({ state: 'detached' });
  expect(await fingerprint(page)).toBe(first);
});

test('the page works inside a frame of another page', async () => {
  const page = await pages.open('', {
    path: 'outer.html',
    prepare: (opened) =>
      opened.context().route(/outer\.html$/, (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: '<iframe src="./?act=relu&epochs=200" width="1000" height="700"></iframe>',
        }),
      ),
  });
  const output = page.frameLocator('iframe').getByLabel('Fingerprint', { exact: true });
  await output.waitFor({ state: 'attached' });
  expect(await output.textContent()).toBe(recorded.runs['act=relu&epochs=200']);
});
