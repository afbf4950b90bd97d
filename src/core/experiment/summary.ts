import type { TrajectoryColumns } from './trajectory.ts';

/** What one row of a trajectory did up to a measurement; bits throughout. */
export interface RowSummary {
  readonly row: number;
  readonly ixt: number;
  readonly ity: number;
  /** I(X;T) at its largest so far, minus I(X;T) now: 0 or more. */
  readonly lost: number;
  /** Epoch of that largest value, the first if it was reached several times. */
  readonly largestAt: number;
  /** I(T;Y) now, minus I(T;Y) at the first measurement that counts: 0 before that. */
  readonly learned: number;
  /** H(T) = H(X): every input has its own code, and the row's place on the plane says nothing. */
  readonly saturated: boolean;
}

/** The counts behind H(T) and H(X) are the same then; only the order of a sum may differ. */
const tolerance = 1e-9;

/** Does the layer give every input its own code, H(T) = H(X)? Then its point says nothing. Both in bits. */
export function isSaturated(ixt: number, hx: number): boolean {
  return ixt >= hx - tolerance;
}

/**
 * The first measurement after an epoch on true labels, or 0 if there is none yet. The study's runs begin there: what was
 * measured before is drawn, but what was learned is counted from here.
 */
export function firstThatCounts(epochs: Int32Array, prefit: number): number {
  return Math.max(
    0,
    epochs.findIndex((epoch) => epoch > prefit),
  );
}

/**
 * Sums up one row from the first measurement up to and including measurement `index`.
 *
 * @param from the first measurement that counts for what was learned, see `firstThatCounts`
 * @param hx H(X) in bits
 */
export function summarizeRow(
  columns: TrajectoryColumns,
  rows: number,
  row: number,
  index: number,
  from: number,
  hx: number,
): RowSummary {
  const at = (values: Float64Array, m: number): number => values[m * rows + row] ?? NaN;
  let largest = -Infinity;
  let largestIndex = 0;
  for (let m = 0; m <= index; m++) {
    const value = at(columns.ixt, m);
    if (value > largest) {
      largest = value;
      largestIndex = m;
    }
  }
  const ixt = at(columns.ixt, index);
  const ity = at(columns.ity, index);
  return {
    row,
    ixt,
    ity,
    lost: largest - ixt,
    largestAt: columns.epoch[largestIndex] ?? 0,
    learned: ity - at(columns.ity, Math.min(from, index)),
    saturated: isSaturated(ixt, hx),
  };
}
