import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entropy, histogramOf } from '../../../src/core/information/entropy.ts';

const counts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 });
const total = (list: readonly number[]): number => list.reduce((sum, count) => sum + count, 0);

describe('entropy', () => {
  it('is zero where all samples are alike', () => {
    // To divide n log2 n by n does not give log2 n for all of these.
    for (let n = 1; n <= 5000; n++) expect(entropy(histogramOf([n]), n)).toBe(0);
    expect(entropy(histogramOf([70000]), 70000)).toBe(0);
  });

  it('is log2 n where all n samples differ', () => {
    for (const n of [1, 2, 256, 4096]) {
      expect(entropy(histogramOf(new Array<number>(n).fill(1)), n)).toBe(Math.log2(n));
    }
    expect(entropy(histogramOf(new Array<number>(70000).fill(1)), 70000)).toBeCloseTo(Math.log2(70000), 14);
  });

  it('is one bit for two halves, and 0.8113 bits for a quarter and the rest', () => {
    expect(entropy(histogramOf([8, 8]), 16)).toBe(1);
    expect(entropy(histogramOf([4, 12]), 16)).toBeCloseTo(2 - 0.75 * Math.log2(3), 14);
  });

  it('does not depend on the order in which the parts were met, not even in its last bit', () => {
    fc.assert(
      fc.property(
        counts.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(entropy(histogramOf(shuffled), total(list))).toBe(entropy(histogramOf(list), total(list)));
        },
      ),
    );
  });

  it('agrees with the textbook sum, and lies between 0 and log2 of the number of parts', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const n = total(list);
        const textbook = -list.reduce((sum, count) => sum + (count / n) * Math.log2(count / n), 0);
        const found = entropy(histogramOf(list), n);
        expect(found).toBeCloseTo(textbook, 11);
        expect(found).toBeGreaterThanOrEqual(-1e-13);
        expect(found).toBeLessThanOrEqual(Math.log2(list.length) + 1e-13);
      }),
    );
  });

  it('does not rise when two parts are made one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 20 }), (list) => {
        const [first = 0, second = 0, ...rest] = list;
        const merged = entropy(histogramOf([first + second, ...rest]), total(list));
        expect(merged).toBeLessThanOrEqual(entropy(histogramOf(list), total(list)) + 1e-13);
      }),
    );
  });
});

describe('the histogram of counts', () => {
  it('is pairs of count and how often, ascending, without zeros', () => {
    expect([...histogramOf([3, 1, 0, 3, 20, 1, 1])]).toEqual([1, 3, 3, 2, 20, 1]);
    expect([...histogramOf([])]).toEqual([]);
  });
});
