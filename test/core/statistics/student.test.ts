import { describe, expect, it, test } from 'vitest';
import { studentQuantile, studentWithin } from '../../../src/core/statistics/student.ts';

/** P(|T| <= t) by Simpson's rule: with x = sqrt(df) tan(a) the density is proportional to cos^(df - 1) a. */
function integrated(t: number, degrees: number): number {
  const area = (to: number): number => {
    const steps = 4000;
    let sum = 0;
    for (let i = 0; i <= steps; i++) {
      const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      sum += weight * Math.cos((to * i) / steps) ** (degrees - 1);
    }
    return (sum * to) / (3 * steps);
  };
  return area(Math.atan(t / Math.sqrt(degrees))) / area(Math.PI / 2);
}

describe('the quantile of Student’s t', () => {
  // Rows of the published tables (NIST/SEMATECH e-Handbook, 1.3.6.7.2).
  test.each([
    [0.95, 1, 12.706],
    [0.95, 2, 4.303],
    [0.95, 3, 3.182],
    [0.95, 4, 2.776],
    [0.95, 5, 2.571],
    [0.95, 9, 2.262],
    [0.95, 10, 2.228],
    [0.95, 19, 2.093],
    [0.95, 29, 2.045],
    [0.95, 99, 1.984],
    [0.9, 1, 6.314],
    [0.9, 10, 1.812],
    [0.99, 1, 63.657],
    [0.99, 2, 9.925],
    [0.99, 10, 3.169],
    [0.99, 30, 2.75],
  ])('for %d and %d degrees of freedom is %d, as published', (confidence, degrees, t) => {
    expect(studentQuantile(confidence, degrees)).toBeCloseTo(t, 3);
  });

  it('approaches that of the normal distribution', () => {
    expect(studentQuantile(0.95, 1e6)).toBeCloseTo(1.959966, 5);
  });

  it('has the wanted probability, by numeric integration of the density', () => {
    for (const degrees of [1, 2, 3, 4, 7, 19, 20, 49, 99, 100]) {
      for (const confidence of [0.5, 0.8, 0.95, 0.99, 0.999]) {
        expect(integrated(studentQuantile(confidence, degrees), degrees)).toBeCloseTo(confidence, 9);
      }
    }
  });

  it('refuses what has none', () => {
    expect(() => studentQuantile(0.95, 0)).toThrow(RangeError);
    expect(() => studentQuantile(0.95, 1.5)).toThrow(RangeError);
    expect(() => studentQuantile(1, 5)).toThrow(RangeError);
  });
});

describe('the probability within t', () => {
  it('goes from 0 to 1', () => {
    for (const degrees of [1, 2, 5, 30]) {
      expect(studentWithin(0, degrees)).toBe(0);
      expect(studentWithin(Infinity, degrees)).toBe(1);
    }
    // One degree of freedom is Cauchy's distribution.
    expect(studentWithin(1, 1)).toBeCloseTo(0.5, 15);
  });
});
