import { describe, expect, test } from 'vitest';
import { secondsLeft } from '../../src/store/time-left.ts';

const running = (left: number, attempt = 1, trainedEpochs = 0) =>
  ({ status: 'running', secondsLeft: left, rate: 10, attempt, trainedEpochs }) as const;
const idle = { secondsLeft: null, rate: null, attempt: 1, trainedEpochs: 0 } as const;
const waiting = { ...idle, status: 'waiting' } as const;
const done = { ...idle, status: 'done', trainedEpochs: 100 } as const;
/** Bad fits that showed in epoch 50, 5 s after their begin. */
const badFits = (count: number) => Array.from({ length: count }, () => ({ epoch: 50 }));

describe('the time that is left', () => {
  test('of one repeat is its own', () => {
    expect(secondsLeft([running(3)], 1, 100)).toBe(3);
  });

  test('of several at once is that of the last', () => {
    expect(secondsLeft([running(3), running(7), done], 4, 100)).toBe(7);
  });

  test('gives those that wait to the worker that is free first', () => {
    // 100 epochs at 10 a second take 10 s: the two that wait end at 3 + 10 and 7 + 10.
    expect(secondsLeft([running(3), running(7), waiting, waiting], 2, 100)).toBe(17);
    expect(secondsLeft([running(3), waiting, waiting], 1, 100)).toBe(23);
  });

  test('of a repeat after bad fits is that of as many again, unless it is beyond them or they are used up', () => {
    expect(secondsLeft([done, running(10, 4)], 2, 100, badFits(3))).toBe(10 + 3 * 5);
    expect(secondsLeft([done, running(10, 20)], 2, 100, badFits(19))).toBe(10);
    expect(secondsLeft([done, running(10, 18)], 2, 100, badFits(17))).toBe(10 + 2 * 5);
    expect(secondsLeft([done, running(4, 4, 60)], 2, 100, badFits(3))).toBe(4);
  });

  test('of repeats to come counts the bad fits that are usual', () => {
    // Three repeats were begun and had six bad fits.
    expect(secondsLeft([done, done, running(4, 1, 60), waiting], 1, 100, badFits(6))).toBe(4 + 10 + 2 * 5);
  });

  test('is not known before a speed is, nor when nothing is left', () => {
    expect(secondsLeft([{ ...idle, status: 'running' }, waiting], 1, 100)).toBeNull();
    expect(secondsLeft([done, done], 1, 100)).toBeNull();
  });
});
