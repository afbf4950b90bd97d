/** What came out of a sweep's values as the lines of its chart. */
import type { Outcome, RowOutcome } from '../../core/experiment/presets/outcome.ts';
import type { Interval } from '../../core/statistics/interval.ts';
import { accuracyAxis, axisFromZero } from './extent.ts';
import type { SweepChartData, SweepSeries } from './sweep-chart.ts';

/** Bits: falls smaller than this are rounding. */
const tolerance = 1e-9;

/** What the chart and the table can show of each value. */
export const outcomeIds = ['ixtEnd', 'fall', 'compression', 'ityEnd', 'testAccuracy'] as const;
export type OutcomeId = (typeof outcomeIds)[number];

/** A mean with its interval and, where it has one, its standard deviation. */
export type OutcomeNumber = Interval & { readonly sd?: number };

/** Names at the lines' ends. */
export interface SweepChartWords {
  /** T1 for layer 0. */
  layer(layer: number): string;
  readonly train: string;
  readonly test: string;
}

interface Look {
  readonly id: OutcomeId;
  readonly highlight: number | null;
  /** Index of the value that stands out. */
  readonly marked: number | null;
}

type Outcomes = readonly (Outcome | null)[];

/** One layer's number, the output on the grid; null where the value's network has no such layer. */
export function layerNumber(outcome: Outcome | null, layer: number, id: OutcomeId): OutcomeNumber | null {
  const row = rowOf(outcome, layer);
  return row && id !== 'testAccuracy' ? rowNumber(row, id) : null;
}

/**
 * Does the layer give every input its own code at the end, in every repeat? Then its numbers say nothing. Without a
 * fall the end is the largest, which is H(X) where the end is saturated.
 */
export function isHollow(outcome: Outcome | null, layer: number): boolean {
  const row = rowOf(outcome, layer);
  return row !== undefined && row.phases.saturated === row.phases.repeats && row.values.fall.mean < tolerance;
}

/** Layers that the largest of the networks has. */
export function layersOf(outcomes: Outcomes): number {
  return Math.max(0, ...outcomes.map((outcome) => (outcome?.rows.at(-1)?.layer ?? -1) + 1));
}

/** The chosen outcome by value, a line a layer, or of accuracy train and test; null while nothing has come out. */
export function outcomeChart(
  values: SweepChartData['values'],
  outcomes: Outcomes,
  { id, ...look }: Look,
  words: SweepChartWords,
): SweepChartData | null {
  if (outcomes.every((outcome) => outcome === null)) return null;
  const series = id === 'testAccuracy' ? accuracies(outcomes, words) : layers(outcomes, id, words);
  const columns = series.map(({ mean, low, high }) => ({
    ...{ name: '', layer: null, stride: 1, offset: 0, values: Float64Array.from(mean) },
    band: { low: Float64Array.from(low), high: Float64Array.from(high) },
  }));
  const domain = id === 'testAccuracy' ? accuracyAxis(columns) : axisFromZero(columns);
  return { values, series, domain, ...look };
}

const rowOf = (outcome: Outcome | null, layer: number): RowOutcome | undefined =>
  outcome?.rows.find((each) => each.layer === layer && each.output !== 'exact');

function rowNumber({ values, phases }: RowOutcome, id: Exclude<OutcomeId, 'testAccuracy'>): OutcomeNumber {
  return id === 'compression' ? phases.compression : values[id];
}

function layers(outcomes: Outcomes, id: OutcomeId, words: SweepChartWords): SweepSeries[] {
  return Array.from({ length: layersOf(outcomes) }, (_, layer) => ({
    ...seriesOf(
      words.layer(layer),
      layer,
      outcomes.map((outcome) => layerNumber(outcome, layer, id)),
    ),
    hollow: outcomes.map((outcome) => isHollow(outcome, layer)),
  }));
}

function accuracies(outcomes: Outcomes, { train, test }: SweepChartWords): SweepSeries[] {
  const of = (name: string, which: 'trainAccuracy' | 'testAccuracy'): SweepSeries =>
    seriesOf(
      name,
      null,
      outcomes.map((outcome) => outcome?.[which] ?? null),
    );
  return [of(train, 'trainAccuracy'), { ...of(test, 'testAccuracy'), dashed: true }];
}

function seriesOf(name: string, layer: number | null, numbers: readonly (Interval | null)[]): SweepSeries {
  const each = (part: keyof Interval): number[] => numbers.map((number) => number?.[part] ?? NaN);
  return { name, layer, mean: each('mean'), low: each('low'), high: each('high') };
}
