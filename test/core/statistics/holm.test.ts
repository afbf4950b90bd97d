import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm } from '../../../src/core/statistics/holm.ts';

describe('Holm’s adjustment', () => {
  it('multiplies the smallest by how many there are, the next by one less, and never lets a later one be smaller', () => {
    const rounded = (p: number[]): number[] => [...holm(p)].map((value) => Number(value.toFixed(10)));
    expect(rounded([0.01, 0.02, 0.03, 0.04, 0.05])).toEqual([0.05, 0.08, 0.09, 0.09, 0.09]);
    expect(rounded([0.04, 0.01, 0.03])).toEqual([0.06, 0.03, 0.06]);
    expect(rounded([0.6, 0.5])).toEqual([1, 1]);
    expect(rounded([])).toEqual([]);
  });

  it('rejects what the step-down procedure rejects', () => {
    const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, (p) => {
        const alpha = 0.05;
        const order = p.map((_, i) => i).sort((i, j) => p[i]! - p[j]!);
        const stop = order.findIndex((index, rank) => (p.length - rank) * p[index]! > alpha);
        const rejected = new Set(stop < 0 ? order : order.slice(0, stop));
        holm(p).forEach((adjusted, index) => expect(adjusted <= alpha).toBe(rejected.has(index)));
      }),
    );
  });
});
