import { finish } from '../finish.ts';
import type { Partition } from '../information/partition.ts';
import { log2Integer } from '../maths/log2.ts';

/** Orders in which the cells of a partition can be listed. */
export const cellOrderNames = ['largest', 'purest', 'mixed'] as const;
export type CellOrder = (typeof cellOrderNames)[number];

/**
 * What the classes of each cell count for: `byClass` (cells, classes), row-major, in samples or, where labels have
 * noise, in weighted samples as the classes are seen (see seenByClass).
 */
export type ClassedCells = Pick<Partition, 'sizes' | 'byClass'>;

/** The cells of a partition, as lists. */
export interface CellOrders {
  /** H(Y | T = t) in bits, (cells): how mixed the classes of a cell's inputs are as counted, 0 for one class. */
  readonly mixing: Float64Array;
  /**
   * Cells by size, the largest first; by mixing, the least first; by mixing, the most first. Of equally mixed cells the
   * larger comes first, of cells alike in both the smaller number. Each (cells).
   */
  readonly orders: Readonly<Record<CellOrder, Uint32Array>>;
}

export function cellOrders(cells: ClassedCells): CellOrders {
  return finish(cellOrdersInParts(cells));
}

/** The same with breaths. */
export function* cellOrdersInParts({ sizes, byClass }: ClassedCells): Generator<number, CellOrders, void> {
  const classes = byClass.length / Math.max(1, sizes.length);
  const mixing = Float64Array.from(sizes, (_, cell) =>
    entropyOf(byClass.subarray(cell * classes, (cell + 1) * classes)),
  );
  const bySize = (a: number, b: number): number => sizes[b]! - sizes[a]! || a - b;
  const sorted = (compare: (a: number, b: number) => number): Uint32Array =>
    Uint32Array.from(sizes.keys()).sort(compare);
  const largest = sorted(bySize);
  yield sizes.length;
  const purest = sorted((a, b) => mixing[a]! - mixing[b]! || bySize(a, b));
  yield sizes.length;
  const mixed = sorted((a, b) => mixing[b]! - mixing[a]! || bySize(a, b));
  return { mixing, orders: { largest, purest, mixed } };
}

/** H in bits of counts. Of counts in the same proportions, in whichever order, it is the same number, bit for bit. */
function entropyOf(counts: Uint32Array): number {
  const common = counts.reduce(greatestDivisor, 0);
  const parts = counts.map((count) => count / common).sort();
  const all = parts.reduce((sum, part) => sum + part, 0);
  let sum = 0;
  for (const part of parts) {
    if (part === all) return 0;
    if (part > 1) sum += part * log2Integer(part);
  }
  return log2Integer(all) - sum / all;
}

/** Of two whole numbers; with 0 the other one. */
function greatestDivisor(one: number, other: number): number {
  while (other > 0) [one, other] = [other, one % other];
  return one;
}

/** Samples of one cell, ascending. */
export function samplesOf({ cellOf, sizes }: Pick<Partition, 'cellOf' | 'sizes'>, cell: number): Int32Array {
  const samples = new Int32Array(sizes[cell] ?? 0);
  let next = 0;
  for (let sample = 0; next < samples.length; sample++) if (cellOf[sample] === cell) samples[next++] = sample;
  return samples;
}
