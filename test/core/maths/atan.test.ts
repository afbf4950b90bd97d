import { describe, expect, it } from 'vitest';
import { atan } from '../../../src/core/maths/atan.ts';

describe('atan', () => {
  it('agrees with Math.atan to 1e-15, from the smallest numbers to the largest', () => {
    let worst = 0;
    for (let x = 1e-9; x < 1e9; x *= 1.001) worst = Math.max(worst, Math.abs(atan(x) - Math.atan(x)));
    expect(worst).toBeLessThan(1e-15);
  });

  it('is odd, and a right angle at infinity', () => {
    expect(atan(-0.3)).toBe(-atan(0.3));
    expect(atan(0)).toBe(0);
    expect(atan(Infinity)).toBe(Math.PI / 2);
    expect(atan(NaN)).toBeNaN();
  });
});
