import type { ChartData, ChartSeries } from '../plots/scene/chart.ts';
import { measurementAt } from '../core/experiment/epoch-scale.ts';
import type { Trajectory } from '../core/experiment/trajectory.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { highlightOf, keyOf, scaleOf } from './planeData.ts';
import { layerName } from './sentences.ts';

/** The output is quantized as logits: their range and levels are those of its exact row. */
export function quantizedRow(rows: number, layer: number): number {
  return layer === rows - 2 ? rows - 1 : layer;
}

/** Both ends of each layer's range by epoch: the upper solid, the lower dashed. */
export function rangeChart(run: RunState, view: ViewState): ChartData | null {
  const { trajectory } = run;
  if (!trajectory) return null;
  const { low, high } = trajectory.columns();
  const series = layersOf(trajectory).flatMap((line): ChartSeries[] => [
    { ...line, values: high },
    { ...line, values: low, dashed: true },
  ]);
  return { ...common(run, view, trajectory), series, domain: extentOf(trajectory) };
}

/** Levels in use of each layer by epoch, of 2^bits. */
export function levelsChart(run: RunState, view: ViewState): ChartData | null {
  const { trajectory, experiment } = run;
  if (!trajectory || !experiment || experiment.bits === 'float') return null;
  const { levels } = trajectory.columns();
  const series = layersOf(trajectory).map((line) => ({ ...line, values: levels }));
  return { ...common(run, view, trajectory), series, domain: [0, 2 ** experiment.bits] };
}

function layersOf({ rows }: Trajectory): Omit<ChartSeries, 'values'>[] {
  return Array.from({ length: rows - 1 }, (_, layer) => ({
    name: layerName(layer),
    layer,
    stride: rows,
    offset: quantizedRow(rows, layer),
  }));
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

const extents = new WeakMap<Trajectory, Extent>();

/** A whole number not above any lower end, and one not below any upper end, so far. */
export function extentOf(trajectory: Trajectory): [number, number] {
  const extent = extents.get(trajectory) ?? { seen: 0, low: -1, high: 1 };
  const { low, high } = trajectory.columns();
  const { rows } = trajectory;
  for (; extent.seen < trajectory.length; extent.seen++) {
    for (let layer = 0; layer < rows - 1; layer++) {
      const at = extent.seen * rows + quantizedRow(rows, layer);
      // NaN is below nothing.
      if ((low[at] ?? NaN) < extent.low) extent.low = Math.floor(low[at] ?? 0);
      if ((high[at] ?? NaN) > extent.high) extent.high = Math.ceil(high[at] ?? 0);
    }
  }
  extents.set(trajectory, extent);
  return [extent.low, extent.high];
}
