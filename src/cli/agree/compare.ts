import { epochScale } from '../../core/experiment/epoch-scale.ts';
import { Random } from '../../core/random/random.ts';
import { holm } from '../../core/statistics/holm.ts';
import { permutationTest, smallestP } from '../../core/statistics/permutation-test.ts';
import type { CurvesFile, OriginalCurve } from './curves-file.ts';
import { curveOf, type OurRun } from './our-runs.ts';

/** How one curve of ours compares with the original's. */
export interface CurveComparison {
  readonly curve: OriginalCurve;
  readonly ours: readonly Float64Array[];
  /** Of the permutation test over repeats, alone. */
  readonly p: number;
  /** The smallest p that so many runs and repeats can give. */
  readonly smallest: number;
  /** Largest gap of the means, in bits (accuracies: as a share), with its sign (ours minus the original's). */
  readonly gap: number;
  readonly gapAt: number;
}

/** A comparison with its place among all of them. */
export interface JudgedComparison extends CurveComparison {
  /** After Holm's adjustment over all curves of all files. */
  readonly adjusted: number;
  /** The smallest that it could be, were all curves as far apart as can be. */
  readonly reachable: number;
}

/**
 * Divisions of the repeats that are tried at most. Where there are more of them, the smallest p is one over one more
 * than that: small enough to be seen after Holm's factor, which is the number of curves.
 */
export function permutationsFor(curves: number): number {
  return Math.max(20_000, 500 * curves);
}

/** Compares the runs of a file with ours, curve by curve, by the squared gap integrated over the log scale of epochs. */
export function compareFile(
  file: CurvesFile,
  ours: readonly OurRun[],
  permutations: number,
): CurveComparison[] {
  return file.curves.map((curve, index) => {
    const { source, epochs, runs } = curve;
    const mine = ours.map((run) => curveOf(run, source, epochs).map(rounded));
    const random = new Random(index, 'task');
    const { p, largestAt } = permutationTest(runs, mine, weightsOf(epochs), permutations, random);
    const gap = meanAt(mine, largestAt) - meanAt(runs, largestAt);
    const smallest = smallestP(runs.length, mine.length, permutations);
    return { curve, ours: mine, p, smallest, gap, gapAt: epochs[largestAt] ?? 0 };
  });
}

/** The files have five decimals: without this a constant curve would differ from itself. */
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

/** Holm's adjustment over all curves there are. */
export function judge(comparisons: readonly CurveComparison[]): JudgedComparison[] {
  const adjusted = holm(comparisons.map(({ p }) => p));
  const reachable = holm(comparisons.map(({ smallest }) => smallest));
  return comparisons.map((comparison, index) => ({
    ...comparison,
    adjusted: adjusted[index] ?? NaN,
    reachable: reachable[index] ?? NaN,
  }));
}

function meanAt(curves: readonly Float64Array[], index: number): number {
  return curves.reduce((sum, curve) => sum + (curve[index] ?? NaN), 0) / curves.length;
}

/** What each epoch stands for on the log scale of epochs: half the way to each neighbour. */
function weightsOf(epochs: readonly number[]): Float64Array {
  const scale = epochScale('log', epochs.at(-1) ?? 1);
  const place = epochs.map((epoch) => scale.position(epoch));
  return Float64Array.from(place, (own, i) => ((place[i + 1] ?? own) - (place[i - 1] ?? own)) / 2);
}
