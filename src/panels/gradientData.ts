import type { ChartData, ChartSeries } from '../plots/scene/chart.ts';
import { decades, exponents } from '../plots/scene/decades.ts';
import { axisFromZero } from '../plots/scene/extent.ts';
import type { Ensemble } from '../core/experiment/ensemble.ts';
import type { Trajectory, TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { g } from '../i18n/gradients.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { chartFrame } from './chartData.ts';
import { highlightOf, keyOf, type Repeats } from './planeData.ts';
import { spreadOf } from './rangeData.ts';
import { layerOrDefault } from './reading.ts';
import { ensembleShown } from './repeatsData.ts';
import { layerName } from './sentences.ts';

/** What is drawn of a layer; `/norm`: divided by the norm of its weights. */
export type Quantity = 'mean' | 'deviation' | 'mean/norm' | 'deviation/norm' | 'snr' | 'norm';

type Line = Pick<ChartSeries, 'values' | 'band'>;

/** A quantity of each layer at each measurement, (measurements, layers); NaN where there is none. */
export function valuesOf(columns: TrajectoryColumns, quantity: Quantity): Float64Array {
  const { weightNorm, gradientMean, gradientDeviation } = columns;
  const by = (column: Float64Array, other: Float64Array): Float64Array =>
    column.map((value, i) => value / (other[i] ?? NaN));
  switch (quantity) {
    case 'mean':
      return gradientMean;
    case 'deviation':
      return gradientDeviation;
    case 'mean/norm':
      return by(gradientMean, weightNorm);
    case 'deviation/norm':
      return by(gradientDeviation, weightNorm);
    case 'snr':
      // Where all batches have the same gradient there is no noise to speak of, and no ratio.
      return by(gradientMean, gradientDeviation).map((ratio) => (Number.isFinite(ratio) ? ratio : NaN));
    case 'norm':
      return weightNorm;
  }
}

/** Mean and standard deviation of the gradient of the layer looked at, logarithmically. */
export function gradientChart(isRelative: boolean) {
  return (run: RunState, view: ViewState, repeats: Repeats): ChartData | null => {
    const { trajectory } = run;
    if (!trajectory || !isRecorded(trajectory)) return null;
    const stride = trajectory.rows - 1;
    const layer = layerOrDefault(view.layer, stride);
    const line = (quantity: Quantity) => ({
      ...{ layer, stride, offset: layer },
      ...lineOf(quantity, trajectory, run, repeats, true),
    });
    const series: readonly ChartSeries[] = [
      { ...line(isRelative ? 'mean/norm' : 'mean'), name: g('mean') },
      { ...line(isRelative ? 'deviation/norm' : 'deviation'), name: g('deviation'), dashed: true },
    ];
    const key = `${keyOf(trajectory)} ${layer} ${isRelative}`;
    return {
      ...chartFrame(run, view, trajectory.columns()),
      key,
      series,
      ...decades(series),
      highlight: null,
    };
  };
}

/** The signal-to-noise ratio of each layer's gradients, logarithmically. */
export function snrChart(run: RunState, view: ViewState, repeats: Repeats): ChartData | null {
  if (isOneBatch(run)) return null;
  return layersChart('snr', true, run, view, repeats);
}

/** The norm of each layer's weights. */
export function normChart(run: RunState, view: ViewState, repeats: Repeats): ChartData | null {
  return layersChart('norm', false, run, view, repeats);
}

function layersChart(
  quantity: Quantity,
  isLog: boolean,
  run: RunState,
  view: ViewState,
  repeats: Repeats,
): ChartData | null {
  const { trajectory } = run;
  if (!trajectory || !isRecorded(trajectory)) return null;
  const stride = trajectory.rows - 1;
  const column = lineOf(quantity, trajectory, run, repeats, isLog);
  const series = Array.from({ length: stride }, (_, layer) => ({
    ...{ name: layerName(layer), layer, stride, offset: layer },
    ...column,
  }));
  const axis = isLog ? decades(series) : { domain: axisFromZero(series) };
  return {
    ...chartFrame(run, view, trajectory.columns()),
    highlight: highlightOf(run, view),
    series,
    ...axis,
  };
}

/** Were gradients and weights recorded? Older files have none. */
export function isRecorded(trajectory: Trajectory): boolean {
  const { weightNorm } = trajectory.columns();
  // The last layer has weights always, pooling has none.
  return Number.isFinite(weightNorm[trajectory.rows - 2] ?? NaN);
}

/** Is an epoch one batch? Then its gradient has no deviation. */
export function isOneBatch({ experiment, start }: Pick<RunState, 'experiment' | 'start'>): boolean {
  if (!experiment || !start) return false;
  return experiment.batch === 'full' || experiment.batch >= start.trainSamples;
}

/** Of a run that grows, computed once for each of its lengths; of a mean, once. */
const computed = new WeakMap<Trajectory | Ensemble, { length: number; lines: Map<string, Line> }>();

function once(owner: Trajectory | Ensemble, length: number, name: string, make: () => Line): Line {
  let known = computed.get(owner);
  if (known?.length !== length) computed.set(owner, (known = { length, lines: new Map() }));
  const line = known.lines.get(name) ?? make();
  known.lines.set(name, line);
  return line;
}

/** A quantity's lines; of a mean of repeats the mean of each repeat's, with a standard deviation to each side. */
export function lineOf(
  quantity: Quantity,
  trajectory: Trajectory,
  run: RunState,
  repeats: Repeats,
  isLog = false,
): Line {
  const { set, shown } = repeats;
  const { length } = trajectory;
  const ensemble = ensembleShown(set, shown, run);
  const owner = ensemble ?? trajectory;
  if (isLog) {
    const plain = (): Line => lineOf(quantity, trajectory, run, repeats);
    return once(owner, length, `log ${quantity}`, () => logarithmic(plain()));
  }
  return once(owner, length, quantity, () => {
    if (!ensemble || !set) return { values: valuesOf(trajectory.columns(), quantity) };
    const members = (set.statistics()?.repeats ?? []).map((repeat) => set.member(repeat)?.facts.trajectory);
    return spreadOf(members.flatMap((each) => (each ? [valuesOf(each.columns(), quantity)] : [])));
  });
}

function logarithmic({ values, band }: Line): Line {
  const lines = { values: exponents(Float64Array.from(values)) };
  if (!band) return lines;
  // A band that reaches zero goes down to the axis.
  const low = band.low.map((value) => (value <= 0 ? -Infinity : Math.log10(value)));
  return { ...lines, band: { low, high: exponents(band.high) } };
}
