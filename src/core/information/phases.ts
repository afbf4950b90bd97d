import { isSaturated } from '../experiment/summary.ts';
import type { Limits, TrajectoryColumns } from '../experiment/trajectory.ts';
import { interval95, within, type Interval } from '../statistics/interval.ts';
import { mean } from '../statistics/mean.ts';
import { runningMedian } from '../statistics/running-median.ts';

/*
 * The rule, for a row of a run (a layer; the output as one of its rulers reads it):
 *
 * 1. Both curves are smoothed by running medians over 5% of the time so far to either side, two measurements at least:
 *    learning slows down, so what is a peak early is noise late; and one measurement alone makes no peak.
 * 2. Fitting ends at the first measurement with I(T;Y) at 95% of its largest. Of the largest, not of the range between
 *    smallest and largest: a layer that tells the class from the first epoch on has nothing to fit, however it wavers.
 * 3. The end is the mean of I(X;T) over the last 5% of the epochs, three measurements at least (of few measurements a
 *    tenth). Of the epochs, not of the measurements: spaced logarithmically, the last 5% of those are a fifth of the run.
 * 4. Compression is the largest I(X;T) from the end of fitting on, minus the end. The largest of many noisy values is
 *    too large, the more so the more there are. So measurements take turns: where every second one has its largest,
 *    the others are read, and the other way round, and the mean of both is taken (not less than the end, not more than the
 *    largest of the smoothed curve); so it is with the largest I(T;Y). With fewer than 10 measurements since fitting
 *    it is the largest of the smoothed curve; a run with fewer than 10 is taken as it is.
 * 5. A row with H(T) = H(X) at the end is saturated: its I(X;T) could not be larger, whatever the network did.
 * 6. A curve that merely wanders also lies below its largest at the end, but comes up again as much: the rebound is the
 *    end minus the smallest I(X;T) since the largest, read the same way; net is compression minus rebound.
 * 7. Over repeats, a row compresses if the 95% intervals of mean compression and of its mean net both lie above 0.1 bit;
 *    it does not if that of compression lies at or below it; else the repeats leave it open. If more than half of them
 *    are saturated it cannot be judged. Intervals end where values do (no compression is below 0, no end of fitting
 *    outside the run), which changes no verdict.
 *
 * On made curves (test/core/information/phases.test.ts) with noise of its own at every measurement, of s bits up to 0.2,
 * one repeat's compression is within 0.05 + 3 s of the truth (and 5% of the fall, 15% if spaced logarithmically, where it
 * falls already while fitting ends), and the mean of 20 within 0.05 + 0.6 s. Noise that lasts longer than 5% of the time so
 * far cannot be told from what the layer does: hence the rebound.
 */

/** Fitting and compression of one row of one run. Epochs are completed ones, information is in bits. */
export interface RowPhases {
  /** Where fitting ends. */
  readonly fittedAt: number;
  /** I(T;Y) gained by then, since the first measurement. */
  readonly fitted: number;
  /** The largest I(X;T) from there on. */
  readonly largest: number;
  readonly largestAt: number;
  /** I(X;T) at the end. */
  readonly end: number;
  /** largest - end, 0 or more. */
  readonly compression: number;
  /** end - the smallest I(X;T) since the largest, 0 or more: how far it came up again. */
  readonly rebound: number;
  /** H(T) = H(X) at the end: nothing can be concluded. */
  readonly saturated: boolean;
}

export type VerdictName =
  'compresses' | 'does not compress' | 'undecided' | 'cannot be judged' | 'one repeat';

/** Why repeats leave a row open: the interval of its compression reaches to both sides of 0.1 bit, or that of net does. */
export type OpenFor = 'compression' | 'net';

/** What is possible in the runs of which a verdict speaks. */
export interface Possible {
  /** The first and the last epoch that count. */
  readonly epochs: readonly [number, number];
  readonly limits: Limits;
}

/** What the repeats of one row say together. */
export interface PhaseVerdict {
  readonly repeats: number;
  /** How many of them are saturated. */
  readonly saturated: number;
  /** How many of them, each for itself, come down by more than 0.1 bit net of rebound and are not saturated. */
  readonly above: number;
  /** Epoch at which fitting ends. */
  readonly fittedAt: Interval;
  /** Bits. */
  readonly compression: Interval;
  /** How much more it fell than it came up again, in bits: 0 where a curve merely wanders. */
  readonly net: Interval;
  readonly verdict: VerdictName;
  /** Null unless the verdict is `undecided`. */
  readonly openFor: OpenFor | null;
}

/** Compression counts as such above this, in bits. */
export const leastCompression = 0.1;
/** Fitting ends at this share of the largest I(T;Y). */
const fittedShare = 0.95;
/** Smoothed over this share of the time so far, to either side; also the share of the epochs that are the end. */
const span = 0.05;
/** Fewer measurements than these are not smoothed, or do not take turns. */
const fewest = 10;

/**
 * Fitting and compression of one row by the rule above; NaN where nothing was measured.
 *
 * @param from the first measurement that counts: after epochs on shuffled labels the first one on the true labels;
 * time begins with the measurement before
 */
