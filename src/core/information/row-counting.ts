import type { CodeCounts } from './counting.ts';
import { histogramOf } from './entropy.ts';

/** Rows of whole numbers, one a sample. */
export type Rows = Uint8Array | Uint16Array | Int32Array;

/** Numbers read between two breaths. */
const part = 1 << 20;

/**
 * Counts different rows over n samples: rows (n, width), row-major; labels (n). A hash only says where to look: whole
 * rows are compared. Rows may be wide (a convolution's codes, images): nothing is copied. Yields now and then, so that
 * its caller can breathe.
 */
export function* countRowsInParts(
  rows: Rows,
  n: number,
  labels: Uint8Array,
  classes: number,
): Generator<number, CodeCounts, void> {
  const width = rows.length / n;
  const size = 1 << (32 - Math.clz32(2 * n - 1)); // At least twice as many places as rows.
  /** At each place 0, or 1 + the number of a different row. */
  const places = new Int32Array(size);
  const firstSample = new Int32Array(n);
  const hashes = new Int32Array(n);
  const byClass = new Uint32Array(n * classes);
  let codes = 0;
  let read = 0;
  for (let s = 0; s < n; s++) {
    const hash = hashOf(rows, s * width, width);
    let place = mixed(hash) & (size - 1);
    let code = places[place]! - 1;
    while (code >= 0) {
      if (hashes[code] === hash && isEqual(rows, firstSample[code]! * width, s * width, width)) break;
      place = (place + 1) & (size - 1);
      code = places[place]! - 1;
    }
    if (code < 0) {
      code = codes++;
      places[place] = code + 1;
      firstSample[code] = s;
      hashes[code] = hash;
    }
    byClass[code * classes + labels[s]!]!++;
    read += width;
    if (read >= part) {
      yield read;
      read = 0;
    }
  }
  const joint = byClass.subarray(0, codes * classes);
  const counts = new Uint32Array(codes);
  for (const [index, count] of joint.entries()) counts[Math.floor(index / classes)]! += count;
  return { codes, histogram: histogramOf(counts), joint: histogramOf(joint) };
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

/** A 32-bit hash of a row, in the manner of FNV. */
function hashOf(rows: Rows, from: number, width: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < from + width; i++) hash = Math.imul(hash ^ rows[i]!, 0x01000193) ^ (hash >>> 15);
  return hash;
}

/** Lets every bit of the hash reach the lowest. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return once ^ (once >>> 16);
}

function isEqual(rows: Rows, one: number, other: number, width: number): boolean {
  for (let i = 0; i < width; i++) if (rows[one + i] !== rows[other + i]) return false;
  return true;
}
