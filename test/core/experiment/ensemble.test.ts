import { describe, expect, it } from 'vitest';
import { ensembleOf, EnsembleSums } from '../../../src/core/experiment/ensemble.ts';
import { rankRepeats } from '../../../src/core/experiment/ranking.ts';
import { allocate, type TrajectoryColumns } from '../../../src/core/experiment/trajectory.ts';
import { Random } from '../../../src/core/random/random.ts';
import { interval95, within } from '../../../src/core/statistics/interval.ts';
import { standardDeviation } from '../../../src/core/statistics/standard-deviation.ts';

const rows = 3;

/** A run of measurements at epochs 1, 6, 11, ..., every number drawn. */
function drawn(random: Random, measurements = 4): TrajectoryColumns {
  const run = allocate(rows, measurements);
  for (let m = 0; m < measurements; m++) run.epoch[m] = 1 + 5 * m;
  const { ixt, ity, trainAccuracy, trainAccuracyAfter, testAccuracy, trainLoss, testLoss } = run;
  for (const column of [ixt, ity, trainLoss, testLoss]) {
    for (let i = 0; i < column.length; i++) column[i] = random.unit() * 12;
  }
  for (const column of [trainAccuracy, trainAccuracyAfter, testAccuracy]) {
    for (let i = 0; i < column.length; i++) column[i] = random.unit();
  }
  return run;
}

const runs = (count: number): TrajectoryColumns[] => {
  const random = new Random(1, 'task');
  return Array.from({ length: count }, () => drawn(random));
};

/** A run that lies so far from 0 in one entry. */
function apart(distance: number, row = 0): TrajectoryColumns {
  const run = allocate(rows, 2);
  run.epoch[1] = 1;
  run.ixt[row] = distance;
  return run;
}

describe('an ensemble', () => {
  it('has mean, deviation and 95% interval of every number, laid out as in a run', () => {
    const repeats = runs(7);
    const ensemble = ensembleOf(repeats, rows);
    expect(ensemble.repeats).toBe(7);
    expect([...ensemble.epoch]).toEqual([1, 6, 11, 16]);
    for (const name of [
      'ixt',
      'ity',
      'trainAccuracy',
      'trainLoss',
      'trainAccuracyAfter',
      'testAccuracy',
      'testLoss',
    ] as const) {
      const band = ensemble[name];
      expect(band.mean).toHaveLength(repeats[0]![name].length);
      band.mean.forEach((mean, i) => {
        const values = repeats.map((run) => run[name][i]!);
        const expected = within(interval95(values), 0, name.includes('Accuracy') ? 1 : Infinity);
        expect(mean).toBeCloseTo(expected.mean, 12);
        expect(band.sd[i]).toBeCloseTo(standardDeviation(values), 12);
        expect(band.low[i]).toBeCloseTo(expected.low, 12);
        expect(band.high[i]).toBeCloseTo(expected.high, 12);
      });
    }
  });

  it('has intervals that end where values do', () => {
    const [low, high] = runs(2);
    low!.testAccuracy.set([0.1, 1]);
    high!.testAccuracy.set([0.9, 0.98]);
    low!.ixt.set([0, 5]);
    high!.ixt.set([3, 5]);
    const { testAccuracy, ixt } = ensembleOf([low!, high!], rows);
    expect([testAccuracy.low[0], testAccuracy.high[0], testAccuracy.high[1]]).toEqual([0, 1, 1]);
    expect(testAccuracy.low[1]).toBeCloseTo(0.99 - 0.127, 2);
    expect(ixt.low[0]).toBe(0);
    expect(ixt.low[1]).toBeCloseTo(5);
  });

  it('grows repeat by repeat, and what it gave out stays as it was', () => {
    const repeats = runs(5);
    const sums = new EnsembleSums(rows);
    expect(sums.result().ixt.mean).toHaveLength(0);
    for (const run of repeats.slice(0, 3)) sums.add(run);
    const early = sums.result();
    for (const run of repeats.slice(3)) sums.add(run);
    expect(early).toEqual(ensembleOf(repeats.slice(0, 3), rows));
    expect(sums.result()).toEqual(ensembleOf(repeats, rows));
    expect(sums.repeats).toBe(5);
  });

  it('of one repeat is that repeat, without deviation', () => {
    const [run] = runs(1);
    const { ixt } = ensembleOf([run!], rows);
    expect(ixt.mean).toEqual(run!.ixt);
    expect([...ixt.sd, ...ixt.low, ...ixt.high].every(Number.isNaN)).toBe(true);
  });

  it('leaves unknown what a repeat does not know', () => {
    const repeats = runs(2);
    repeats[1]!.trainAccuracy[0] = NaN;
    const { trainAccuracy } = ensembleOf(repeats, rows);
    expect(trainAccuracy.mean[0]).toBeNaN();
    expect(trainAccuracy.mean[1]).toBeGreaterThan(0);
  });

  it('refuses runs of other epochs, of other lengths, of other rows', () => {
    const [run, other] = runs(2);
    other!.epoch[2] = 12;
    expect(() => ensembleOf([run!, other!], rows)).toThrow('measurement 2 is at epoch 12 beside 11');
    expect(() => ensembleOf([run!, drawn(new Random(2, 'task'), 5)], rows)).toThrow(RangeError);
    expect(() => ensembleOf([run!], rows + 1)).toThrow(RangeError);
  });
});

describe('repeats ranked', () => {
  it('by their squared distance to the mean plane', () => {
    // The mean is 4; the distances are 4, 3, 2, 5, 4 squared.
    const ranking = rankRepeats(
      [0, 1, 2, 9, 8].map((x) => apart(x)),
      rows,
    );
    expect([...ranking.distances]).toEqual([16, 9, 4, 25, 16]);
    expect(ranking.order).toEqual([2, 1, 0, 4, 3]);
    expect(ranking.picks).toEqual({ nearest: 2, middle: 0, secondFarthest: 4, farthest: 3 });
  });

  it('with I(X;T) and I(T;Y) of all layers, the output on the grid', () => {
    const exactOnly = rankRepeats([apart(0, rows - 1), apart(10, rows - 1)], rows);
    expect([...exactOnly.distances]).toEqual([0, 0]);
    const grid = rankRepeats([apart(0, rows - 2), apart(10, rows - 2)], rows);
    expect([...grid.distances]).toEqual([25, 25]);
    const other = apart(0);
    other.ity[4] = 6;
    expect([...rankRepeats([apart(0), other], rows).distances]).toEqual([9, 9]);
  });

  it('gives each of the four even where there is one repeat', () => {
    expect(rankRepeats([apart(3)], rows).picks).toEqual({
      nearest: 0,
      middle: 0,
      secondFarthest: 0,
      farthest: 0,
    });
    expect(() => rankRepeats([], rows)).toThrow(RangeError);
  });
});
