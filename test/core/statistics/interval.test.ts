import { describe, expect, it } from 'vitest';
import { interval95, reach95, within } from '../../../src/core/statistics/interval.ts';
import { pairedDifferences } from '../../../src/core/statistics/paired-differences.ts';
import { Random } from '../../../src/core/random/random.ts';

/** Nearly normal: the sum of twelve uniform numbers. */
function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random.unit();
  return sum;
}

describe('the 95% interval of a mean', () => {
  it('reaches t sd / sqrt n to either side', () => {
    const { mean, low, high } = interval95([1, 2, 3]);
    expect(mean).toBe(2);
    expect(high - mean).toBeCloseTo(4.302653 / Math.sqrt(3), 6);
    expect(mean - low).toBeCloseTo(high - mean, 14);
  });

  it('of one value is unknown', () => {
    expect(interval95([7])).toEqual({ mean: 7, low: NaN, high: NaN });
    expect(interval95([])).toEqual({ mean: NaN, low: NaN, high: NaN });
    expect(reach95(1)).toBeNaN();
  });

  it('ends where values do', () => {
    expect(within({ mean: 0.9, low: 0.7, high: 1.1 }, 0, 1)).toEqual({ mean: 0.9, low: 0.7, high: 1 });
    expect(within({ mean: 5, low: -3, high: 13 }, 0, 12)).toEqual({ mean: 5, low: 0, high: 12 });
    expect(within(interval95([7]), 0, 12)).toEqual({ mean: 7, low: NaN, high: NaN });
  });

  it('holds the true mean in 95% of samples', () => {
    const random = new Random(1, 'permutations');
    let held = 0;
    for (let sample = 0; sample < 4000; sample++) {
      const { low, high } = interval95(Array.from({ length: 5 }, () => 3 + normal(random)));
      if (low <= 3 && 3 <= high) held++;
    }
    // Three standard deviations of so many samples are 1%.
    expect(Math.abs(held / 4000 - 0.95)).toBeLessThan(0.0104);
  });
});

describe('paired differences', () => {
  it('see what two separate means would not', () => {
    const a = [1, 5, 9, 13];
    const b = [1.5, 5.4, 9.6, 13.5];
    const { differences, mean, low } = pairedDifferences(a, b);
    expect([...differences].map((d) => d.toFixed(1))).toEqual(['0.5', '0.4', '0.6', '0.5']);
    expect(mean).toBeCloseTo(0.5);
    expect(low).toBeGreaterThan(0.3);
    expect(interval95(b).low).toBeLessThan(interval95(a).high);
  });

  it('need as many of one as of the other', () => {
    expect(() => pairedDifferences([1], [1, 2])).toThrow(RangeError);
  });
});
