import { countCodes, type CodeCounts } from './counting.ts';
import { countedIn, entropy, histogramOf } from './entropy.ts';
import { seenByClass, type LabelNoise } from './label-noise.ts';

/** What a layer T tells of the input X and of the class Y, in bits. */
export type Information = readonly [ixt: number, ity: number];

/** H(Y) in bits of n labels, each 0 ... classes - 1, as they are seen. */
export function labelEntropy(labels: Uint8Array, classes: number, noise: LabelNoise | null = null): number {
  const counts = new Uint32Array(classes);
  for (const label of labels) counts[label]!++;
  return classEntropy(counts, noise);
}

/** The same from how many there are of each class. */
export function classEntropy(counts: Uint32Array, noise: LabelNoise | null = null): number {
  const histogram = histogramOf(seenByClass(counts, counts.length, noise));
  return entropy(histogram, countedIn(histogram));
}

/**
 * T is a function of X, so I(X;T) = H(T); and I(T;Y) = H(T) + H(Y) - H(T,Y). Counts of n samples, joint ones by the
 * class that is seen, weighted where there is noise; H(Y) in bits.
 */
export function informationOfCounts(
  { histogram, joint }: Pick<CodeCounts, 'histogram' | 'joint'>,
  n: number,
  hy: number,
): Information {
  const ht = entropy(histogram, n);
  return [ht, ht + hy - entropy(joint, countedIn(joint))];
}

/** The same from the codes (units, n) themselves; labels (n). */
export function informationOf(codes: Int32Array, labels: Uint8Array, classes: number): Information {
  const n = labels.length;
  return informationOfCounts(countCodes(codes, n, labels, classes), n, labelEntropy(labels, classes));
}
