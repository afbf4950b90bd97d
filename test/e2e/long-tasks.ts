import type { Page } from 'playwright-core';

interface Watched {
  longTasks?: number[];
}

/** From the next loading of the page on, notes the milliseconds of each task over 50 ms on the main thread. */
export async function countLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    (globalThis as Watched).longTasks = tasks;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** Those noted so far. */
export function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => (globalThis as Watched).longTasks ?? []);
}
