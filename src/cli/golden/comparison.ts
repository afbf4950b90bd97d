/** One line of the table: how far a quantity is from its golden value, at most. */
export interface Comparison {
  /** Which kernel computed it; `both` where the two are compared; `-` where no network is run. */
  readonly kernel: 'scalar' | 'wasm' | 'both' | '-';
  readonly quantity: string;
  /** 0 or more; NaN where something is not a number. */
  readonly difference: number;
  /** Null if the golden values state none: shown for information. */
  readonly bound: number | null;
}

export function isWithin({ difference, bound }: Comparison): boolean {
  return bound === null || difference <= bound;
}

/** |a - b| of each pair, largest first; equal infinities differ by 0, and a NaN by NaN from all, before the others. */
export function differences(ours: ArrayLike<number>, golden: ArrayLike<number>): number[] {
  if (ours.length !== golden.length) throw new RangeError(`${ours.length} values cannot equal ${golden.length}`);
  return Array.from(ours, (value, index) => (value === golden[index] ? 0 : Math.abs(value - golden[index]!))).sort(
    (a, b) => (Number.isNaN(a) ? -1 : Number.isNaN(b) ? 1 : b - a),
  );
}

/** The largest difference, all but the `exceptions` largest left out; 0 if none is left. */
export function largestDifference(
  ours: ArrayLike<number>,
  golden: ArrayLike<number>,
  exceptions = 0,
): number {
  return differences(ours, golden)[exceptions] ?? 0;
}

/** How many entries differ. */
export function countDifferent(ours: ArrayLike<number>, golden: ArrayLike<number>): number {
  return differences(ours, golden).filter((difference) => difference !== 0).length;
}
