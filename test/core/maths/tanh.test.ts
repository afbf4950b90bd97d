import { describe, expect, it } from 'vitest';
import { tanhF32 } from '../../../src/core/maths/tanh.ts';
import { every, largest, ulpError } from './ulp.ts';

const LARGEST = 3.4028234663852886e38;

describe('tanhF32', () => {
  it('is at most 2.5 ulp off for all numbers, the tiny ones and denormals too', () => {
    const error = (x: number) => ulpError(tanhF32(x), Math.tanh(x));
    expect(largest(every(997, 1e-45, LARGEST), error).error).toBeLessThan(2.5);
    expect(largest(every(31, 0.125, 1), error).error).toBeLessThan(2.5);
  });

  it('is odd to the last bit', () => {
    for (const x of every(9973, 0, LARGEST)) {
      if (!Object.is(tanhF32(-x), -tanhF32(x))) expect.fail(`at ${x}`);
    }
  });

  it('never exceeds 1, and reaches it', () => {
    expect(largest(every(997, 4, LARGEST), tanhF32).error).toBe(1);
    for (const x of [9.25, 100, LARGEST, Infinity]) expect(tanhF32(x)).toBe(1);
  });

  it('never steps back by more than 1 ulp where it grows', () => {
    let top = 0;
    for (const x of every(97, 0.01, 10)) {
      const y = tanhF32(x);
      if (y < top) expect(ulpError(y, top)).toBeLessThanOrEqual(1);
      top = Math.max(top, y);
    }
  });

  it('keeps tiny numbers, and the sign of zero', () => {
    for (const x of [1e-45, 1e-40, 2 ** -126, 1e-20, 1e-5]) expect(tanhF32(x)).toBe(Math.fround(x));
    expect(tanhF32(0)).toBe(0);
    expect(tanhF32(-0)).toBe(-0);
  });

  it('gives NaN for NaN', () => {
    expect(tanhF32(NaN)).toBeNaN();
  });
});
