import { histogramOf } from './entropy.ts';

/** Integer counts of a layer's code vectors, alone and with the class. */
export interface CodeCounts {
  readonly codes: number;
  readonly histogram: Uint32Array;
  readonly joint: Uint32Array;
}

/**
 * Counts different code vectors over n samples: codes (units, n), labels (n). Whole vectors are compared.
 */
export function countCodes(codes: Int32Array, n: number, labels: Uint8Array, classes: number): CodeCounts {
  const units = codes.length / n;
  const counts = new Map<string, Uint32Array>();
  for (let s = 0; s < n; s++) {
    let key = ''; // Two characters hold one code, so keys are equal only where vectors are.
    for (let j = 0; j < units; j++) {
      const code = codes[j * n + s]!;
      key += String.fromCharCode(code & 0xffff, code >>> 16);
    }
    let byClass = counts.get(key);
    if (!byClass) counts.set(key, (byClass = new Uint32Array(classes)));
    byClass[labels[s]!]!++;
  }
  const perCode = [...counts.values()];
  return {
    codes: counts.size,
    histogram: histogramOf(perCode.map((byClass) => byClass.reduce((a, b) => a + b))),
    joint: histogramOf(perCode.flatMap((byClass) => [...byClass])),
  };
}
