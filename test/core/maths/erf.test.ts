import { describe, expect, it } from 'vitest';
import { erfF32 } from '../../../src/core/maths/erf.ts';
import { every, largest, ulpError } from './ulp.ts';

const LARGEST = 3.4028234663852886e38;

/** erf in double precision, by its series without cancellation: 2 x e^(-x^2) / sqrt(pi) * sum (2 x^2)^n / (2n+1)!!. */
function erf(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

describe('erfF32', () => {
  it('is at most 1.5 ulp off for all numbers, the tiny normal ones too', () => {
    const error = (x: number) => ulpError(erfF32(x), erf(x));
    expect(largest(every(997, 2 ** -126, 10), error).error).toBeLessThan(1.5);
    expect(largest(every(97, 0.25, 4), error).error).toBeLessThan(1.5);
  });

  it('is at most 1e-7 off', () => {
    expect(largest(every(97, 0.01, 5), (x) => Math.abs(erfF32(x) - erf(x))).error).toBeLessThan(1e-7);
  });

  it('is odd to the last bit', () => {
    for (const x of every(9973, 0, LARGEST)) {
      if (!Object.is(erfF32(-x), -erfF32(x))) expect.fail(`at ${x}`);
    }
  });

  it('never exceeds 1, and reaches it', () => {
    expect(largest(every(997, 2, LARGEST), erfF32).error).toBe(1);
    for (const x of [4, 100, LARGEST, Infinity]) expect(erfF32(x)).toBe(1);
  });

  it('is within 2 of the smallest denormals for denormals, and keeps the sign of zero', () => {
    for (const x of every(99991, 0, 2 ** -126)) expect(ulpError(erfF32(x), erf(x))).toBeLessThan(2);
    expect(erfF32(0)).toBe(0);
    expect(erfF32(-0)).toBe(-0);
  });

  it('gives NaN for NaN', () => {
    expect(erfF32(NaN)).toBeNaN();
  });
});
