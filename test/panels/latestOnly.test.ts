import { expect, test } from 'vitest';
import { LatestOnly } from '../../src/panels/latestOnly.ts';

test('of what is asked for while work goes on, only the latest is done', async () => {
  const queue = new LatestOnly();
  const done: number[] = [];
  const ends: (() => void)[] = [];
  const work = (number: number) => () =>
    new Promise<void>((resolve) => {
      ends.push(() => {
        done.push(number);
        resolve();
      });
    });
  const endFirst = async (): Promise<void> => {
    ends.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  for (const number of [1, 2, 3, 4]) queue.ask(work(number));
  await endFirst();
  await endFirst();
  expect(done).toEqual([1, 4]);
  expect(ends).toEqual([]);
  queue.ask(work(5));
  await endFirst();
  expect(done).toEqual([1, 4, 5]);
});
