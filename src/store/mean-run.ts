import type { Ensemble } from '../core/experiment/ensemble.ts';
import { allocate, Trajectory, type TrajectoryColumns } from '../core/experiment/trajectory.ts';

/** Columns that are means alone: nothing is said of how they vary. */
const plain = ['codes', 'levels', 'low', 'high', 'weightNorm', 'gradientMean', 'gradientDeviation'] as const;

/** The mean over runs that share their schedule, as a trajectory; counts are rounded to whole numbers. */
export function meanTrajectory(
  runs: readonly TrajectoryColumns[],
  rows: number,
  ensemble: Ensemble,
): Trajectory {
  const columns = allocate(rows, ensemble.epoch.length);
  columns.epoch.set(ensemble.epoch);
  columns.ixt.set(ensemble.ixt.mean);
  columns.ity.set(ensemble.ity.mean);
  columns.trainAccuracy.set(ensemble.trainAccuracy.mean);
  columns.trainLoss.set(ensemble.trainLoss.mean);
  columns.trainAccuracyAfter.set(ensemble.trainAccuracyAfter.mean);
  columns.testAccuracy.set(ensemble.testAccuracy.mean);
  columns.testLoss.set(ensemble.testLoss.mean);
  for (const name of plain) {
    const to = columns[name];
    const sums = new Float64Array(to.length);
    // Counted, since for-of over entries takes seven times as long here.
    for (const run of runs) {
      const from = run[name];
      for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (from[i] ?? NaN);
    }
    const isWhole = to instanceof Int32Array;
    for (let i = 0; i < sums.length; i++) {
      const mean = (sums[i] ?? NaN) / runs.length;
      to[i] = isWhole ? Math.round(mean) : mean;
    }
  }
  const trajectory = new Trajectory(rows, Math.max(1, ensemble.epoch.length));
  trajectory.append(columns);
  return trajectory;
}
