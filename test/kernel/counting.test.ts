import { describe, expect, it } from 'vitest';
import type { KernelExports } from '../../src/kernel/exports.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';

const env = { abort: () => undefined };
const wasm = new WebAssembly.Instance(loadKernel(), { env }).exports as unknown as KernelExports;

/** Counts vectors of `words` words under given hashes: how many differ, and how many samples each has. */
function count(vectors: readonly (readonly number[])[], hashes: readonly number[]): number[] {
  const n = vectors.length;
  const words = vectors[0]?.length ?? 0;
  const slots = 64;
  let next = wasm.heapBase();
  const take = (bytes: number): number => (next += 64 * Math.ceil(bytes / 64)) - 64 * Math.ceil(bytes / 64);
  const [at, hashesAt, labels, table] = [take(4 * n * words), take(4 * n), take(4 * n), take(8 * slots)];
  const [firsts, counts, joint] = [take(4 * n), take(4 * n), take(4 * n)];
  wasm.reserve(next);
  const { buffer } = wasm.memory;
  new Uint32Array(buffer, at, n * words).set(vectors.flat());
  new Uint32Array(buffer, hashesAt, n).set(hashes);
  new Uint32Array(buffer, labels, n).fill(0);
  const found = wasm.countVectors(
    at,
    4 * words,
    hashesAt,
    0,
    n,
    labels,
    1,
    table,
    slots,
    firsts,
    counts,
    joint,
    0,
    0,
    -1,
  );
  return [...new Uint32Array(buffer, counts, found)];
}

describe('counting vectors', () => {
  const vectors = [
    [1, 2, 3],
    [1, 2, 4],
    [1, 2, 3],
    [9, 2, 3],
    [1, 2, 4],
    [1, 2, 3],
  ];

  it('tells vectors apart whose hashes are equal', () => {
    expect(count(vectors, [7, 7, 7, 7, 7, 7])).toEqual([3, 2, 1]);
  });

  it('tells them apart whose hashes fall into one place, round the end of the table', () => {
    const hash = (vector: readonly number[]): number => 63 + 64 * (vector[0]! + vector[2]!);
    expect(count(vectors, vectors.map(hash))).toEqual([3, 2, 1]);
  });
});
