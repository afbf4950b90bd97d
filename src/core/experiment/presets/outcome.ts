import { finish } from '../../finish.ts';
import {
  phasesOfRow,
  verdictOf,
  type PhaseVerdict,
  type Possible,
  type RowPhases,
} from '../../information/phases.ts';
import { interval95, within, type Interval } from '../../statistics/interval.ts';
import { pairedDifferences, type PairedDifferences } from '../../statistics/paired-differences.ts';
import { standardDeviation } from '../../statistics/standard-deviation.ts';
import type { Experiment } from '../experiment.ts';
import { firstThatCounts } from '../summary.ts';
import type { Limits, OutputRuler, TrajectoryColumns } from '../trajectory.ts';
import type { Quantity, Recorded } from './preset.ts';

/** A repeat that is done: its measurements, rows as in TrajectoryColumns. */
export interface RepeatResult {
  readonly columns: TrajectoryColumns;
  readonly rows: number;
  readonly limits: Limits;
}

/** What comes out per row; accuracy is of the whole network. */
export type RowQuantity = Exclude<Quantity, 'trainAccuracy' | 'testAccuracy'>;

export const rowQuantities: readonly RowQuantity[] = [
  'ixtStart',
  'ityStart',
  'ixtLargest',
  'ityAtLargest',
  'ixtEnd',
  'ityEnd',
  'fall',
];

/** One quantity of one repeat's rows, and their phases. */
interface RowNumbers {
  readonly values: Readonly<Record<RowQuantity, number>>;
  readonly phases: RowPhases;
}

/** One repeat in few numbers: these are kept, the columns need not be. */
export interface RepeatNumbers {
  readonly rows: readonly RowNumbers[];
  /** Running, over the last epoch's batches. */
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
  /** The same for all repeats of an experiment. */
  readonly possible: Possible;
}

/**
 * A number over repeats: mean, standard deviation (over n - 1), 95% interval of the mean as far as it is possible
 * (no accuracy above 1, no information below 0); NaN where one repeat is too few.
 */
export interface Spread extends Interval {
  readonly sd: number;
  readonly repeats: number;
}

/** What came out for one layer; for the output, as one of its rulers reads it. */
export interface RowOutcome {
  /** 0 is T1. */
  readonly layer: number;
  /** Null for hidden layers. */
  readonly output: OutputRuler | null;
  readonly values: Readonly<Record<RowQuantity, Spread>>;
  /** Compression by the rule of information/phases, with its interval and verdict. */
  readonly phases: PhaseVerdict;
}

/** What came out of the repeats that are done. */
export interface Outcome {
  readonly repeats: number;
  /** As in TrajectoryColumns: hidden layers, the output on the grid, the output exactly. */
  readonly rows: readonly RowOutcome[];
  readonly trainAccuracy: Spread;
  readonly testAccuracy: Spread;
  /** How much further the output falls on the grid than counted exactly, repeat by repeat, in bits. */
  readonly gridOverExact: PairedDifferences;
}

/**
 * The numbers of one repeat. What was measured before the first epoch on true labels does not count: it is not in
 * the study's runs.
 */
export function numbersOf(result: RepeatResult, experiment: Pick<Experiment, 'prefit'>): RepeatNumbers {
  return finish(numbersInParts(result, experiment));
}

/** The same, with a stop after each row: a row takes milliseconds. */
export function* numbersInParts(
  { columns, rows, limits }: RepeatResult,
  { prefit }: Pick<Experiment, 'prefit'>,
): Generator<undefined, RepeatNumbers, void> {
  const from = firstThatCounts(columns.epoch, prefit);
  const numbers: RowNumbers[] = [];
  for (let row = 0; row < rows; row++) {
    const values = rowValues(columns, rows, row, from);
    numbers.push({ values, phases: phasesOfRow(columns, rows, row, limits, from) });
    yield;
  }
  const last = columns.epoch.length - 1;
  return {
    rows: numbers,
    trainAccuracy: columns.trainAccuracy[last] ?? NaN,
    testAccuracy: columns.testAccuracy[last] ?? NaN,
    possible: { epochs: [columns.epoch[from] ?? NaN, columns.epoch[last] ?? NaN], limits },
  };
}

function rowValues(
  { ixt, ity }: TrajectoryColumns,
  rows: number,
  row: number,
  from: number,
): Record<RowQuantity, number> {
  const first = from * rows + row;
  let largest = first;
  let last = first;
  for (let at = first; at < ixt.length; at += rows) {
    if (ixt[at]! > ixt[largest]!) largest = at;
    last = at;
  }
  const at = (column: Float64Array, index: number): number => column[index] ?? NaN;
  return {
    ixtStart: at(ixt, first),
    ityStart: at(ity, first),
    ixtLargest: at(ixt, largest),
    ityAtLargest: at(ity, largest),
    ixtEnd: at(ixt, last),
    ityEnd: at(ity, last),
    fall: at(ixt, largest) - at(ixt, last),
  };
}

/** All repeats together, in the terms of what is recorded of the study; null while none is done. */
export function outcomeOf(repeats: readonly RepeatNumbers[]): Outcome | null {
  const [first] = repeats;
  if (!first || first.rows.length < 2) return null;
  const { possible } = first;
  const rows = first.rows.length;
  const fallsOf = (row: number): number[] => repeats.map((repeat) => repeat.rows[row]!.values.fall);
  return {
    repeats: repeats.length,
    rows: Array.from({ length: rows }, (_, row) =>
      rowOutcome(
        repeats.map((repeat) => repeat.rows[row]!),
        row,
        rows,
        possible,
      ),
    ),
    trainAccuracy: spreadOf(
      repeats.map(({ trainAccuracy }) => trainAccuracy),
      1,
    ),
    testAccuracy: spreadOf(
      repeats.map(({ testAccuracy }) => testAccuracy),
      1,
    ),
    gridOverExact: pairedDifferences(fallsOf(rows - 1), fallsOf(rows - 2)),
  };
}

function rowOutcome(
  numbers: readonly RowNumbers[],
  row: number,
  rows: number,
  possible: Possible,
): RowOutcome {
  const { hx, hy } = possible.limits;
  const values = Object.fromEntries(
    rowQuantities.map((quantity) => [
      quantity,
      spreadOf(
        numbers.map((one) => one.values[quantity]),
        quantity.startsWith('ity') ? hy : hx,
      ),
    ]),
  ) as Record<RowQuantity, Spread>; // One entry for each of the quantities.
  return {
    layer: Math.min(row, rows - 2),
    output: row === rows - 1 ? 'exact' : row === rows - 2 ? 'grid' : null,
    values,
    phases: verdictOf(
      numbers.map(({ phases }) => phases),
      possible,
    ),
  };
}

/** Of values from 0 to `most`. */
function spreadOf(values: readonly number[], most: number): Spread {
  return { ...within(interval95(values), 0, most), sd: standardDeviation(values), repeats: values.length };
}

/** The number that belongs beside one of the study's; undefined where the network has no such layer. */
export function counterpart(
  outcome: Outcome,
  { layer, output, quantity }: Pick<Recorded, 'layer' | 'output' | 'quantity'>,
): Spread | undefined {
  if (quantity === 'trainAccuracy' || quantity === 'testAccuracy') return outcome[quantity];
  return outcome.rows.find((row) => row.layer === layer && row.output === output)?.values[quantity];
}
