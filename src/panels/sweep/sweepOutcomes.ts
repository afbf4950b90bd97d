import type { Outcome, RowOutcome } from '../../core/experiment/presets/outcome.ts';
import type { Interval } from '../../core/statistics/interval.ts';
import { accuracyAxis, axisFromZero } from '../../plots/scene/extent.ts';
import type { SweepChartData, SweepSeries } from '../../plots/scene/sweep-chart.ts';
import { decimals } from '../../i18n/t.ts';
import { w } from '../../i18n/sweep.ts';
import type { SweepCell } from '../../store/sweep/state.ts';
import { layerName } from '../sentences.ts';

/** What the chart and the table can show of each value. */
export const outcomeIds = ['ixtEnd', 'fall', 'compression', 'ityEnd', 'testAccuracy'] as const;
export type OutcomeId = (typeof outcomeIds)[number];

/** A mean with its interval and, where it has one, its standard deviation. */
type Number = Interval & { readonly sd?: number };

/** One layer's number; null where the value's network has no such layer. */
export function layerNumber(outcome: Outcome | null, layer: number, id: OutcomeId): Number | null {
  const row = outcome?.rows.find((each) => each.layer === layer && each.output !== 'exact');
  return row && id !== 'testAccuracy' ? rowNumber(row, id) : null;
}

/** Does the layer give every input its own code at the end, in most repeats? Then its numbers say nothing. */
export function isHollow(outcome: Outcome | null, layer: number): boolean {
  const phases = outcome?.rows.find((each) => each.layer === layer && each.output !== 'exact')?.phases;
  return phases !== undefined && 2 * phases.saturated > phases.repeats;
}

function rowNumber({ values, phases }: RowOutcome, id: Exclude<OutcomeId, 'testAccuracy'>): Number {
  return id === 'compression' ? phases.compression : values[id];
}

export function numberText(number: Number | null | undefined, digits: number): string {
  if (!number || Number.isNaN(number.mean)) return '–';
  const mean = decimals(number.mean, digits);
  const { sd = NaN } = number;
  return Number.isNaN(sd) ? mean : `${mean} ± ${decimals(sd, digits)}`;
}

/** Layers that the largest of the networks has. */
export function layersOf(outcomes: readonly (Outcome | null)[]): number {
  return Math.max(0, ...outcomes.map((outcome) => (outcome ? outcome.rows.length - 1 : 0)));
}

interface Look {
  readonly id: OutcomeId;
  readonly highlight: number | null;
  readonly marked: number | null;
  readonly names: readonly string[];
}

/** The chosen outcome by value, a line a layer; null while nothing has come out. */
export function chartOf(
  cells: readonly SweepCell[],
  outcomes: readonly (Outcome | null)[],
  { id, highlight, marked, names }: Look,
): SweepChartData | null {
  if (outcomes.every((outcome) => outcome === null)) return null;
  const series = id === 'testAccuracy' ? accuracies(outcomes) : layers(outcomes, id);
  const columns = series.map(({ mean, low, high }) => ({
    ...{ name: '', layer: null, stride: 1, offset: 0, values: Float64Array.from(mean) },
    band: { low: Float64Array.from(low), high: Float64Array.from(high) },
  }));
  const values = cells.map(({ value }, index) => ({
    text: value.number === null ? (names[index] ?? value.text) : value.text,
    number: value.number,
  }));
  const domain = id === 'testAccuracy' ? accuracyAxis(columns) : axisFromZero(columns);
  return { values, series, domain, highlight, marked };
}

function layers(outcomes: readonly (Outcome | null)[], id: OutcomeId): SweepSeries[] {
  return Array.from({ length: layersOf(outcomes) }, (_, layer) => ({
    ...seriesOf(
      layerName(layer),
      layer,
      outcomes.map((outcome) => layerNumber(outcome, layer, id)),
    ),
    hollow: outcomes.map((outcome) => isHollow(outcome, layer)),
  }));
}

function accuracies(outcomes: readonly (Outcome | null)[]): SweepSeries[] {
  return [
    seriesOf(
      w('train'),
      null,
      outcomes.map((outcome) => outcome?.trainAccuracy ?? null),
    ),
    {
      ...seriesOf(
        w('test'),
        null,
        outcomes.map((outcome) => outcome?.testAccuracy ?? null),
      ),
      dashed: true,
    },
  ];
}

function seriesOf(name: string, layer: number | null, numbers: readonly (Interval | null)[]): SweepSeries {
  const each = (part: keyof Interval): number[] => numbers.map((number) => number?.[part] ?? NaN);
  return { name, layer, mean: each('mean'), low: each('low'), high: each('high') };
}
