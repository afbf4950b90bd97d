import { histogramOf } from './entropy.ts';

/**
 * A class that is seen as another by chance, in whole numbers: of `kept + (classes - 1) moved` draws it is seen `kept`
 * times as itself and `moved` times as each other class. So p(x, y) has whole numerators, and information stays exact.
 */
export interface LabelNoise {
  readonly kept: number;
  readonly moved: number;
}

/** How many powers of two the probability of noise has: its denominators are up to 2^10. */
export const noisePowers = 10;

/**
 * A class is another with probability k / 2^m, each other one as likely. Null where it is 0.
 *
 * @param probability 0 to 1/2, a whole number over 2^10
 */
export function labelNoise(probability: number, classes: number): LabelNoise | null {
  if (probability === 0 || classes < 2) return null;
  let [moved, all] = [probability, 1];
  while (!Number.isInteger(moved)) [moved, all] = [2 * moved, 2 * all];
  return { kept: (all - moved) * (classes - 1), moved };
}

/** What each sample counts for in all: 1 without noise. */
export const weightOf = (noise: LabelNoise | null | undefined, classes: number): number =>
  noise ? noise.kept + (classes - 1) * noise.moved : 1;

/**
 * What samples count for by the class that is seen, (cells, classes), from how many of each class there are in each
 * cell, (cells, classes): of a cell with n samples, c of this class, kept c + moved (n - c). As it is without noise.
 */
export function seenByClass(
  byClass: Uint32Array,
  classes: number,
  noise: LabelNoise | null | undefined,
): Uint32Array {
  if (!noise) return byClass;
  const { kept, moved } = noise;
  const seen = new Uint32Array(byClass.length);
  for (let from = 0; from < byClass.length; from += classes) {
    let n = 0;
    for (let k = 0; k < classes; k++) n += byClass[from + k]!;
    for (let k = 0; k < classes; k++) seen[from + k] = moved * n + (kept - moved) * byClass[from + k]!;
  }
  return seen;
}

/** Pairs (c, how many pairs of cell and seen class count c), c ascending. */
export function jointHistogram(
  byClass: Uint32Array,
  classes: number,
  noise: LabelNoise | null | undefined,
): Uint32Array {
  return histogramOf(seenByClass(byClass, classes, noise));
}
