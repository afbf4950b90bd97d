import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movingAverage, withZero } from '../../../src/core/quantization/moving-range.ts';
import { golden } from './golden.ts';

type Row = readonly [smallest: number, largest: number, min: number, max: number];

describe('the moving range', () => {
  it('follows the golden values for 50 batches', () => {
    const { rows } = golden('moving-range.json') as { rows: Row[] };
    let [low, high] = [-6, 6];
    for (const [smallest, largest, min, max] of rows) {
      const now = withZero(Math.fround(smallest), Math.fround(largest));
      low = movingAverage(low, now[0], 0.999);
      high = movingAverage(high, now[1], 0.999);
      expect([low, high]).toEqual([min, max]);
    }
  });

  it('stays where it is when nothing is new', () => {
    expect(movingAverage(-2.5, -2.5, 0.999)).toBe(-2.5);
  });

  it('takes the new value at once when nothing is kept', () => {
    expect(movingAverage(-6, 1.25, 0)).toBe(1.25);
  });

  it('stays between the old value and the new', () => {
    const finite = fc.float({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(finite, finite, fc.double({ min: 0, max: 1, noNaN: true }), (old, now, decay) => {
        const next = movingAverage(old, now, decay);
        // float32 rounds at each step.
        const slack = 1e-6 * (Math.abs(old) + Math.abs(now));
        expect(next).toBeGreaterThanOrEqual(Math.min(old, now) - slack);
        expect(next).toBeLessThanOrEqual(Math.max(old, now) + slack);
      }),
    );
  });

  it('always holds zero', () => {
    expect(withZero(0.5, 2)).toEqual([0, 2]);
    expect(withZero(-2, -0.5)).toEqual([-2, 0]);
    expect(withZero(-1, 1)).toEqual([-1, 1]);
  });
});
