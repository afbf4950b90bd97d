import type { ChartData, ChartSeries } from '../plots/scene/chart.ts';
import { extentOf } from '../plots/scene/extent.ts';
import type { Ensemble } from '../core/experiment/ensemble.ts';
import type { Trajectory } from '../core/experiment/trajectory.ts';
import { meanCurve } from '../core/statistics/mean-curve.ts';
import { standardDeviation } from '../core/statistics/standard-deviation.ts';
import { t } from '../i18n/study.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { chartFrame } from './chartData.ts';
import { highlightOf, keyOf, type Repeats } from './planeData.ts';
import { layerOrDefault } from './reading.ts';
import { ensembleShown } from './repeatsData.ts';
import { layerName } from './sentences.ts';

/** The output is quantized as logits: their range and levels are those of its exact row. */
export function quantizedRow(rows: number, layer: number): number {
  return layer === rows - 2 ? rows - 1 : layer;
}

type Quantized = 'low' | 'high' | 'levels';

/** Both ends of the range of the layer looked at, by epoch. */
export function rangeChart(run: RunState, view: ViewState, repeats: Repeats): ChartData | null {
  const { trajectory } = run;
  if (!trajectory) return null;
  const { rows } = trajectory;
  const layer = layerOrDefault(view.layer, rows - 1);
  const line = (name: Quantized) => ({
    ...{ layer, stride: rows, offset: quantizedRow(rows, layer) },
    ...valuesOf(name, trajectory, run, repeats),
  });
  const series: readonly ChartSeries[] = [
    { ...line('high'), name: t('ranges.high') },
    { ...line('low'), name: t('ranges.low'), dashed: true },
  ];
  const key = `${keyOf(trajectory)} ${layer}`;
  return {
    ...chartFrame(run, view, trajectory.columns()),
    key,
    series,
    domain: rangeAxis(series),
    highlight: null,
  };
}

/** Levels in use of each layer by epoch, of 2^bits. */
export function levelsChart(run: RunState, view: ViewState, repeats: Repeats): ChartData | null {
  const { trajectory, experiment } = run;
  if (!trajectory || !experiment || experiment.bits === 'float') return null;
  const { rows } = trajectory;
  const column = valuesOf('levels', trajectory, run, repeats);
  const series = Array.from({ length: rows - 1 }, (_, layer) => ({
    ...{ name: layerName(layer), layer, stride: rows, offset: quantizedRow(rows, layer) },
    ...column,
  }));
  return {
    ...chartFrame(run, view, trajectory.columns()),
    highlight: highlightOf(run, view),
    series,
    domain: [0, 2 ** experiment.bits],
  };
}

/** A column, of a mean with a standard deviation to each side. */
function valuesOf(
  name: Quantized,
  trajectory: Trajectory,
  run: RunState,
  { set, shown }: Repeats,
): Pick<ChartSeries, 'values' | 'band'> {
  const ensemble = ensembleShown(set, shown, run);
  if (!set || !ensemble) return { values: trajectory.columns()[name] };
  const known = spreads.get(ensemble) ?? new Map<Quantized, Pick<ChartSeries, 'values' | 'band'>>();
  spreads.set(ensemble, known);
  const before = known.get(name);
  if (before) return before;
  const columns = (set.statistics()?.repeats ?? []).flatMap(
    (repeat) => set.member(repeat)?.facts.trajectory?.columns()[name] ?? [],
  );
  const made = spreadOf(columns);
  known.set(name, made);
  return made;
}

const spreads = new WeakMap<Ensemble, Map<Quantized, Pick<ChartSeries, 'values' | 'band'>>>();

/** The mean of columns, and a standard deviation to each side. */
export function spreadOf(
  columns: readonly (Float64Array | Float32Array | Int32Array)[],
): Pick<ChartSeries, 'values' | 'band'> {
  const values = meanCurve(columns);
  const sd = values.map((_, i) => standardDeviation(columns.map((column) => column[i] ?? NaN)));
  const low = values.map((mean, i) => mean - (sd[i] ?? NaN));
  const high = values.map((mean, i) => mean + (sd[i] ?? NaN));
  return { values, band: { low, high } };
}

/** Whole numbers not above any lower end and not below any upper end; what lies in their middle is whole too. */
export function rangeAxis(series: readonly ChartSeries[]): [number, number] {
  const [lowest, highest] = extentOf(series);
  const low = Math.floor(Math.min(0, lowest));
  const high = Math.max(Math.ceil(Math.max(0, highest)), low + 1);
  return [low, (high - low) % 2 === 0 ? high : high + 1];
}
