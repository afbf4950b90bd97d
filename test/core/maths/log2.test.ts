import { describe, expect, it } from 'vitest';
import { log2, log2Integer } from '../../../src/core/maths/log2.ts';

describe('log2Integer', () => {
  it('is exact for powers of two', () => {
    for (let k = 0; k <= 32; k++) expect(log2Integer(2 ** k)).toBe(k);
  });

  it('agrees with Math.log2 to a relative 5e-16, the sum of the errors of both', () => {
    let worst = 0;
    const check = (n: number) => {
      const want = Math.log2(n);
      worst = Math.max(worst, Math.abs(log2Integer(n) - want) / want);
    };
    for (let n = 2; n <= 100_000; n++) check(n);
    for (let n = 100_001; n <= 2 ** 32; n = Math.floor(n * 1.0003) + 1) check(n);
    for (let k = 2; k <= 32; k++) check(2 ** k - 1);
    expect(worst).toBeLessThan(5e-16);
  });

  it('turns products into sums', () => {
    for (const [a, b] of [
      [3, 5],
      [7, 1001],
      [65535, 65537],
    ] as const) {
      expect(Math.abs(log2Integer(a * b) - log2Integer(a) - log2Integer(b))).toBeLessThan(2e-14);
    }
  });
});

describe('log2', () => {
  it('agrees with Math.log2 for all numbers from 1 on, to 1e-15', () => {
    let worst = 0;
    for (let x = 1; x < 2 ** 40; x *= 1.00317) {
      worst = Math.max(worst, Math.abs(log2(x) - Math.log2(x)) / Math.max(1, Math.log2(x)));
    }
    expect(worst).toBeLessThan(1e-15);
  });
});
