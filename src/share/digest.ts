import { Fingerprint } from '../core/experiment/fingerprint.ts';

/**
 * A check over numbers in a file: a chain (see Fingerprint) over each list's length and each value's two halves as a
 * double, the lower first. What is not finite counts as one and the same NaN.
 */
export function digestOf(columns: readonly ArrayLike<number>[]): string {
  const chain = new Fingerprint(0);
  const double = new DataView(new ArrayBuffer(8));
  for (const column of columns) {
    const words = new Uint32Array(2 * column.length + 1);
    words[0] = column.length;
    for (let i = 0; i < column.length; i++) {
      const value = column[i] ?? NaN;
      double.setFloat64(0, value);
      words[2 * i + 1] = Number.isFinite(value) ? double.getUint32(4) : 0;
      words[2 * i + 2] = Number.isFinite(value) ? double.getUint32(0) : 0x7ff80000;
    }
    chain.add(words);
  }
  return chain.text();
}
