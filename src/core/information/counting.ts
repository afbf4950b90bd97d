import { finish } from '../finish.ts';
import { histogramOf } from './entropy.ts';

/** Integer counts of a layer's code vectors, alone and with the class. */
export interface CodeCounts {
  /** Different code vectors. */
  readonly codes: number;
  /** Pairs (c, how many code vectors have c samples), c ascending. */
  readonly histogram: Uint32Array;
  /** The same for pairs of code vector and class; of labels with noise, for the class that is seen, weighted. */
  readonly joint: Uint32Array;
}

/** Samples between two breaths. */
const part = 256;

/**
 * Counts different code vectors over n samples: codes (units, n), labels (n). Whole vectors are compared. Yields now
 * and then, so that its caller can breathe.
 */
export function* countCodesInParts(
  codes: Int32Array,
  n: number,
  labels: Uint8Array,
  classes: number,
): Generator<number, CodeCounts, void> {
  const units = codes.length / n;
  const counts = new Map<string, Uint32Array>();
  const halves = new Uint16Array(2 * units); // Two characters hold one code, so keys are equal only where vectors are.
  for (let s = 0; s < n; s++) {
    for (let j = 0; j < units; j++) {
      const code = codes[j * n + s]!;
      halves[2 * j] = code & 0xffff;
      halves[2 * j + 1] = code >>> 16;
    }
    const key = String.fromCharCode(...halves);
    let byClass = counts.get(key);
    if (!byClass) counts.set(key, (byClass = new Uint32Array(classes)));
    byClass[labels[s]!]!++;
    if (s % part === part - 1) yield part;
  }
  const perCode = [...counts.values()];
  return {
    codes: counts.size,
    histogram: histogramOf(perCode.map((byClass) => byClass.reduce((a, b) => a + b))),
    joint: histogramOf(perCode.flatMap((byClass) => [...byClass])),
  };
}

/** The same in one go. */
export function countCodes(codes: Int32Array, n: number, labels: Uint8Array, classes: number): CodeCounts {
  return finish(countCodesInParts(codes, n, labels, classes));
}
