import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { defaults } from '../../src/core/experiment/fields.ts';
import { allocate, type TrajectoryColumns } from '../../src/core/experiment/trajectory.ts';
import { RunClient } from '../../src/store/client.ts';
import { openedSet } from '../../src/store/files.ts';
import { Pool } from '../../src/store/pool.ts';
import { Session } from '../../src/store/session.ts';

/** Two hidden layers and the output, so four rows. */
export const made: Experiment = { ...defaults, net: [4, 3], epochs: 101, every: 5, badfits: 'keep' };
const measurements = 21;

/** What is made up of a repeat; the rest is 1 throughout, ranges from 0 to 1. */
export interface MadeRepeat {
  /** I(X;T) by measurement and row; I(T;Y) rises to 1 within the first quarter. */
  readonly ixt?: (m: number, row: number) => number;
  readonly testAccuracy?: (m: number) => number;
  readonly high?: (m: number, row: number) => number;
  /** The same of all layers at all measurements. */
  readonly gradients?: { readonly mean: number; readonly deviation: number; readonly norm: number };
}

function columnsOf({ ixt, testAccuracy, high, gradients }: MadeRepeat): TrajectoryColumns {
  const rows = made.net.length + 2;
  const columns = allocate(rows, measurements);
  columns.gradientMean.fill(gradients?.mean ?? 1);
  columns.gradientDeviation.fill(gradients?.deviation ?? 1);
  columns.weightNorm.fill(gradients?.norm ?? 1);
  for (let m = 0; m < measurements; m++) {
    columns.epoch[m] = 1 + 5 * m;
    for (const name of ['trainAccuracy', 'trainAccuracyAfter', 'trainLoss', 'testLoss'] as const) {
      columns[name][m] = 1;
    }
    columns.testAccuracy[m] = testAccuracy?.(m) ?? 1;
    for (let row = 0; row < rows; row++) {
      const at = m * rows + row;
      columns.ixt[at] = ixt?.(m, row) ?? 1;
      columns.ity[at] = Math.min(1, 0.2 + m / 5);
      columns.high[at] = high?.(m, row) ?? 1;
      columns.levels[at] = 1;
    }
  }
  return columns;
}

/** A page on which these repeats are done, and their mean or one of them is shown. */
export function openedSession(repeats: readonly MadeRepeat[], shown: number | 'mean'): Session {
  const experiment = { ...made, repeats: repeats.length };
  const noWorker = (): never => {
    throw new Error('nothing is trained here');
  };
  const session = new Session(new Pool(() => new RunClient(noWorker)));
  const runs = repeats.map((repeat, i) => ({
    ...{ experiment, repeat: i + 1, attempt: 1, isBadFit: false, fingerprint: `${i}`, arithmeticVersion: 1 },
    ...({ kernel: 'wasm', columns: columnsOf(repeat), limits: { hx: 12, hy: 1 }, classes: 2 } as const),
    ...{ discarded: [], violations: [], failure: null, readings: [], seconds: 1 },
  }));
  const set = openedSet(runs, { train: 3276, test: 820 });
  if (set) session.open(set);
  session.view.setState({ repeat: shown, head: experiment.epochs });
  return session;
}
