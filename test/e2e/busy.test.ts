import { test } from 'vitest';
import { countLongTasks, describeLongTasks, longTasks } from './long-tasks.ts';
import { usePages } from './pages.ts';
import { trainedBeyond } from './transport.ts';

const pages = usePages();

// Printed, not judged: how long a task takes depends on what else the machine is doing. The benchmark judges.
test.for([
  ['the default run', ''],
  ['a wide network', 'net=64-64-64-64-64-64-64-64&epochs=100000'],
  ['a measurement every epoch', 'every=1&epochs=100000'],
] as const)('the main thread is watched while %s trains', async ([name, query]) => {
  const page = await pages.open(query, { prepare: countLongTasks });
  await trainedBeyond(page, 1);
  await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)));
  const loading = (await longTasks(page)).length;
  await page.waitForTimeout(4000);
  const tasks = await longTasks(page);
  console.log(
    `Loading the page for ${name}: ${describeLongTasks(tasks.slice(0, loading))}.\n` +
      `4 s of ${name}: ${describeLongTasks(tasks.slice(loading))}.`,
  );
});
