import { expect, test, vi } from 'vitest';
import { numbersOf, type RepeatResult } from '../../src/core/experiment/presets/outcome.ts';
import { NumbersQueue } from '../../src/panels/numbersQueue.ts';
import { madeRepeat } from '../core/experiment/presets/made-up.ts';

const run = (end: number): RepeatResult =>
  madeRepeat([
    [1, [3, 0.1], [2, 0.2], [2, 0.2]],
    [6, [9, 0.4], [7, 0.3], [8, 0.3]],
    [11, [end, 0.9], [4, 0.8], [6, 0.8]],
  ]);

test('the numbers of a run come later, row by row, once; then whoever listens is told', async () => {
  const queue = new NumbersQueue();
  const heard = vi.fn();
  queue.subscribe(heard);
  const keys = [{}, {}] as const;
  queue.want(keys[0], () => run(8), { prefit: 0 });
  queue.want(keys[1], () => run(7), { prefit: 0 });
  queue.want(keys[0], () => run(6), { prefit: 0 });
  expect(queue.of(keys[0])).toBeUndefined();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
  expect(queue.of(keys[0])).toEqual(numbersOf(run(8), { prefit: 0 }));
  expect(queue.of(keys[1])!.rows[0]!.values.fall).toBe(2);
  queue.want(keys[0], () => run(5), { prefit: 0 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(queue.version()).toBe(2);
});
