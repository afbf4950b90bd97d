import { describe, expect, it } from 'vitest';
import { expNegative } from '../../../src/core/maths/exp-negative.ts';

describe('expNegative', () => {
  it('agrees with Math.exp to a relative 1e-15', () => {
    let worst = 0;
    for (let x = 0; x > -48; x -= 0.000731) {
      worst = Math.max(worst, Math.abs(expNegative(x) / Math.exp(x) - 1));
    }
    expect(worst).toBeLessThan(1e-15);
  });

  it('is 1 at 0, and nothing where it would not count in a sum', () => {
    expect(expNegative(0)).toBe(1);
    expect(expNegative(-0)).toBe(1);
    expect(expNegative(-48)).toBe(0);
    expect(expNegative(-Infinity)).toBe(0);
  });

  it('never falls as x grows', () => {
    let before = 0;
    for (let x = -48; x <= 0; x += 0.0013) {
      expect(expNegative(x)).toBeGreaterThanOrEqual(before);
      before = expNegative(x);
    }
  });
});
