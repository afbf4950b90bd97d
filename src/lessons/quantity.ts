import type { RepeatResult } from '../core/experiment/presets/outcome.ts';
import { firstThatCounts } from '../core/experiment/summary.ts';
import { phasesOfRow } from '../core/information/phases.ts';

/** A layer, 0 for T1, or one of the two readings of the output. */
export type RowName = number | 'grid' | 'exact';

/** A number that is read off a run that has ended; over several repeats it is the mean, but for `losing`. */
export type Quantity =
  /** H(X) or H(Y) of the measured samples, bits. */
  | { readonly of: 'hx' | 'hy' }
  /** 0 bits, where a layer is that tells nothing apart. */
  | { readonly of: 'zero' }
  /** I(X;T) or I(T;Y) of a row at the first or the last measurement, at its largest, or where the row's I(X;T) is largest (`rightmost`), bits; by a ruler, or as counted. */
  | {
      readonly of: 'ixt' | 'ity';
      readonly row: RowName;
      readonly at: 'start' | 'end' | 'most' | 'rightmost';
      readonly ruler?: string;
    }
  /** The largest I(X;T) of a row minus that at the end, bits. */
  | { readonly of: 'fall'; readonly row: RowName }
  /** In how many repeats a row falls by more than `bits`; since the end of fitting, by compression as below. */
  | { readonly of: 'losing'; readonly row: RowName; readonly bits: number; readonly since?: 'fitting' }
  /** The epoch at which I(X;T) of a row is largest. */
  | { readonly of: 'turn'; readonly row: RowName }
  /** Compression since the end of fitting by the rule of information/phases, bits. */
  | { readonly of: 'compression'; readonly row: RowName }
  /** Codes a row has in use at the end. */
  | { readonly of: 'codes'; readonly row: RowName; readonly at: 'start' | 'end' }
  /** Share of samples that get the right class at the end, percent. */
  | { readonly of: 'train' | 'test' };

export type Unit = 'bits' | 'percent' | 'count';

export function unitOf({ of }: Quantity): Unit {
  if (of === 'train' || of === 'test') return 'percent';
  return of === 'losing' || of === 'codes' || of === 'turn' ? 'count' : 'bits';
}

/** The rulers that a quantity needs laid over the run. */
export function rulerOf(quantity: Quantity): string | null {
  return 'ruler' in quantity ? (quantity.ruler ?? null) : null;
}

/** One repeat that has ended, and what rulers say of it. */
export interface Evidence extends RepeatResult {
  /** By a ruler's text: its columns, rows as those of the run; null where it has not been laid over the whole run. */
  readonly laid: (ruler: string) => Pick<RepeatResult['columns'], 'ixt' | 'ity'> | null;
}

/** The number as the repeats have it; null where it cannot be read off them (no repeat, no such layer, no ruler). */
export function readQuantity(quantity: Quantity, repeats: readonly Evidence[]): number | null {
  if (repeats.length === 0) return null;
  const each = repeats.map((repeat) => ofRepeat(quantity, repeat));
  const known = each.filter((value) => value !== null && !Number.isNaN(value));
  if (known.length < each.length) return null;
  const sum = known.reduce<number>((total, value) => total + (value ?? 0), 0);
  return quantity.of === 'losing' ? sum : sum / known.length;
}

function ofRepeat(quantity: Quantity, repeat: Evidence): number | null {
  const { columns, limits } = repeat;
  switch (quantity.of) {
    case 'hx':
    case 'hy':
      return limits[quantity.of];
    case 'zero':
      return 0;
    case 'train':
      return 100 * (columns.trainAccuracyAfter.at(-1) ?? NaN);
    case 'test':
      return 100 * (columns.testAccuracy.at(-1) ?? NaN);
    default:
      return ofRow(quantity, repeat);
  }
}

type OfRow = Extract<Quantity, { readonly row: RowName }>;

function ofRow(quantity: OfRow, repeat: Evidence): number | null {
  const { columns, rows } = repeat;
  const row = rowNumber(quantity.row, rows);
  if (row === null) return null;
  switch (quantity.of) {
    case 'ixt':
    case 'ity': {
      const source = quantity.ruler === undefined ? columns : repeat.laid(quantity.ruler);
      if (!source) return null;
      const values = columnOf(source[quantity.of], rows, row);
      if (quantity.at === 'most') return most(values);
      if (quantity.at === 'rightmost') {
        const ixt = columnOf(source.ixt, rows, row);
        return values[ixt.indexOf(most(ixt))] ?? null;
      }
      return values.at(quantity.at === 'start' ? 0 : -1) ?? null;
    }
    case 'codes':
      return columnOf(columns.codes, rows, row).at(quantity.at === 'start' ? 0 : -1) ?? null;
    case 'turn': {
      const values = columnOf(columns.ixt, rows, row);
      return columns.epoch[values.indexOf(most(values))] ?? null;
    }
    case 'fall':
      return fallOf(repeat, row);
    case 'compression':
      return compressionOf(repeat, row);
    case 'losing': {
      const lost = quantity.since === 'fitting' ? compressionOf(repeat, row) : fallOf(repeat, row);
      return Number(lost > quantity.bits);
    }
  }
}

/** As the page and the command line count it, from the first epoch on. */
function compressionOf({ columns, rows, limits }: Evidence, row: number): number {
  return phasesOfRow(columns, rows, row, limits, firstThatCounts(columns.epoch, 0)).compression;
}

function fallOf({ columns, rows }: Evidence, row: number): number {
  const values = columnOf(columns.ixt, rows, row);
  return most(values) - (values.at(-1) ?? NaN);
}

/** Its place among the rows of a measurement; null where the network has no such layer. */
export function rowNumber(row: RowName, rows: number): number | null {
  if (row === 'grid') return rows - 2;
  if (row === 'exact') return rows - 1;
  return row >= 0 && row < rows - 2 ? row : null;
}

/** One row of a column of shape (measurements, rows). */
export function columnOf(column: Float64Array | Int32Array, rows: number, row: number): readonly number[] {
  return Array.from({ length: column.length / rows }, (_, m) => column[m * rows + row] ?? NaN);
}

const most = (values: readonly number[]): number =>
  values.reduce((largest, value) => Math.max(largest, value), -Infinity);
