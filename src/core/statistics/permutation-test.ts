import type { Random } from '../random/random.ts';
import { meanCurve } from './mean-curve.ts';

/** Two groups of curves compared. */
export interface PermutationTest {
  /** The integrated squared gap: sum over points of weight (mean of A - mean of B)^2. */
  readonly gap: number;
  /** How often chance alone gives a gap at least as large: (1 + such permutations) / (1 + permutations). */
  readonly p: number;
  /** The largest |mean of A - mean of B|, and the first point that has it. */
  readonly largest: number;
  readonly largestAt: number;
}

/** Equal gaps that were summed in another order are still equal. */
const tolerance = 1e-9;

/**
 * Two-sample permutation test over repeats: if A and B came from one distribution, any division of all curves into
 * groups of these sizes would be as likely as the one found. Random divisions, drawn from `random`, so that the same
 * stream gives the same p; the smallest p is 1 / (permutations + 1).
 *
 * With the curves centred on the mean of all, the gap of a division is (N / |B|)^2 times the squared length of A's
 * mean, which the inner products of the curves give without looking at the points again.
 *
 * @param weights of the points, none negative: what a point stands for, such as the epochs up to the next
 */
export function permutationTest(
  a: readonly ArrayLike<number>[],
  b: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
  permutations: number,
  random: Random,
): PermutationTest {
  if (a.length === 0 || b.length === 0) throw new RangeError('permutationTest: a group has no curves');
  const n = a.length + b.length;
  const products = innerProducts([...a, ...b], weights);
  const ratio = n / (a.length * b.length);
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const gapOf = (): number => {
    let sum = 0;
    for (let i = 0; i < a.length; i++) {
      const row = order[i]! * n;
      sum += products[row + order[i]!]!;
      for (let j = 0; j < i; j++) sum += 2 * products[row + order[j]!]!;
    }
    return ratio * ratio * sum;
  };
  const gap = gapOf();
  let asLarge = 0;
  for (let permutation = 0; permutation < permutations; permutation++) {
    for (let i = 0; i < a.length; i++) {
      const j = i + random.below(n - i);
      const kept = order[i]!;
      order[i] = order[j]!;
      order[j] = kept;
    }
    if (gapOf() >= gap * (1 - tolerance)) asLarge++;
  }
  return { gap: Math.max(0, gap), p: (1 + asLarge) / (1 + permutations), ...largestGap(a, b) };
}

/** (curves, curves): sum over points of weight x_i x_j, the curves centred on the mean of all. */
function innerProducts(curves: readonly ArrayLike<number>[], weights: ArrayLike<number>): Float64Array {
  const middle = meanCurve(curves);
  if (weights.length !== middle.length) {
    throw new RangeError(`permutationTest: ${weights.length} weights for ${middle.length} points`);
  }
  const centred = curves.map((curve) => middle.map((value, m) => curve[m]! - value));
  const n = curves.length;
  const products = new Float64Array(n * n);
  centred.forEach((x, i) => {
    for (let j = 0; j <= i; j++) {
      const y = centred[j]!;
      let sum = 0;
      for (let m = 0; m < x.length; m++) sum += weights[m]! * x[m]! * y[m]!;
      products[i * n + j] = products[j * n + i] = sum;
    }
  });
  return products;
}

function largestGap(
  a: readonly ArrayLike<number>[],
  b: readonly ArrayLike<number>[],
): Pick<PermutationTest, 'largest' | 'largestAt'> {
  const second = meanCurve(b);
  let largest = 0;
  let largestAt = 0;
  meanCurve(a).forEach((value, m) => {
    const gap = Math.abs(value - second[m]!);
    if (gap > largest) {
      largest = gap;
      largestAt = m;
    }
  });
  return { largest, largestAt };
}
