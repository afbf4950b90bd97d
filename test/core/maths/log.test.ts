import { describe, expect, it } from 'vitest';
import { logF32 } from '../../../src/core/maths/log.ts';
import { every, largest, ulpError } from './ulp.ts';

const SMALLEST_NORMAL = 2 ** -126;
const LARGEST = 3.4028234663852886e38;

describe('logF32', () => {
  it('is at most 1.4 ulp off for all normal numbers', () => {
    const error = (x: number) => ulpError(logF32(x), Math.log(x));
    expect(largest(every(997, SMALLEST_NORMAL, LARGEST), error).error).toBeLessThan(1.4);
  });

  it('is at most 1.4 ulp off close to 1, where the result is small', () => {
    const error = (x: number) => ulpError(logF32(x), Math.log(x));
    expect(largest(every(31, 0.5, 2), error).error).toBeLessThan(1.4);
    expect(largest(every(1, 0.9999, 1.0001), error).error).toBeLessThan(1.4);
  });

  it('is zero at 1', () => {
    expect(logF32(1)).toBe(0);
  });

  it('takes zero, negative numbers and denormals for the smallest normal number', () => {
    for (const x of [0, -0, 1e-45, 1e-40, -1, -LARGEST, -Infinity]) {
      expect(logF32(x)).toBe(logF32(SMALLEST_NORMAL));
    }
    expect(logF32(SMALLEST_NORMAL)).toBe(Math.fround(-126 * Math.LN2));
  });

  it('stays finite at infinity', () => {
    expect(logF32(Infinity)).toBe(Math.fround(128 * Math.LN2));
  });

  it('gives NaN for NaN', () => {
    expect(logF32(NaN)).toBeNaN();
  });
});
