import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/finish.ts';
import { countCodes } from '../../../src/core/information/counting.ts';
import { entropy } from '../../../src/core/information/entropy.ts';
import {
  partitionEntropy,
  partitionInParts,
  type Partition,
} from '../../../src/core/information/partition.ts';
import { partitionChange, type Regrouping } from '../../../src/core/information/partition-change.ts';
import { random } from '../network/small-network.ts';

/** n samples whose rows and labels are drawn from few values. */
const cases = fc.record({
  n: fc.integer({ min: 1, max: 300 }),
  width: fc.integer({ min: 1, max: 5 }),
  levels: fc.constantFrom(1, 2, 3, 200, 60_000),
  classes: fc.integer({ min: 1, max: 4 }),
  seed: fc.integer(),
});

const partitionOf = (rows: Int32Array, labels: Uint8Array, classes: number): Partition =>
  finish(partitionInParts(rows, labels.length, labels, classes));

const ofNumbers = (numbers: readonly number[]): Partition =>
  partitionOf(Int32Array.from(numbers), new Uint8Array(numbers.length), 1);

describe('the partition of samples by their codes', () => {
  it('has two samples in one cell exactly where their rows are equal, with sizes and classes', () => {
    fc.assert(
      fc.property(cases, ({ n, width, levels, classes, seed }) => {
        const next = random(seed);
        const rows = Int32Array.from({ length: n * width }, () => Math.floor(next() * levels));
        const labels = Uint8Array.from({ length: n }, () => Math.floor(next() * classes));
        const { cellOf, sizes, byClass } = partitionOf(rows, labels, classes);
        const texts = Array.from({ length: n }, (_, s) => rows.slice(s * width, (s + 1) * width).join());
        const different = [...new Set(texts)];
        expect([...cellOf]).toEqual(texts.map((text) => different.indexOf(text)));
        expect(sizes).toHaveLength(different.length);
        for (const [cell, text] of different.entries()) {
          expect(sizes[cell]).toBe(texts.filter((other) => other === text).length);
          for (let label = 0; label < classes; label++) {
            const count = texts.filter((other, s) => other === text && labels[s] === label).length;
            expect(byClass[cell * classes + label]).toBe(count);
          }
        }
        const columns = Int32Array.from(rows, (_, i) => rows[(i % n) * width + Math.floor(i / n)]!);
        const { histogram } = countCodes(columns, n, labels, classes);
        expect(partitionEntropy({ cellOf, sizes })).toBe(entropy(histogram, n));
      }),
      { numRuns: 150 },
    );
  });
});

/** Coefficients of log2 c, by c, in n H of cells of these sizes without its n log2 n: whole numbers. */
function terms(sizes: Iterable<number>, sign: number, into = new Map<number, number>()): Map<number, number> {
  for (const c of sizes) if (c > 1) into.set(c, (into.get(c) ?? 0) - sign * c);
  for (const [c, count] of into) if (count === 0) into.delete(c);
  return into;
}

/** The same of n times the bits of merges or splits. */
function regrouped(all: readonly Regrouping[], sign: number, into: Map<number, number>): Map<number, number> {
  for (const { size, pieces } of all) {
    terms([size], -sign, into);
    terms(
      pieces.map((piece) => piece.size),
      sign,
      into,
    );
  }
  return into;
}

/** -sum p log2 p over groups of samples with equal keys, as slowly and plainly as can be. */
function slowEntropy(keys: readonly string[]): number {
  return [...new Set(keys)].reduce((sum, key) => {
    const p = keys.filter((other) => other === key).length / keys.length;
    return sum - p * Math.log2(p);
  }, 0);
}

const pairs = fc
  .tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .chain(([n, one, other]) =>
    fc.tuple(
      fc.array(fc.nat(one), { minLength: n, maxLength: n }),
      fc.array(fc.nat(other), { minLength: n, maxLength: n }),
    ),
  );

describe('how a partition became another', () => {
  it('loses by merges and gains by splits exactly what its entropy changes by', () => {
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const [before, after] = [ofNumbers(one), ofNumbers(other)];
        const change = partitionChange(before, after);
        // In whole numbers, term by term of c log2 c: no rounding.
        const left = terms(after.sizes, -1, terms(before.sizes, 1));
        expect(regrouped(change.splits, -1, regrouped(change.merges, 1, new Map()))).toEqual(left);
        const fell = partitionEntropy(before) - partitionEntropy(after);
        expect(Math.abs(change.merged - change.split - fell)).toBeLessThan(1e-12);
      }),
    );
  });

  it('has the bits of conditional entropies, and its parts sum to them', () => {
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const { merges, splits, merged, split } = partitionChange(ofNumbers(one), ofNumbers(other));
        const joint = slowEntropy(one.map((cell, s) => `${cell} ${other[s]}`));
        expect(merged).toBeCloseTo(joint - slowEntropy(other.map(String)), 11);
        expect(split).toBeCloseTo(joint - slowEntropy(one.map(String)), 11);
        const sum = (all: readonly Regrouping[]) => all.reduce((total, { bits }) => total + bits, 0);
        expect(Math.abs(sum(merges) - merged)).toBeLessThan(1e-12);
        expect(Math.abs(sum(splits) - split)).toBeLessThan(1e-12);
      }),
    );
  });

  it('names the cells: pieces with their sizes, most bits first', () => {
    const before = ofNumbers([0, 0, 1, 1, 2, 3, 3, 3]);
    const after = ofNumbers([7, 7, 7, 7, 8, 8, 9, 9]);
    const { merges, splits, merged, split } = partitionChange(before, after);
    expect(merges).toEqual([
      {
        cell: 0,
        size: 4,
        pieces: [
          { cell: 0, size: 2 },
          { cell: 1, size: 2 },
        ],
        bits: 0.5,
      },
      {
        cell: 1,
        size: 2,
        pieces: [
          { cell: 2, size: 1 },
          { cell: 3, size: 1 },
        ],
        bits: 0.25,
      },
    ]);
    expect(splits.map(({ cell, pieces }) => [cell, pieces])).toEqual([
      [
        3,
        [
          { cell: 2, size: 2 },
          { cell: 1, size: 1 },
        ],
      ],
    ]);
    expect(merged).toBe(0.75);
    expect(split).toBeCloseTo((3 * Math.log2(3) - 2) / 8, 12);
  });

  it('is nothing where nothing changed, whatever the cells are numbered', () => {
    const before = ofNumbers([4, 4, 2, 2, 9]);
    expect(partitionChange(before, ofNumbers([1, 1, 5, 5, 0]))).toEqual({
      merges: [],
      splits: [],
      merged: 0,
      split: 0,
    });
  });

  it('refuses partitions of different samples', () => {
    expect(() => partitionChange(ofNumbers([1]), ofNumbers([1, 2]))).toThrow(/1 samples before, 2 after/);
  });
});
