import type { ChartData, ChartSeries } from '../plots/scene/chart.ts';
import { measurementAt } from '../core/experiment/epoch-scale.ts';
import type { Trajectory } from '../core/experiment/trajectory.ts';
import { t } from '../i18n/t.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { highlightOf, keyOf, scaleOf } from './planeData.ts';
import { layerOrDefault } from './reading.ts';
import { layerName } from './sentences.ts';

/** The output is quantized as logits: their range and levels are those of its exact row. */
export function quantizedRow(rows: number, layer: number): number {
  return layer === rows - 2 ? rows - 1 : layer;
}

/** Both ends of the range of the layer looked at, by epoch. */
export function rangeChart(run: RunState, view: ViewState): ChartData | null {
  const { trajectory } = run;
  if (!trajectory) return null;
  const { low, high } = trajectory.columns();
  const { rows } = trajectory;
  const layer = layerOrDefault(view.layer, rows - 1);
  const line = { layer, stride: rows, offset: quantizedRow(rows, layer) };
  const series: readonly ChartSeries[] = [
    { ...line, name: t('ranges.high'), values: high },
    { ...line, name: t('ranges.low'), values: low, dashed: true },
  ];
  const key = `${keyOf(trajectory)} ${layer}`;
  return {
    ...common(run, view, trajectory),
    key,
    series,
    domain: extentOf(trajectory, layer),
    highlight: null,
  };
}

/** Levels in use of each layer by epoch, of 2^bits. */
export function levelsChart(run: RunState, view: ViewState): ChartData | null {
  const { trajectory, experiment } = run;
  if (!trajectory || !experiment || experiment.bits === 'float') return null;
  const { levels } = trajectory.columns();
  const { rows } = trajectory;
  const series = Array.from({ length: rows - 1 }, (_, layer) => ({
    name: layerName(layer),
    layer,
    values: levels,
    stride: rows,
    offset: quantizedRow(rows, layer),
  }));
  return { ...common(run, view, trajectory), series, domain: [0, 2 ** experiment.bits] };
}

function common(run: RunState, view: ViewState, trajectory: Trajectory) {
  const { epoch } = trajectory.columns();
  return {
    key: String(keyOf(trajectory)),
    epochs: epoch,
    scale: scaleOf(run, view),
    head: measurementAt(epoch, view.head),
    highlight: highlightOf(run, view),
    prefit: run.experiment?.prefit ?? 0,
  };
}

interface Extent {
  seen: number;
  low: number;
  high: number;
}

const extents = new WeakMap<Trajectory, Map<number, Extent>>();

/** Whole numbers not above any lower end and not below any upper end so far; what lies in their middle is whole too. */
export function extentOf(trajectory: Trajectory, layer: number): [number, number] {
  const { rows } = trajectory;
  const all = extents.get(trajectory) ?? new Map<number, Extent>();
  extents.set(trajectory, all);
  const extent = all.get(layer) ?? { seen: 0, low: 0, high: 0 };
  all.set(layer, extent);
  const { low, high } = trajectory.columns();
  for (; extent.seen < trajectory.length; extent.seen++) {
    const at = extent.seen * rows + quantizedRow(rows, layer);
    // NaN is neither below nor above.
    if ((low[at] ?? NaN) < extent.low) extent.low = low[at] ?? 0;
    if ((high[at] ?? NaN) > extent.high) extent.high = high[at] ?? 0;
  }
  const [from, to] = [Math.floor(extent.low), Math.max(Math.ceil(extent.high), Math.floor(extent.low) + 1)];
  return [from, (to - from) % 2 === 0 ? to : to + 1];
}
