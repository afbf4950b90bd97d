import type { ByteInputs } from '../core/kernel.ts';

/** Inputs that are not zero, sample after sample (assembly/sparse.ts). */
export interface SparseInputs {
  /** (samples + 1): where a sample's entries start. */
  readonly starts: Uint32Array;
  /** Feature << 8 | byte, features ascending. */
  readonly entries: Uint32Array;
  /** (256). */
  readonly values: Float32Array;
}

/** Bytes whose value is zero are left out. */
export function sparseInputs({ bytes, values }: ByteInputs, samples: number, features: number): SparseInputs {
  const isZero = Uint8Array.from({ length: 256 }, (_, byte) => (values[byte] === 0 ? 1 : 0));
  let count = 0;
  for (let i = 0; i < bytes.length; i++) count += 1 - isZero[bytes[i]!]!;
  const starts = new Uint32Array(samples + 1);
  const entries = new Uint32Array(count);
  let next = 0;
  for (let s = 0; s < samples; s++) {
    for (let i = 0; i < features; i++) {
      const byte = bytes[s * features + i]!;
      if (!isZero[byte]) entries[next++] = (i << 8) | byte;
    }
    starts[s + 1] = next;
  }
  return { starts, entries, values };
}
