import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOverSamples } from '../../../src/core/network/sum.ts';

const f32 = Math.fround;

describe('the sum over samples', () => {
  it('has the order that the definition states: eight partial sums, then p and p + 4, p + 2, p + 1', () => {
    // 2^24 + 1 is no float32, so what is lost tells which numbers met.
    const big = 2 ** 24;
    const terms = [big, 1, 1, 1, 1, 1, 1, 1, /* second round: */ 1, 1, 1, 1, 1, 1, 1, 1];
    // Partial 0 is 2^24 + 1 = 2^24, the others are 2: 2^24 + 2, + 4, + 8.
    expect(sumOverSamples(16, (s) => terms[s]!)).toBe(big + 14);
    expect(terms.reduce((sum, term) => f32(sum + term), 0)).toBe(big);
  });

  it('puts samples 8 apart into one partial sum', () => {
    const big = 2 ** 24;
    const at = (first: number, second: number) => (s: number) =>
      s === 0 ? big : s === first || s === second ? 1 : 0;
    expect(sumOverSamples(32, at(8, 16))).toBe(big);
    expect(sumOverSamples(32, at(1, 9))).toBe(big + 2);
    // Partials 4 and 0 meet first, then 2 and 6 together come to them.
    expect(sumOverSamples(32, at(4, 1))).toBe(big);
    expect(sumOverSamples(32, at(2, 6))).toBe(big + 2);
    expect(sumOverSamples(32, at(1, 3))).toBe(big + 2);
    expect(sumOverSamples(32, at(1, 2))).toBe(big);
  });

  it('is near the exact sum', () => {
    const terms = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: 300 });
    fc.assert(
      fc.property(terms, (list) => {
        const exact = list.reduce((sum, term) => sum + term, 0);
        expect(Math.abs(sumOverSamples(list.length, (s) => list[s]!) - exact)).toBeLessThan(1e-4);
      }),
    );
  });

  it('of nothing is zero', () => {
    expect(sumOverSamples(0, () => NaN)).toBe(0);
  });
});
