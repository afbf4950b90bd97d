import { mean } from './mean.ts';
import { standardDeviation } from './standard-deviation.ts';
import { studentQuantile } from './student.ts';

/** A mean with its 95% interval; of fewer than two values the interval is unknown: both ends are NaN. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Student's 95% interval of the mean: mean -+ t sd / sqrt n, with t for n - 1 degrees of freedom. */
export function interval95(values: ArrayLike<number>): Interval {
  const middle = mean(values);
  const reach = reach95(values.length) * standardDeviation(values);
  return { mean: middle, low: middle - reach, high: middle + reach };
}

/**
 * The part of an interval that is possible, where each value lies from `low` to `high`, and so their mean: Student's t
 * knows no such ends. It holds the true mean as often as the whole interval. Unknown ends stay unknown.
 */
export function within(interval: Interval, low: number, high: number): Interval {
  return { mean: interval.mean, low: Math.max(low, interval.low), high: Math.min(high, interval.high) };
}

const reaches = new Map<number, number>();

/** t / sqrt n: how many standard deviations of n values their mean's 95% interval reaches to either side. */
export function reach95(n: number): number {
  if (n < 2) return NaN;
  let reach = reaches.get(n);
  if (reach === undefined) reaches.set(n, (reach = studentQuantile(0.95, n - 1) / Math.sqrt(n)));
  return reach;
}
