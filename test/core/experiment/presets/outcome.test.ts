import { describe, expect, test } from 'vitest';
import {
  counterpart,
  outcomeOf,
  numbersOf,
  type RepeatNumbers,
} from '../../../../src/core/experiment/presets/outcome.ts';
import { madeRepeat, type MadeMeasurement } from './made-up.ts';

const plain = { prefit: 0 };

/** 100 measurements: I(X;T) of the one hidden layer rises to 10 and then falls by `fall`; the output likewise by a half. */
function repeat(fall: number, prefit = 0): RepeatNumbers {
  const made = Array.from({ length: 100 }, (_, m): MadeMeasurement => {
    const ity = Math.min(1, 0.1 + m / 20);
    const fallen = m < 20 ? m / 4 - 5 : -Math.min(1, (m - 20) / 60) * fall;
    return [1 + 5 * m, [10 + fallen, ity], [5 + fallen, ity], [5 + fallen / 2, ity]];
  });
  return numbersOf(madeRepeat(made, [0.9, 0.8]), { prefit });
}

describe('one repeat', () => {
  test('is read at its first measurement, at its largest I(X;T) and at its end', () => {
    const { rows } = numbersOf(
      madeRepeat([
        [1, [3, 0.1], [2, 0.2], [2, 0.2]],
        [6, [9, 0.4], [7, 0.3], [8, 0.3]],
        [11, [8, 0.9], [4, 0.8], [6, 0.8]],
      ]),
      plain,
    );
    expect(rows[0]!.values).toEqual({
      ixtStart: 3,
      ityStart: 0.1,
      ixtLargest: 9,
      ityAtLargest: 0.4,
      ixtEnd: 8,
      ityEnd: 0.9,
      fall: 1,
    });
    expect(rows.map(({ values }) => values.fall)).toEqual([1, 3, 2]);
  });

  test('starts after the first epoch on true labels: neither before training nor on shuffled labels', () => {
    const made = madeRepeat([
      [0, [12, 0], [1, 0], [1, 0]],
      [1, [11, 0], [2, 0], [2, 0]],
      [6, [10, 0], [3, 0], [3, 0]],
      [11, [5, 0.5], [4, 0], [4, 0]],
    ]);
    const start = (prefit: number): unknown => {
      const { ixtStart, ixtLargest } = numbersOf(made, { prefit }).rows[0]!.values;
      return [ixtStart, ixtLargest];
    };
    expect(start(0)).toEqual([11, 11]);
    expect(start(5)).toEqual([10, 10]);
    expect(start(10)).toEqual([5, 5]);
  });
});

describe('several repeats', () => {
  test('have mean, deviation and interval', () => {
    const outcome = outcomeOf([repeat(1), repeat(2), repeat(3)])!;
    const { fall, ixtEnd } = outcome.rows[0]!.values;
    expect(fall.mean).toBeCloseTo(2);
    expect(fall.sd).toBeCloseTo(1);
    // Student's t for two degrees of freedom is 4.303.
    expect(fall.high - fall.mean).toBeCloseTo(4.303 / Math.sqrt(3), 3);
    expect(ixtEnd.mean).toBeCloseTo(8);
    expect(outcome.repeats).toBe(3);
    expect(outcome.trainAccuracy.mean).toBeCloseTo(0.9);
    expect(outcome.testAccuracy.mean).toBeCloseTo(0.8);
  });

  test('have intervals that end where values do', () => {
    const { rows, trainAccuracy } = outcomeOf([repeat(0), repeat(8)])!;
    const { fall, ixtStart } = rows[0]!.values;
    expect([fall.low, fall.high]).toEqual([0, 12]);
    expect(ixtStart.low).toBeGreaterThan(0);
    expect(rows[0]!.phases.compression).toMatchObject({ low: 0, high: 12 });
    expect(trainAccuracy.high).toBeLessThanOrEqual(1);
  });

  test('say compresses where all of them fall, and not where none does', () => {
    const verdict = (falls: readonly number[]): string =>
      outcomeOf(falls.map((fall) => repeat(fall)))!.rows[0]!.phases.verdict;
    expect(verdict([1.9, 2, 2.1])).toBe('compresses');
    expect(verdict([0, 0.01, 0.02])).toBe('does not compress');
    expect(verdict([2])).toBe('one repeat');
  });

  test('are nothing before the first of them is done', () => {
    expect(outcomeOf([])).toBeNull();
  });

  test('tell how much of the fall of the output is the grid, repeat by repeat', () => {
    // In each repeat the exact reading falls half as far.
    const { gridOverExact } = outcomeOf([repeat(1), repeat(2), repeat(3)])!;
    expect(gridOverExact.differences).toHaveLength(3);
    expect(gridOverExact.mean).toBeCloseTo(1);
    // Paired: the differences are 0.5, 1, 1.5, and do not vary as the falls do.
    expect(gridOverExact.high - gridOverExact.mean).toBeCloseTo((0.5 * 4.303) / Math.sqrt(3), 3);
  });

  test('name their rows as the records do', () => {
    const outcome = outcomeOf([repeat(1), repeat(3)])!;
    const find = (layer: number | null, output: 'grid' | 'exact' | null): number | undefined =>
      counterpart(outcome, { layer, output, quantity: 'fall' })?.mean;
    expect(find(0, null)).toBeCloseTo(2);
    expect(find(1, 'grid')).toBeCloseTo(2);
    expect(find(1, 'exact')).toBeCloseTo(1);
    expect(find(1, null)).toBeUndefined();
    expect(find(5, null)).toBeUndefined();
    expect(counterpart(outcome, { layer: null, output: null, quantity: 'testAccuracy' })?.mean).toBeCloseTo(
      0.8,
    );
  });
});
