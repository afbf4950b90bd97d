import type { TrajectoryColumns } from './trajectory.ts';

/** How far two runs go the same way. */
export interface Parting {
  /** The first epoch, measured in both, at which a number differs; null where none does. */
  readonly epoch: number | null;
  /** The epoch measured in both before that one; null where there is none. */
  readonly before: number | null;
  /** How many epochs were measured in both. */
  readonly common: number;
}

/** A run's measurements, and how many rows each has. */
interface Measured {
  readonly columns: TrajectoryColumns;
  readonly rows: number;
}

const rowWise = ['ixt', 'ity', 'codes', 'levels', 'low', 'high'] as const;
const single = ['trainAccuracy', 'trainLoss', 'trainAccuracyAfter', 'testAccuracy', 'testLoss'] as const;

/**
 * Where two runs part: all numbers of the epochs that both have measured are compared, bit for bit but for NaNs, which
 * are all one. Networks of different depth part at the first of these epochs.
 */
export function partingOf(one: Measured, other: Measured): Parting {
  let common = 0;
  let before: number | null = null;
  let parted: number | null = null;
  let at = 0;
  for (const [index, epoch] of one.columns.epoch.entries()) {
    while (at < other.columns.epoch.length && other.columns.epoch[at]! < epoch) at++;
    if (other.columns.epoch[at] !== epoch) continue;
    common++;
    if (parted !== null) continue;
    if (isAlike(one, index, other, at)) before = epoch;
    else parted = epoch;
  }
  return { epoch: parted, before, common };
}

function isAlike(one: Measured, index: number, other: Measured, at: number): boolean {
  const { rows } = one;
  if (rows !== other.rows) return false;
  return (
    single.every((name) => Object.is(one.columns[name][index], other.columns[name][at])) &&
    rowWise.every((name) => {
      const [a, b] = [one.columns[name], other.columns[name]];
      for (let row = 0; row < rows; row++) {
        if (!Object.is(a[index * rows + row], b[at * rows + row])) return false;
      }
      return true;
    })
  );
}
