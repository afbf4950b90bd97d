import { countCodes, type CodeCounts } from './counting.ts';
import { entropy, histogramOf } from './entropy.ts';

/** What a layer T tells of the input X and of the class Y, in bits. */
export type Information = readonly [ixt: number, ity: number];

/** H(Y) in bits of n labels, each 0 ... classes - 1. */
export function labelEntropy(labels: Uint8Array, classes: number): number {
  const counts = new Uint32Array(classes);
  for (const label of labels) counts[label]!++;
  return entropy(histogramOf(counts), labels.length);
}

/** T is a function of X, so I(X;T) = H(T); and I(T;Y) = H(T) + H(Y) - H(T,Y). Counts of n samples, H(Y) in bits. */
export function informationOfCounts(
  { histogram, joint }: Pick<CodeCounts, 'histogram' | 'joint'>,
  n: number,
  hy: number,
): Information {
  const ht = entropy(histogram, n);
  return [ht, ht + hy - entropy(joint, n)];
}

/** The same from the codes (units, n) themselves; labels (n). */
export function informationOf(codes: Int32Array, labels: Uint8Array, classes: number): Information {
  const n = labels.length;
  return informationOfCounts(countCodes(codes, n, labels, classes), n, labelEntropy(labels, classes));
}
