import { interval95, type Interval } from './interval.ts';

/** Differences of pairs, with their mean and its 95% interval. */
export interface PairedDifferences extends Interval {
  /** b - a of each pair. */
  readonly differences: Float64Array;
}

/**
 * How much larger b is than a where entry i of both belongs together (the same repeat read by two rulers): what all
 * pairs share cancels, so the interval is narrower than that of two separate means.
 *
 * @throws RangeError if there are not equally many
 */
export function pairedDifferences(a: ArrayLike<number>, b: ArrayLike<number>): PairedDifferences {
  if (a.length !== b.length) throw new RangeError(`pairedDifferences: ${a.length} and ${b.length} values`);
  const differences = Float64Array.from(a, (value, i) => b[i]! - value);
  return { differences, ...interval95(differences) };
}
