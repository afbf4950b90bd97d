import { isSaturated } from '../experiment/summary.ts';
import type { Limits, TrajectoryColumns } from '../experiment/trajectory.ts';
import { interval95, type Interval } from '../statistics/interval.ts';

/** Fitting and compression of one row of one run. Epochs completed, bits. */
export interface RowPhases {
  /** The epoch at which I(T;Y) was first near its largest: fitting ends there. */
  readonly fittedAt: number;
  /** I(T;Y) gained by then. */
  readonly fitted: number;
  /** The largest I(X;T) from there on. */
  readonly largest: number;
  readonly largestAt: number;
  /** I(X;T) at the end: its mean over the last 5% of the measurements. */
  readonly end: number;
  /** largest - end. */
  readonly compression: number;
  /** H(T) = H(X) at the end or from there on throughout: nothing can be concluded. */
  readonly saturated: boolean;
}

export type VerdictName = 'compresses' | 'does not compress' | 'cannot be judged' | 'one repeat';

/** What the repeats of one row say together. */
export interface PhaseVerdict {
  readonly repeats: number;
  /** Epoch at which fitting ends. */
  readonly fittedAt: Interval;
  /** Bits. */
  readonly compression: Interval;
  readonly verdict: VerdictName;
}

/** Compression counts as such where the lower end of its interval is above this, in bits. */
export const leastCompression = 0.1;

/** @param from the first measurement that counts: after epochs on shuffled labels the first on true ones */
export function phasesOfRow(
  columns: TrajectoryColumns,
  rows: number,
  row: number,
  limits: Limits,
  from = 0,
): RowPhases {
  const ixt = columns.ixt.filter((_, i) => i % rows === row).subarray(from);
  const ity = columns.ity.filter((_, i) => i % rows === row).subarray(from);
  const low = ity.reduce((a, b) => Math.min(a, b), Infinity);
  const high = ity.reduce((a, b) => Math.max(a, b), -Infinity);
  const fitted = ity.findIndex((value) => value >= low + 0.95 * (high - low));
  const largest = ixt.subarray(fitted).reduce((a, b) => Math.max(a, b), -Infinity);
  const last = ixt.subarray(-Math.max(1, Math.round(ixt.length * 0.05)));
  const end = last.reduce((a, b) => a + b, 0) / last.length;
  return {
    fittedAt: columns.epoch[from + fitted]!,
    fitted: ity[fitted]! - ity[0]!,
    largest,
    largestAt: columns.epoch[from + ixt.indexOf(largest, fitted)]!,
    end,
    compression: largest - end,
    saturated: isSaturated(end, limits.hx),
  };
}

/** Mean and interval over the repeats of one row, and what they say. */
export function verdictOf(phases: readonly RowPhases[]): PhaseVerdict {
  const compression = interval95(phases.map((one) => one.compression));
  return {
    repeats: phases.length,
    fittedAt: interval95(phases.map((one) => one.fittedAt)),
    compression,
    verdict: verdictName(phases, compression),
  };
}

function verdictName(phases: readonly RowPhases[], compression: Interval): VerdictName {
  if (phases.length === 0 || phases.some(({ saturated }) => saturated)) return 'cannot be judged';
  if (phases.length === 1) return 'one repeat';
  return compression.low > leastCompression ? 'compresses' : 'does not compress';
}
