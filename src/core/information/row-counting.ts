import type { CodeCounts } from './counting.ts';
import { histogramOf } from './entropy.ts';
import { jointHistogram, type LabelNoise } from './label-noise.ts';
import { partitionInParts, type Rows } from './partition.ts';

/**
 * Counts different rows over n samples, whole rows compared: rows (n, width), row-major; labels (n). Yields now and
 * then, so that its caller can breathe.
 */
export function* countRowsInParts(
  rows: Rows,
  n: number,
  labels: Uint8Array,
  classes: number,
  noise: LabelNoise | null = null,
): Generator<number, CodeCounts, void> {
  const { sizes, byClass } = yield* partitionInParts(rows, n, labels, classes);
  return {
    codes: sizes.length,
    histogram: histogramOf(sizes),
    joint: jointHistogram(byClass, classes, noise),
  };
}

/** How many different numbers there are. */
export function differentNumbers(rows: Rows): number {
  if (rows instanceof Int32Array) return new Set(rows).size;
  const met = new Uint8Array(rows instanceof Uint8Array ? 256 : 65536);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const code = rows[i]!;
    if (met[code]) continue;
    met[code] = 1;
    count++;
  }
  return count;
}
