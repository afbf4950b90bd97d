import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/finish.ts';
import {
  nullBand,
  permutedInformation,
  permutedLabels,
} from '../../../src/core/information/label-permutations.ts';
import { labelEntropy } from '../../../src/core/information/mutual-information.ts';
import { partitionInParts } from '../../../src/core/information/partition.ts';
import { Random } from '../../../src/core/random/random.ts';
import { shuffle } from '../../../src/core/random/shuffle.ts';

/** I(A;B) in bits of two lists, from the definition: sum of p(a, b) log2 p(a, b) / (p(a) p(b)). */
function mutual(a: readonly number[], b: readonly number[]): number {
  const n = a.length;
  const share = (one: (i: number) => boolean): number => a.filter((_, i) => one(i)).length / n;
  let sum = 0;
  for (const x of new Set(a)) {
    for (const y of new Set(b)) {
      const both = share((i) => a[i] === x && b[i] === y);
      if (both > 0) sum += both * Math.log2(both / (share((i) => a[i] === x) * share((i) => b[i] === y)));
    }
  }
  return sum;
}

const cellsOf = (codes: readonly number[], labels: Uint8Array, classes: number) =>
  finish(partitionInParts(Int32Array.from(codes), codes.length, labels, classes));

const samples = fc
  .array(fc.record({ code: fc.nat(5), label: fc.nat(2) }), { minLength: 1, maxLength: 60 })
  .map((list) => ({ codes: list.map((s) => s.code), labels: Uint8Array.from(list, (s) => s.label) }));

describe('labels put into random order', () => {
  it('are permutations of the labels, each drawn after the one before, whatever comes behind', () => {
    const labels = Uint8Array.from({ length: 40 }, (_, s) => s % 3);
    const all = permutedLabels(labels, 7, 5);
    const random = new Random(7, 'null');
    for (let k = 0; k < 5; k++) {
      const own = all.subarray(k * 40, (k + 1) * 40);
      expect(own).toEqual(shuffle(labels.slice(), random));
      expect(own.slice().sort()).toEqual(labels.slice().sort());
    }
    expect(permutedLabels(labels, 7, 9).subarray(0, all.length)).toEqual(all);
  });

  it('are the same everywhere', () => {
    const labels = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect([...permutedLabels(labels, 1, 2)].join('')).toBe('02846953719180347256');
  });
});

describe('I(T;Y) of permuted labels', () => {
  it('is that of the definition, for each permutation', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 2 ** 32 - 1 }), ({ codes, labels }, seed) => {
        const permuted = permutedLabels(labels, seed, 4);
        const found = finish(
          permutedInformation(cellsOf(codes, labels, 3), { labels, classes: 3 }, permuted),
        );
        for (let k = 0; k < 4; k++) {
          const own = [...permuted.subarray(k * labels.length, (k + 1) * labels.length)];
          expect(found[k]).toBeCloseTo(mutual(codes, own), 10);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is that of the definition under label noise, where each sample is seen as each class so many times', () => {
    const noise = { kept: 6, moved: 1 };
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 2 ** 32 - 1 }), ({ codes, labels }, seed) => {
        const permuted = permutedLabels(labels, seed, 3);
        const found = finish(
          permutedInformation(cellsOf(codes, labels, 3), { labels, classes: 3, noise }, permuted),
        );
        for (let k = 0; k < 3; k++) {
          const own = [...permuted.subarray(k * labels.length, (k + 1) * labels.length)];
          const draws = own.map((label) => [label, label, label, label, label, 0, 1, 2]);
          const drawn = codes.flatMap((code) => Array<number>(8).fill(code));
          expect(found[k]).toBeCloseTo(mutual(drawn, draws.flat()), 10);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is H(Y) where every sample has a cell of its own, and 0 where all share one', () => {
    fc.assert(
      fc.property(samples, ({ labels }) => {
        const permuted = permutedLabels(labels, 1, 3);
        const given = { labels, classes: 3 };
        const own = cellsOf([...labels.keys()], labels, 3);
        const one = cellsOf([...labels].fill(0), labels, 3);
        for (const value of finish(permutedInformation(own, given, permuted)))
          expect(value).toBeCloseTo(labelEntropy(labels, 3), 12);
        for (const value of finish(permutedInformation(one, given, permuted)))
          expect(value).toBeCloseTo(0, 12);
      }),
    );
  });

  it('has, over many permutations, the mean over all orders there are', () => {
    const codes = [0, 0, 0, 1, 1, 2];
    const labels = Uint8Array.of(0, 0, 0, 0, 1, 1);
    const orders = (rest: readonly number[]): number[][] =>
      rest.length === 0
        ? [[]]
        : rest.flatMap((first, i) => orders(rest.toSpliced(i, 1)).map((more) => [first, ...more]));
    const every = orders([...labels]).map((order) => mutual(codes, order));
    const expected = every.reduce((a, b) => a + b) / every.length;
    const drawn = finish(
      permutedInformation(
        cellsOf(codes, labels, 2),
        { labels, classes: 2 },
        permutedLabels(labels, 3, 20_000),
      ),
    );
    expect(nullBand(drawn).mean).toBeCloseTo(expected, 2);
    expect(Math.min(...drawn)).toBeCloseTo(Math.min(...every), 12);
    expect(Math.max(...drawn)).toBeCloseTo(Math.max(...every), 12);
  });
});

describe('the band', () => {
  it('leaves 2.5% of the permutations out at each end', () => {
    const values = Float64Array.from({ length: 200 }, (_, i) => ((i * 77) % 200) + 1);
    expect(nullBand(values)).toEqual({ mean: 100.5, low: 5, high: 196 });
    expect(nullBand(Float64Array.of(0.5))).toEqual({ mean: 0.5, low: 0.5, high: 0.5 });
  });
});
