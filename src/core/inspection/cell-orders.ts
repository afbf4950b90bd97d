import { finish } from '../finish.ts';
import type { Partition } from '../information/partition.ts';
import { log2Integer } from '../maths/log2.ts';

/** Orders in which the cells of a partition can be listed. */
export const cellOrderNames = ['largest', 'purest', 'mixed'] as const;
export type CellOrder = (typeof cellOrderNames)[number];

/** The cells of a partition, as lists. */
export interface CellOrders {
  /** H(Y | T = t) in bits, (cells): how mixed the classes of a cell's inputs are, 0 for one class. */
  readonly mixing: Float64Array;
  /**
   * Cells by size, the largest first; by mixing, the least first; by mixing, the most first. Of equally mixed cells the
   * larger comes first, of cells alike in both the smaller number. Each (cells).
   */
  readonly orders: Readonly<Record<CellOrder, Uint32Array>>;
}

export function cellOrders(cells: Pick<Partition, 'sizes' | 'byClass'>): CellOrders {
  return finish(cellOrdersInParts(cells));
}

/** The same with breaths. */
export function* cellOrdersInParts({
  sizes,
  byClass,
}: Pick<Partition, 'sizes' | 'byClass'>): Generator<number, CellOrders, void> {
  const classes = byClass.length / Math.max(1, sizes.length);
  const mixing = Float64Array.from(sizes, (size, cell) => {
    let sum = 0;
    for (let label = 0; label < classes; label++) {
      const count = byClass[cell * classes + label]!;
      if (count === size) return 0;
      if (count > 1) sum += count * log2Integer(count);
    }
    return log2Integer(size) - sum / size;
  });
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

/** Samples of one cell, ascending. */
export function samplesOf({ cellOf, sizes }: Pick<Partition, 'cellOf' | 'sizes'>, cell: number): Int32Array {
  const samples = new Int32Array(sizes[cell] ?? 0);
  let next = 0;
  for (let sample = 0; next < samples.length; sample++) if (cellOf[sample] === cell) samples[next++] = sample;
  return samples;
}
