import { describe, expect, it } from 'vitest';
import { mean } from '../../../src/core/statistics/mean.ts';
import { standardDeviation } from '../../../src/core/statistics/standard-deviation.ts';

describe('the mean', () => {
  it('is the sum over the number', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean(Float64Array.of(-1))).toBe(-1);
  });

  it('of nothing is NaN', () => {
    expect(mean([])).toBeNaN();
  });
});

describe('the standard deviation', () => {
  it('divides by one less than the number', () => {
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 14);
  });

  it('keeps its digits far from zero', () => {
    expect(standardDeviation([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(1);
  });

  it('of one value is unknown', () => {
    expect(standardDeviation([5])).toBeNaN();
  });
});
