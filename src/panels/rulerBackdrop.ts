import type { TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { isTraining } from '../store/player.ts';
import type { ShownPath } from '../store/rulers.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';

/** Measurements between two drawings of a path that still grows. */
const fewMeasurements = 32;

/** Drawn faint behind a ruler's path: the run as it has counted itself, if that is wanted. */
export interface Counted {
  readonly key: string;
  readonly columns: TrajectoryColumns;
}

export function countedBehind(
  run: Pick<RunState, 'trajectory' | 'status'>,
  { exactToo }: Pick<ViewState, 'exactToo'>,
  path: ShownPath,
): Counted | null {
  const { trajectory } = run;
  if (!exactToo || path.ruler === null || !trajectory) return null;
  const { length } = trajectory;
  const seen = isTraining(run) ? Math.floor(length / fewMeasurements) : `all ${length}`;
  return { key: `counted ${seen}`, columns: trajectory.columns() };
}
