import { describe, expect, test } from 'vitest';
import { secondsLeft } from '../../src/store/time-left.ts';

const running = (left: number) => ({ status: 'running', secondsLeft: left, rate: 10 }) as const;
const waiting = { status: 'waiting', secondsLeft: null, rate: null } as const;
const done = { status: 'done', secondsLeft: null, rate: null } as const;

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

  test('is not known before a speed is, nor when nothing is left', () => {
    expect(secondsLeft([{ status: 'running', secondsLeft: null, rate: null }, waiting], 1, 100)).toBeNull();
    expect(secondsLeft([done, done], 1, 100)).toBeNull();
  });
});
