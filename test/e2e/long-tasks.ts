import type { Page } from 'playwright-core';

/** A task of more than 50 ms on the main thread. */
export interface LongTask {
  /** Milliseconds since the page was opened. */
  readonly start: number;
  /** Milliseconds. */
  readonly duration: number;
}

interface Watched {
  longTasks?: LongTask[];
}

/** From the next loading of the page on, notes each task over 50 ms on the main thread. */
export async function countLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: LongTask[] = [];
    (globalThis as Watched).longTasks = tasks;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** Those noted so far. */
export function longTasks(page: Page): Promise<LongTask[]> {
  return page.evaluate(() => (globalThis as Watched).longTasks ?? []);
}

/** For people to read: how many, and when each of the longest came. */
export function describeLongTasks(tasks: readonly LongTask[]): string {
  const longest = tasks.toSorted((a, b) => b.duration - a.duration).slice(0, 5);
  const each = longest.map(
    ({ start, duration }) => `${duration.toFixed(0)} ms at ${(start / 1000).toFixed(1)} s`,
  );
  const count = `${tasks.length} tasks over 50 ms on the main thread`;
  return each.length > 0 ? `${count}, the longest ${each.join(', ')}` : count;
}
