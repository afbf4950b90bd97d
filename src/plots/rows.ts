/** Rows of a Trajectory as layers, and what one entry holds. */
import type { OutputRuler, TrajectoryColumns } from '../core/experiment/trajectory.ts';

/** The row shown for each layer T1 ... TL: all hidden rows, then one of the two of the output. */
export function shownRows(rows: number, ruler: OutputRuler): readonly number[] {
  const hidden = Array.from({ length: Math.max(0, rows - 2) }, (_, row) => row);
  return [...hidden, ruler === 'grid' ? rows - 2 : rows - 1];
}

/** The layer (0 for T1) a row belongs to. */
export function layerOfRow(rows: number, row: number): number {
  return Math.min(row, rows - 2);
}

/** The numbers of one measurement of one row. */
export interface PointNumbers {
  readonly epoch: number;
  /** Bits. */
  readonly ixt: number;
  /** Bits. */
  readonly ity: number;
  /** Occupied codes. */
  readonly codes: number;
  readonly low: number;
  readonly high: number;
}

/** NaN where there is no such measurement. */
export function describePoint(
  columns: TrajectoryColumns,
  rows: number,
  row: number,
  index: number,
): PointNumbers {
  const at = index * rows + row;
  return {
    epoch: columns.epoch[index] ?? NaN,
    ixt: columns.ixt[at] ?? NaN,
    ity: columns.ity[at] ?? NaN,
    codes: columns.codes[at] ?? NaN,
    low: columns.low[at] ?? NaN,
    high: columns.high[at] ?? NaN,
  };
}
