import { reach95 } from '../statistics/interval.ts';
import type { TrajectoryColumns } from './trajectory.ts';

/**
 * A column over repeats, entry by entry: mean, standard deviation (over n - 1), and Student's 95% interval of the
 * mean, as far as it is possible: nothing here is below 0, no accuracy above 1. Of one repeat only the mean is known: the
 * rest is NaN. Where a run has NaN (accuracy before training) all is.
 */
export interface Band {
  readonly mean: Float64Array;
  readonly sd: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Repeats of one experiment together; columns are laid out as in TrajectoryColumns. */
export interface Ensemble {
  readonly repeats: number;
  /** Completed epochs at each measurement. */
  readonly epoch: Int32Array;
  /** (measurements, rows). */
  readonly ixt: Band;
  readonly ity: Band;
  /** (measurements). */
  readonly trainAccuracy: Band;
  readonly trainLoss: Band;
  readonly trainAccuracyAfter: Band;
  readonly testAccuracy: Band;
  readonly testLoss: Band;
}

const columns = [
  'ixt',
  'ity',
  'trainAccuracy',
  'trainLoss',
  'trainAccuracyAfter',
  'testAccuracy',
  'testLoss',
] as const;

interface Sums {
  /** Mean so far. */
  readonly mean: Float64Array;
  /** Sum of squared deviations from it so far. */
  readonly squares: Float64Array;
}

/**
 * An ensemble that grows repeat by repeat, so that no run need be kept: Welford's sums. The order of the repeats
 * shows in the last bits; where they matter, add in order of the repeat.
 */
export class EnsembleSums {
  readonly rows: number;
  private count = 0;
  private epoch = new Int32Array(0);
  private readonly sums = new Map<(typeof columns)[number], Sums>();

  constructor(rows: number) {
    this.rows = rows;
  }

  /** Repeats so far. */
  get repeats(): number {
    return this.count;
  }

  /** @throws RangeError if the run was not measured at the epochs of those before, or has other rows */
  add(run: TrajectoryColumns): void {
    requireRows(run, this.rows);
    if (this.count === 0) this.epoch = run.epoch.slice();
    else requireSchedule(run.epoch, this.epoch);
    this.count++;
    for (const name of columns) {
      const column = run[name];
      let sums = this.sums.get(name);
      if (!sums) {
        sums = { mean: new Float64Array(column.length), squares: new Float64Array(column.length) };
        this.sums.set(name, sums);
      }
      const { mean, squares } = sums;
      for (let i = 0; i < column.length; i++) {
        const x = column[i]!;
        const change = x - mean[i]!;
        mean[i]! += change / this.count;
        squares[i]! += change * (x - mean[i]!);
      }
    }
  }

  /** What the repeats so far say, in arrays of its own. */
  result(): Ensemble {
    const band = (name: (typeof columns)[number]): Band =>
      bandOf(this.sums.get(name), this.count, name.includes('Accuracy') ? 1 : Infinity);
    return {
      repeats: this.count,
      epoch: this.epoch.slice(),
      ixt: band('ixt'),
      ity: band('ity'),
      trainAccuracy: band('trainAccuracy'),
      trainLoss: band('trainLoss'),
      trainAccuracyAfter: band('trainAccuracyAfter'),
      testAccuracy: band('testAccuracy'),
      testLoss: band('testLoss'),
    };
  }
}

/** Mean, standard deviation and interval over runs that share their schedule, in order of the repeat. */
export function ensembleOf(runs: readonly TrajectoryColumns[], rows: number): Ensemble {
  const sums = new EnsembleSums(rows);
  for (const run of runs) sums.add(run);
  return sums.result();
}

/** Of values from 0 to `most`. */
function bandOf(sums: Sums | undefined, n: number, most: number): Band {
  if (!sums) {
    const none = new Float64Array(0);
    return { mean: none, sd: none, low: none, high: none };
  }
  const mean = sums.mean.slice();
  const sd = sums.squares.map((sum) => (n < 2 ? NaN : Math.sqrt(sum / (n - 1))));
  const reach = reach95(n);
  return {
    mean,
    sd,
    low: mean.map((middle, i) => Math.max(0, middle - reach * sd[i]!)),
    high: mean.map((middle, i) => Math.min(most, middle + reach * sd[i]!)),
  };
}

/** @throws RangeError if the columns do not have so many rows */
export function requireRows(run: TrajectoryColumns, rows: number): void {
  if (run.ixt.length === run.epoch.length * rows) return;
  throw new RangeError(
    `Ensemble: ${run.ixt.length} values for ${run.epoch.length} measurements of ${rows} rows`,
  );
}

/** @throws RangeError if the epochs differ */
export function requireSchedule(epoch: Int32Array, expected: Int32Array): void {
  if (epoch.length !== expected.length) {
    throw new RangeError(`Ensemble: ${epoch.length} measurements beside ${expected.length}`);
  }
  const index = epoch.findIndex((value, m) => value !== expected[m]);
  if (index < 0) return;
  throw new RangeError(
    `Ensemble: measurement ${index} is at epoch ${epoch[index]} beside ${expected[index]}`,
  );
}