export function phasesOfRow(
  columns: TrajectoryColumns,
  rows: number,
  row: number,
  limits: Limits,
  from = 0,
): RowPhases {
  const origin = from > 0 ? columns.epoch[from - 1]! : 0;
  const time = columns.epoch.slice(from).map((epoch) => epoch - origin);
  const ixt = rowOf(columns.ixt, rows, row, from);
  const ity = rowOf(columns.ity, rows, row, from);
  const smoothed = smooth(ixt, time);
  const known = smooth(ity, time);
  const goal = fittedShare * largestOf(ity, known, time);
  const fittedAt = Math.max(
    0,
    known.findIndex((value) => value >= goal),
  );
  const last = lastPart(time);
  const end = mean(smoothed.subarray(last));
  const since = smoothed.subarray(fittedAt);
  const largest = Math.max(end, largestOf(ixt.subarray(fittedAt), since, time.subarray(fittedAt)));
  const top = fittedAt + since.indexOf(maximum(since));
  const fallen = ixt.subarray(top).map(negative);
  const smallest = Math.min(
    end,
    -largestOf(fallen, smoothed.subarray(top).map(negative), time.subarray(top)),
  );
  const epochAt = (index: number): number => columns.epoch[from + index] ?? NaN;
  return {
    fittedAt: epochAt(fittedAt),
    fitted: (known[fittedAt] ?? NaN) - (known[0] ?? NaN),
    largest,
    largestAt: epochAt(top),
    end,
    compression: largest - end,
    rebound: end - smallest,
    saturated: isSaturated(medianOf(ixt.subarray(last)), limits.hx),
  };
}

function rowOf(column: Float64Array, rows: number, row: number, from: number): Float64Array {
  return Float64Array.from(
    { length: column.length / rows - from },
    (_, m) => column[(from + m) * rows + row]!,
  );
}

function smooth(values: Float64Array, time: Int32Array): Float64Array {
  return values.length < fewest ? values : runningMedian(values, time, 2, span);
}

/** The largest of a curve; where it takes turns never more than the largest of the smoothed curve. */
function largestOf(values: Float64Array, smoothed: Float64Array, time: Int32Array): number {
  const top = maximum(smoothed);
  return values.length < fewest ? top : Math.min(top, largestInTurns(values, time));
}

const negative = (value: number): number => -value;

function maximum(values: Float64Array): number {
  return values.reduce((largest, value) => Math.max(largest, value), -Infinity);
}

/** Where the end begins. */
function lastPart(time: Int32Array): number {
  const n = time.length;
  const total = time[n - 1] ?? 0;
  const early = time.findIndex((t) => t > (1 - span) * total);
  return Math.min(early < 0 ? n : early, n - Math.min(3, Math.ceil(n / 10)));
}

/** The largest value of a noisy curve, without the bias of having been chosen for it. */
function largestInTurns(values: Float64Array, time: Int32Array): number {
  const halves = [0, 1].map((turn) => {
    const own = values.filter((_, i) => i % 2 === turn);
    return runningMedian(
      own,
      time.filter((_, i) => i % 2 === turn),
      1,
      span,
    );
  });
  const [even, odd] = halves as [Float64Array, Float64Array]; // One for each turn.
  const evenPlace = even.indexOf(maximum(even));
  const oddPlace = odd.indexOf(maximum(odd));
  // Entry k of the even measurements lies between entries k - 1 and k of the odd ones.
  return (between(odd, evenPlace - 1) + between(even, oddPlace)) / 2;
}

/** The mean of entries k and k + 1, or the one that is there. */
function between(values: Float64Array, k: number): number {
  return mean(values.subarray(Math.max(0, k), k + 2));
}

function medianOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  return sorted[sorted.length >> 1] ?? NaN;
}

/** Mean and interval over the repeats of one row, and what they say. */
export function verdictOf(
  phases: readonly RowPhases[],
  { epochs: [first, last], limits: { hx } }: Possible,
): PhaseVerdict {
  const over = (value: (one: RowPhases) => number, low: number, high: number): Interval =>
    within(interval95(phases.map(value)), low, high);
  const compression = over((one) => one.compression, 0, hx);
  const net = over((one) => one.compression - one.rebound, -hx, hx);
  const saturated = phases.filter((one) => one.saturated).length;
  const above = phases.filter(
    (one) => !one.saturated && one.compression - one.rebound > leastCompression,
  ).length;
  const verdict = verdictName(phases.length, saturated, compression, net);
  const isAbove = compression.low > leastCompression;
  return {
    repeats: phases.length,
    saturated,
    above,
    fittedAt: over((one) => one.fittedAt, first, last),
    compression,
    net,
    verdict,
    openFor: verdict !== 'undecided' ? null : isAbove ? 'net' : 'compression',
  };
}

function verdictName(
  repeats: number,
  saturated: number,
  { low, high }: Interval,
  net: Interval,
): VerdictName {
  if (2 * saturated > repeats || repeats === 0) return 'cannot be judged';
  if (repeats === 1) return 'one repeat';
  if (Math.min(low, net.low) > leastCompression) return 'compresses';
  return high <= leastCompression ? 'does not compress' : 'undecided';
}
