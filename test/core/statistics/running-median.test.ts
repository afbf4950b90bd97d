import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runningMedian } from '../../../src/core/statistics/running-median.ts';

const indices = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Every window for itself. */
function naive(values: readonly number[], time: readonly number[], least: number, share: number): number[] {
  return values.map((_, i) => {
    const near = time.slice(0, i).filter((t) => t >= time[i]! * (1 - share)).length;
    const reach = Math.min(i, Math.max(least, near));
    const window = values.slice(i - reach, i + reach + 1).sort((a, b) => a - b);
    const middle = Math.floor(window.length / 2);
    return window.length % 2 === 1 ? window[middle]! : (window[middle - 1]! + window[middle]!) / 2;
  });
}

describe('the running median', () => {
  it('is that of each window for itself', () => {
    const values = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 80 });
    const share = fc.constantFrom(0, 0.05, 0.3, 0.9);
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 3 }), share, (series, least, part) => {
        const time = indices(series.length).map((i) => i * i);
        expect([...runningMedian(series, time, least, part)]).toEqual(naive(series, time, least, part));
      }),
    );
  });

  it('leaves out what one measurement alone shows', () => {
    const series = indices(40).map((i) => (i === 17 ? 100 : 3));
    expect([...runningMedian(series, indices(40), 2, 0.05)]).toEqual(series.map(() => 3));
  });

  it('keeps what rises or falls throughout, but for the last two', () => {
    const series = indices(20).map((i) => i ** 3);
    expect([...runningMedian(series, indices(20), 2, 0)].slice(0, 18)).toEqual(series.slice(0, 18));
    const falling = series.toReversed();
    expect([...runningMedian(falling, indices(20), 2, 0)].slice(0, 18)).toEqual(falling.slice(0, 18));
  });

  it('smooths more the later it is', () => {
    const jump = indices(1000).map((i) => (i >= 900 && i < 920 ? 1 : 0));
    expect(Math.max(...runningMedian(jump, indices(1000), 2, 0.05))).toBe(0);
    const early = indices(1000).map((i) => (i >= 20 && i < 40 ? 1 : 0));
    expect(Math.max(...runningMedian(early, indices(1000), 2, 0.05))).toBe(1);
  });
});
