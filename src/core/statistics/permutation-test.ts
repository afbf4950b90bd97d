import type { Random } from '../random/random.ts';
import { meanCurve } from './mean-curve.ts';

/** Two groups of curves compared. */
export interface PermutationTest {
  /** The integrated squared gap: sum over points of weight (mean of A - mean of B)^2. */
  readonly gap: number;
  /** How often chance alone gives a gap at least as large: the share of the divisions that do, the one found included. */
  readonly p: number;
  /** The largest |mean of A - mean of B|, and the first point that has it. */
  readonly largest: number;
  readonly largestAt: number;
}

/** Equal gaps that were summed in another order are still equal. */
const tolerance = 1e-9;

/**
 * Two-sample permutation test over repeats: if A and B came from one distribution, any division of all curves into
 * groups of these sizes would be as likely as the one found. Where there are no more than `permutations` divisions all
 * of them are tried; else so many random ones, drawn from `random`, so that the same stream gives the same p.
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
  const isAsLarge = (): boolean => gapOf() >= gap * (1 - tolerance);
  let [tried, asLarge] = [0, 0];
  if (divisionsOf(a.length, b.length) <= permutations) {
    do {
      tried++;
      if (isAsLarge()) asLarge++;
    } while (nextDivision(order, a.length));
  } else {
    [tried, asLarge] = [1, 1]; // The one found.
    for (; tried <= permutations; tried++) {
      for (let i = 0; i < a.length; i++) {
        const j = i + random.below(n - i);
        const kept = order[i]!;
        order[i] = order[j]!;
        order[j] = kept;
      }
      if (isAsLarge()) asLarge++;
    }
  }
  return { gap: Math.max(0, gap), p: asLarge / tried, ...largestGap(a, b) };
}

/**
 * The smallest p that `permutationTest` can give of groups of these sizes, however far apart they are. Equal groups may
 * change places, which leaves the gap as it is.
 */
export function smallestP(a: number, b: number, permutations: number): number {
  const divisions = divisionsOf(a, b);
  if (divisions > permutations) return 1 / (1 + permutations);
  return (a === b ? 2 : 1) / divisions;
}

/** In how many ways a + b curves are divided into groups of a and b. */
function divisionsOf(a: number, b: number): number {
  let ways = 1;
  // Each step leaves a whole number: ways to choose k of b + k.
  for (let k = 1; k <= a; k++) ways = (ways * (b + k)) / k;
  return ways;
}

/** The first `size` entries of `order`, ascending, become the next choice of as many; false after the last one. */
function nextDivision(order: Uint32Array, size: number): boolean {
  const n = order.length;
  let place = size - 1;
  while (place >= 0 && order[place] === n - size + place) place--;
  if (place < 0) return false;
  const from = order[place]! + 1;
  for (let i = place; i < size; i++) order[i] = from + i - place;
  return true;
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
