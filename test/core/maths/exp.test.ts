import { describe, expect, it } from 'vitest';
import { expF32 } from '../../../src/core/maths/exp.ts';
import { every, largest, ulpError } from './ulp.ts';

const SMALLEST_NORMAL = 2 ** -126;

describe('expF32', () => {
  it('is at most 1 ulp off between its clamps', () => {
    const error = (x: number) => ulpError(expF32(x), Math.exp(x));
    expect(largest(every(997, 2 ** -30, 88.375), error).error).toBeLessThan(1);
    expect(largest(every(997, -(2 ** -30), -87.3125), error).error).toBeLessThan(1);
  });

  it('is 1 at zero, of either sign, and for all that is tiny', () => {
    for (const x of [0, -0, 1e-45, -1e-45, 2 ** -126, -(2 ** -126), 1e-9, -1e-9]) expect(expF32(x)).toBe(1);
  });

  it('stays finite for large arguments', () => {
    for (const x of [88.375, 89, 1e10, 3.4028234663852886e38, Infinity]) {
      expect(expF32(x)).toBe(expF32(88.375));
      expect(expF32(x)).toBeLessThan(Infinity);
    }
  });

  it('stays a positive normal number for very negative arguments', () => {
    for (const x of [-87.3125, -88, -1e10, -3.4028234663852886e38, -Infinity]) {
      expect(expF32(x)).toBe(expF32(-87.3125));
      expect(expF32(x)).toBeGreaterThanOrEqual(SMALLEST_NORMAL);
    }
  });

  it('gives NaN for NaN', () => {
    expect(expF32(NaN)).toBeNaN();
  });

  it('gives float32 numbers', () => {
    for (const x of every(99991, 2 ** -20, 88)) expect(Math.fround(expF32(x))).toBe(expF32(x));
  });
});
