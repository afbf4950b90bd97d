import type { Outcome } from '../../core/experiment/presets/outcome.ts';
import type { SweepChartData } from '../../plots/scene/sweep-chart.ts';
import {
  outcomeChart,
  type OutcomeId,
  type OutcomeNumber,
  type SweepChartWords,
} from '../../plots/scene/sweep-outcomes.ts';
import { decimals } from '../../i18n/t.ts';
import { w } from '../../i18n/sweep.ts';
import type { SweepCell } from '../../store/sweep/state.ts';
import { layerName } from '../sentences.ts';

/** "7.42 ± 2.71"; of one repeat the value alone. */
export function numberText(number: OutcomeNumber | null | undefined, digits: number): string {
  if (!number || Number.isNaN(number.mean)) return '–';
  const mean = decimals(number.mean, digits);
  const { sd = NaN } = number;
  return Number.isNaN(sd) ? mean : `${mean} ± ${decimals(sd, digits)}`;
}

const words = (): SweepChartWords => ({ layer: layerName, train: w('train'), test: w('test') });

interface Look {
  readonly id: OutcomeId;
  readonly highlight: number | null;
  readonly marked: number | null;
  /** Of the values, in words. */
  readonly names: readonly string[];
}

/** The chosen outcome by value; null while nothing has come out. */
export function chartOf(
  cells: readonly SweepCell[],
  outcomes: readonly (Outcome | null)[],
  { names, ...look }: Look,
): SweepChartData | null {
  const values = cells.map(({ value: { text, number } }, index) => ({
    text: number === null ? (names[index] ?? text) : text,
    number,
  }));
  return outcomeChart(values, outcomes, look, words());
}
