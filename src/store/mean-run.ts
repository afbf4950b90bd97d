import type { Ensemble } from '../core/experiment/ensemble.ts';
import { allocate, Trajectory, type TrajectoryColumns } from '../core/experiment/trajectory.ts';

/** Columns that are means alone: nothing is said of how they vary. */
const plain = ['codes', 'levels', 'low', 'high'] as const;

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
    const sums = new Float64Array(columns[name].length);
    for (const run of runs) for (const [i, value] of run[name].entries()) sums[i] = (sums[i] ?? 0) + value;
    const whole = columns[name] instanceof Int32Array;
    for (const [i, sum] of sums.entries()) {
      const mean = sum / runs.length;
      columns[name][i] = whole ? Math.round(mean) : mean;
    }
  }
  const trajectory = new Trajectory(rows, Math.max(1, ensemble.epoch.length));
  trajectory.append(columns);
  return trajectory;
}
