import { entropy, histogramOf } from './entropy.ts';

/** Rows of whole numbers, one a sample. */
export type Rows = Uint8Array | Uint16Array | Int32Array;

/** Which of n samples share a code: what a layer makes of its inputs, whatever the codes are. */
export interface Partition {
  /** Cell of each sample, (n); cells are numbered 0, 1, ... by their first sample. */
  readonly cellOf: Int32Array;
  /** Samples of each cell, (cells). */
  readonly sizes: Uint32Array;
  /** The same by class, (cells, classes), row-major. */
  readonly byClass: Uint32Array;
}

/** Numbers read between two breaths. */
const part = 1 << 20;

/**
 * The cells of equal rows over n samples: rows (n, width), row-major; labels (n). A hash only says where to look: whole
 * rows are compared. Rows may be wide (a convolution's codes, images): nothing is copied. Yields now and then, so that
 * its caller can breathe.
 */
export function* partitionInParts(
  rows: Rows,
  n: number,
  labels: Uint8Array,
  classes: number,
): Generator<number, Partition, void> {
  const width = rows.length / n;
  const size = 1 << (32 - Math.clz32(2 * n - 1)); // At least twice as many places as rows.
  /** At each place 0, or 1 + the number of a cell. */
  const places = new Int32Array(size);
  const firstSample = new Int32Array(n);
  const hashes = new Int32Array(n);
  const cellOf = new Int32Array(n);
  const sizes = new Uint32Array(n);
  const byClass = new Uint32Array(n * classes);
  let cells = 0;
  let read = 0;
  for (let s = 0; s < n; s++) {
    const hash = hashOf(rows, s * width, width);
    let place = mixed(hash) & (size - 1);
    let cell = places[place]! - 1;
    while (cell >= 0) {
      if (hashes[cell] === hash && isEqual(rows, firstSample[cell]! * width, s * width, width)) break;
      place = (place + 1) & (size - 1);
      cell = places[place]! - 1;
    }
    if (cell < 0) {
      cell = cells++;
      places[place] = cell + 1;
      firstSample[cell] = s;
      hashes[cell] = hash;
    }
    cellOf[s] = cell;
    sizes[cell]!++;
    byClass[cell * classes + labels[s]!]!++;
    read += width;
    if (read >= part) {
      yield read;
      read = 0;
    }
  }
  return { cellOf, sizes: sizes.slice(0, cells), byClass: byClass.slice(0, cells * classes) };
}

/** H of the partition in bits; of a layer's cells it is I(X;T), bit for bit as the run has it. */
export function partitionEntropy({ cellOf, sizes }: Pick<Partition, 'cellOf' | 'sizes'>): number {
  return entropy(histogramOf(sizes), cellOf.length);
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
