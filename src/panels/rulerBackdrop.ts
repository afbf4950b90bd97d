import { atEpochs, type TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { isTraining } from '../store/player.ts';
import type { Backdrop } from '../plots/scene/data.ts';
import type { ShownPath } from '../store/rulers.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { keyOf, type Repeats } from './planeData.ts';
import { laidOthers } from './repeatsData.ts';

/** Measurements between two drawings of a path that still grows. */
const fewMeasurements = 32;

/**
 * Drawn faint behind a ruler's path: the run as it has counted itself, if that is wanted, and the other repeats by the
 * same ruler; all at the same epochs.
 */
export function behindRuler(
  run: RunState,
  view: ViewState,
  path: ShownPath,
  { set, shown }: Repeats,
): Backdrop | undefined {
  const others = path.ruler === null ? undefined : laidOthers(set, shown, run, path.ruler);
  const counted = countedBehind(run, view, path);
  if (!counted || !run.trajectory) return others;
  const key = `${keyOf(run.trajectory)} ${view.output} ${counted.key}`;
  const epochs = others?.runs[0]?.epoch;
  const columns = epochs ? atEpochs(counted.columns, path.rows, epochs) : counted.columns;
  if (!others) return { key, runs: [columns], planned: 1 };
  return { ...others, key: `${key} ${others.key}`, runs: [columns, ...others.runs] };
}

interface Counted {
  readonly key: string;
  readonly columns: TrajectoryColumns;
}

function countedBehind(
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
