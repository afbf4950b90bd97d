/** One line of the table: how far a quantity is from its golden value, at most. */
export interface Comparison {
  /** Which kernel computed it; `both` where the two are compared; `-` where no network is run. */
  readonly kernel: 'scalar' | 'wasm' | 'both' | '-';
  readonly quantity: string;
  /** 0 or more; NaN where a value is not a number. */
  readonly difference: number;
  /** Null if there is none: shown for information. */
  readonly bound: number | null;
}

/** A NaN is within no bound. */
export function isWithin({ difference, bound }: Comparison): boolean {
  return bound === null || difference <= bound;
}

/**
 * The largest |a - b| of pairs of values, but for the `exceptions` largest of them; 0 if no pair is left, NaN if any
 * value is NaN.
 */
export function largestDifference(
  ours: ArrayLike<number>,
  golden: ArrayLike<number>,
  exceptions = 0,
): number {
  const found = Float64Array.from(paired(ours, golden), ([a, b]) => (a === b ? 0 : Math.abs(a - b))).sort();
  // Typed arrays sort NaN to the end.
  const largest = found.at(-1) ?? 0;
  return Number.isNaN(largest) ? NaN : (found.at(-1 - exceptions) ?? 0);
}

/** How many pairs of values are not equal. */
export function countDifferent(ours: ArrayLike<number>, golden: ArrayLike<number>): number {
  let count = 0;
  for (const [a, b] of paired(ours, golden)) if (a !== b) count++;
  return count;
}

function* paired(
  ours: ArrayLike<number>,
  golden: ArrayLike<number>,
): Generator<readonly [number, number], void, void> {
  if (ours.length !== golden.length) {
    throw new RangeError(`there are ${ours.length} values to compare with ${golden.length}`);
  }
  for (let i = 0; i < ours.length; i++) yield [ours[i] ?? NaN, golden[i] ?? NaN];
}
