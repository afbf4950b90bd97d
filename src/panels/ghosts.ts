import type { Limits } from '../core/experiment/trajectory.ts';
import { shownRows } from '../plots/rows.ts';
import type { ChartData } from '../plots/scene/chart.ts';
import type { PlaneData } from '../plots/scene/data.ts';
import type { Column } from '../plots/scene/decimate.ts';
import { accuracyAxis, axisFromZero } from '../plots/scene/extent.ts';
import { chartGhost, planeGhost, type GhostRun } from '../plots/scene/ghost.ts';
import type { CompareState } from '../store/compare.ts';
import type { OtherRun } from '../store/other-run.ts';
import { isTraining, measuredEpoch, viewedEpoch } from '../store/player.ts';
import { shownPath, type ShownPath } from '../store/rulers.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { setGhosts, type GhostColumn } from './ghostSlot.ts';
import { keyOf } from './planeData.ts';

/** Another run that still grows is drawn anew when it is by this part longer. */
const growth = 1.15;

/**
 * The other run's path by the ruler that is drawn; null where it is the run on the page itself, or has not been laid
 * under that ruler: two rulers side by side would look like two runs that differ.
 */
export function otherPath(run: RunState, view: ViewState, other: OtherRun | null): ShownPath | null {
  if (!other || other.facts.trajectory === run.trajectory) return null;
  const path = shownPath(other.facts, view);
  return path && path.ruler === (shownPath(run, view)?.ruler ?? null) ? path : null;
}

/**
 * Why the other run has no path beside that on the page; null where it has one. `file`: runs from a file have no
 * checkpoints, so that none but their own counts can be shown.
 */
export function whyNoPath(
  run: RunState,
  view: ViewState,
  other: OtherRun,
): 'same' | 'unmeasured' | 'file' | 'ruler' | null {
  if (otherPath(run, view, other)) return null;
  if (other.facts.trajectory === run.trajectory) return 'same';
  if (other.facts.measurements === 0) return 'unmeasured';
  return other.facts.fromFile || run.fromFile ? 'file' : 'ruler';
}

/** Where the other run is over sooner than what the page looks at: the last epoch that it has; else null. */
export function endedBefore(run: RunState, view: ViewState, { facts }: OtherRun): number | null {
  const last = measuredEpoch(facts);
  return !isTraining(facts) && facts.measurements > 0 && viewedEpoch(run, view.head) > last ? last : null;
}

/** The other run's key, which changes now and then while it grows. */
function keyOfOther({ facts }: OtherRun, path: ShownPath, view: ViewState): string {
  const { length } = path.columns.epoch;
  const steps = isTraining(facts) ? Math.floor(Math.log1p(length) / Math.log(growth)) : `all ${length}`;
  return `${facts.trajectory ? keyOf(facts.trajectory) : ''} ${path.key} ${view.output} ${steps}`;
}

/** Room for both runs. */
export function extentOver(one: Limits | undefined, other: Limits | undefined): Limits | null {
  if (!one || !other) return null;
  return { hx: Math.max(one.hx, other.hx), hy: Math.max(one.hy, other.hy) };
}

const known = new WeakMap<object, { readonly key: string; readonly ghost: GhostRun }>();

/** The same object again as long as nothing of it has changed. */
export function ghostRun(other: OtherRun, path: ShownPath, view: ViewState): GhostRun {
  const key = keyOfOther(other, path, view);
  const name = other.facts.trajectory ?? other;
  const before = known.get(name);
  if (before?.key === key) return before.ghost;
  const { columns, rows } = path;
  const ghost = { key, columns, rows, shown: shownRows(rows, view.output) };
  known.set(name, { key, ghost });
  return ghost;
}

function behindPlane(
  run: RunState,
  view: ViewState,
  { other, beside }: CompareState,
): Pick<PlaneData, 'extent' | 'ghost'> {
  const path = otherPath(run, view, other);
  if (!path || !other) return {};
  const extent = extentOver(run.start?.limits, other.facts.start?.limits);
  return {
    ...(extent ? { extent } : {}),
    ...(beside ? {} : { ghost: planeGhost(ghostRun(other, path, view)) }),
  };
}

function behindChart(
  names: readonly GhostColumn[],
  chart: ChartData,
  run: RunState,
  view: ViewState,
  { other }: CompareState,
): ChartData {
  const path = otherPath(run, view, other);
  if (!path || !other) return chart;
  const { key, columns, rows, shown } = ghostRun(other, path, view);
  const lines = names.flatMap((name): Column[] => {
    const values = columns[name];
    if (name !== 'ixt' && name !== 'ity') return [{ values, stride: 1, offset: 0 }];
    return shown.map((row) => ({ values, stride: rows, offset: row }));
  });
  const ghost = chartGhost(`${key} ${names.join()}`, columns.epoch, lines);
  return { ...chart, ghost, domain: domainOver(names, chart, lines, other) };
}

/** An axis for both runs, made as that of one. */
function domainOver(
  [name]: readonly GhostColumn[],
  { domain, series, others }: ChartData,
  lines: readonly Column[],
  { facts }: OtherRun,
): ChartData['domain'] {
  if (name === 'ixt') return [domain[0], Math.max(domain[1], facts.start?.limits.hx ?? 0)];
  if (name === 'ity') return [domain[0], Math.max(domain[1], facts.start?.limits.hy ?? 0)];
  const both = [...series, ...lines.map((line) => ({ ...line, name: '', layer: null }))];
  return name === 'trainAccuracy' ? accuracyAxis(both, others) : axisFromZero(both, others);
}

setGhosts({ behindPlane, behindChart });
