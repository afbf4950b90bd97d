import type { Experiment } from '../core/experiment/experiment.ts';
import { isDense } from '../core/experiment/hidden-layer.ts';
import type { TrajectoryColumns } from '../core/experiment/trajectory.ts';
import {
  breachesOf,
  breachesOfRepeats,
  type BreachOfRepeats,
  type Estimated,
} from '../core/information/breaches.ts';
import { isRuler, parseRuler } from '../core/information/ruler-text.ts';
import { laidRepeats } from '../store/laid-repeats.ts';
import type { RepeatSet } from '../store/repeat-set.ts';
import { shownPath, type ShownPath } from '../store/rulers.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { shapeOf } from './dataSets.ts';
import { isOwnCount } from './rulerWords.ts';

/** What a ruler's values break. */
export interface Flags {
  readonly breaches: readonly BreachOfRepeats[];
  /** It counts the network's own codes, each layer's a function of those before: nothing can be broken. */
  readonly isInvariant: boolean;
  readonly isDensity: boolean;
}

let last: { readonly path: TrajectoryColumns; readonly runs: number; readonly flags: Flags } | null = null;

/** Of the ruler that is drawn, over all repeats it has been laid over; null where the run's own count is drawn. */
export function flagsOf(run: RunState, view: ViewState, set: RepeatSet | null): Flags | null {
  const path = shownPath(run, view);
  if (!path || path.ruler === null || !run.experiment) return null;
  const ruler = parseRuler(path.ruler);
  if (!isRuler(ruler)) return null;
  const several = set && !run.old && set.experiment.repeats > 1 ? laidRepeats(set, path.ruler).runs : [];
  const runs = several.length > 1 ? several : [path.columns];
  if (last?.path === path.columns && last.runs === runs.length) return last.flags;
  const given = { ...shapeGiven(path, run.experiment), isMean: ruler.reading === 'mean' };
  const breaches = breachesOfRepeats(runs.map((columns) => breachesOf({ ...given, columns })));
  const flags = { breaches, isInvariant: isOwnCount(ruler), isDensity: ruler.strategy === 'kde' };
  last = { path: path.columns, runs: runs.length, flags };
  return flags;
}

function shapeGiven(
  { rows, limits }: ShownPath,
  experiment: Experiment,
): Omit<Estimated, 'columns' | 'isMean'> {
  const { net, bits } = experiment;
  const units = [...net, shapeOf(experiment).classes].map((layer) =>
    typeof layer === 'number' || isDense(layer) ? layer : Infinity,
  );
  return {
    rows,
    limits,
    // Both rows of the output are alike under a ruler.
    shown: Array.from({ length: rows - 1 }, (_, layer) => layer),
    capacities: bits === 'float' ? null : units.map((count) => count * bits),
  };
}
