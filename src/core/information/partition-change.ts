import { log2Integer } from '../maths/log2.ts';
import { entropy, histogramOf } from './entropy.ts';
import { partitionEntropy, type Partition } from './partition.ts';

/** A cell that is made of pieces of several cells of the other partition. */
export interface Regrouping {
  readonly cell: number;
  readonly size: number;
  /** The cells of the other partition it shares samples with, and how many; the largest first. Two or more. */
  readonly pieces: readonly { readonly cell: number; readonly size: number }[];
  /** (1/n) (s log2 s - sum p log2 p) bits, of its size s and its pieces' sizes p. */
  readonly bits: number;
}

/**
 * How one partition of n samples became another, by their common refinement J, whose cells are the samples that share
 * a cell both before and after.
 *
 * - A cell of after with pieces of several cells of before is a merge. All merges' bits sum to H(J) - H(after), that is
 *   H(before | after): what before told apart and after does not.
 * - A cell of before with pieces in several cells of after is a split. All splits' bits sum to H(J) - H(before), that is
 *   H(after | before).
 *
 * So H(before) - H(after) = merged bits - split bits. It is exact in the integers c of the terms c log2 c, which
 * cancel one by one; in double the two sides differ by less than 1e-12 bits for n up to 2^17.
 */
export interface PartitionChange {
  /** Most bits first; of equal ones the smaller cell number first. */
  readonly merges: readonly Regrouping[];
  readonly splits: readonly Regrouping[];
  /** Bits. */
  readonly merged: number;
  /** Bits. */
  readonly split: number;
}

type Cells = Pick<Partition, 'cellOf' | 'sizes'>;

/** @throws RangeError if the partitions are not of the same number of samples */
export function partitionChange(before: Cells, after: Cells): PartitionChange {
  const n = after.cellOf.length;
  if (before.cellOf.length !== n) {
    throw new RangeError(`partitionChange: ${before.cellOf.length} samples before, ${n} after`);
  }
  const width = after.sizes.length;
  /** Samples by cell before * width + cell after. */
  const joint = new Map<number, number>();
  for (let s = 0; s < n; s++) {
    const pair = before.cellOf[s]! * width + after.cellOf[s]!;
    joint.set(pair, (joint.get(pair) ?? 0) + 1);
  }
  const ofBefore = new Map<number, { cell: number; size: number }[]>();
  const ofAfter = new Map<number, { cell: number; size: number }[]>();
  for (const [pair, size] of joint) {
    const from = Math.floor(pair / width);
    const to = pair % width;
    put(ofBefore, from, { cell: to, size });
    put(ofAfter, to, { cell: from, size });
  }
  const common = entropy(histogramOf(joint.values()), n);
  return {
    merges: regroupings(ofAfter, after.sizes, n),
    splits: regroupings(ofBefore, before.sizes, n),
    merged: common - partitionEntropy(after),
    split: common - partitionEntropy(before),
  };
}

function put<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function regroupings(
  all: ReadonlyMap<number, { cell: number; size: number }[]>,
  sizes: Uint32Array,
  n: number,
): Regrouping[] {
  const found: Regrouping[] = [];
  for (const [cell, pieces] of all) {
    if (pieces.length < 2) continue;
    pieces.sort((one, other) => other.size - one.size || one.cell - other.cell);
    const size = sizes[cell]!;
    const inside = pieces.reduce((sum, piece) => sum + piece.size * log2Integer(piece.size), 0);
    found.push({ cell, size, pieces, bits: (size * log2Integer(size) - inside) / n });
  }
  return found.sort((one, other) => other.bits - one.bits || one.cell - other.cell);
}
