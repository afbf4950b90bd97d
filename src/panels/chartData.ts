import type { Backdrop } from '../plots/scene/data.ts';
import type { ChartBackdrop, ChartData, ChartSeries } from '../plots/scene/chart.ts';
import { accuracyAxis, axisFromZero } from '../plots/scene/extent.ts';
import { measurementAt } from '../core/experiment/epoch-scale.ts';
import type { TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { t } from '../i18n/t.ts';
import { chanceBand, shownPath } from '../store/rulers.ts';
import type { RunState } from '../store/run.ts';
import { isRecorded } from '../store/stand-in.ts';
import type { ViewState } from '../store/view.ts';
import { highlightOf, keyOf, scaleOf, type Repeats } from './planeData.ts';
import { ghosts, type GhostColumn } from './ghostSlot.ts';
import { rowOf } from './reading.ts';
import { bandAround, bandShown, othersOf, type BandName, type SpreadKind } from './repeatsData.ts';
import { behindRuler } from './rulerBackdrop.ts';
import { layerName } from './sentences.ts';

type Make = (run: RunState, view: ViewState, repeats: Repeats) => ChartData | null;

/** One line a layer of I(X;T) or I(T;Y). */
export function layerChart(column: 'ixt' | 'ity'): Make {
  return (run, view, repeats) => {
    const { start } = run;
    const path = shownPath(run, view);
    if (!path || !start) return null;
    const { columns, rows } = path;
    const isOwn = path.ruler === null;
    const band = isOwn
      ? bandShown(column, 'sd', run, repeats)
      : path.sd && bandAround(columns[column], path.sd[column]);
    const places = Array.from({ length: start.layers }, (_, layer) => ({
      stride: rows,
      offset: rowOf({ rows, output: view.output }, layer),
    }));
    const series = places.map((place, layer) => ({
      name: layerName(layer),
      layer,
      values: columns[column],
      ...place,
      ...(band ? { band } : {}),
    }));
    const faint = isOwn ? othersOf(repeats.set, repeats.shown, run) : behindRuler(run, view, path, repeats);
    const others = backdrop(faint, (other) => places.map((place) => ({ values: other[column], ...place })));
    const top = column === 'ixt' ? path.limits.hx : Math.max(1, path.limits.hy);
    const highlight = highlightOf(run, view);
    const chance = column === 'ity' ? chanceBand(run, view) : null;
    // Said once: near the axis of I(X;T) there is room for it.
    const name = column === 'ixt' ? { prefitName: t('prefit.boundary') } : {};
    const chart = {
      ...chartFrame(run, view, columns, path.key),
      ...others,
      ...name,
      ...(chance ? { chance } : {}),
      series,
      domain: [0, top] as const,
      highlight,
    };
    return behind([column], chart, run, view, repeats);
  };
}

type Single = Exclude<BandName, 'ixt' | 'ity'>;

/** Train solid, test dashed; of a mean with the spread of that kind. */
function pair(train: Single, test: Single, spread: SpreadKind, axis: typeof axisFromZero): Make {
  return (run, view, repeats) => {
    const { trajectory } = run;
    if (!trajectory) return null;
    const columns = trajectory.columns();
    const place = { stride: 1, offset: 0 };
    const line = (name: Single): Omit<ChartSeries, 'name'> => {
      const band = bandShown(name, spread, run, repeats);
      return { layer: null, values: columns[name], ...place, ...(band ? { band } : {}) };
    };
    const series = [
      { ...line(train), name: t('curves.train') },
      { ...line(test), name: t('curves.test'), dashed: true },
    ];
    const others = backdrop(othersOf(repeats.set, repeats.shown, run), (other) => [
      { values: other[train], ...place },
      { values: other[test], ...place },
    ]);
    const domain = axis(series, others.others);
    const frame = chartFrame(run, view, columns);
    // Nothing of these is recorded: a recorded run can be looked at further on than they go.
    const isAhead = isRecorded(run) && view.head > (columns.epoch.at(-1) ?? 0);
    const head = isAhead ? -1 : frame.head;
    const chart = { ...frame, head, ...others, series, domain, highlight: null };
    return behind([train, test], chart, run, view, repeats);
  };
}

/** Of a mean with its 95% interval, as the study has it. */
export const accuracyChart = pair('trainAccuracy', 'testAccuracy', 'interval', accuracyAxis);
export const lossChart = pair('trainLoss', 'testLoss', 'sd', axisFromZero);

/** The chart with the run behind it that is compared, if there is one. */
function behind(
  columns: readonly GhostColumn[],
  chart: ChartData,
  run: RunState,
  view: ViewState,
  { compare }: Repeats,
): ChartData {
  return (compare && ghosts()?.behindChart(columns, chart, run, view, compare)) ?? chart;
}

/** What every chart over all measurements of a run has beside its lines. */
export function chartFrame(run: RunState, view: ViewState, columns: TrajectoryColumns, ruler = '') {
  return {
    key: `${run.trajectory ? keyOf(run.trajectory) : ''} ${ruler}`,
    epochs: columns.epoch,
    scale: scaleOf(run, view),
    head: measurementAt(columns.epoch, view.head),
    prefit: run.experiment?.prefit ?? 0,
  };
}

/** Other runs, a line for each of the chart's series. */
function backdrop(
  others: Backdrop | undefined,
  lines: (columns: TrajectoryColumns) => ChartBackdrop['runs'][number],
): { readonly others?: ChartBackdrop } {
  const [first] = others?.runs ?? [];
  if (!others || !first) return {};
  const { key, runs, planned } = others;
  return { others: { key, epochs: first.epoch, runs: runs.map(lines), planned } };
}
