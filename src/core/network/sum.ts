const f32 = Math.fround;

/** Partial sums of a sum over the samples of a batch. */
export const partials = 8;

/**
 * The sum over samples, in float32, of term(0) ... term(n - 1).
 *
 * Its order is part of the definition of the arithmetic: 8 partial sums start at +0, partial p runs upward over the
 * samples s with s mod 8 = p; then partials p and p + 4 are added, then p and p + 2, then p and p + 1. So two SIMD
 * accumulators can share the work and still give these bits.
 */
export function sumOverSamples(n: number, term: (sample: number) => number): number {
  const sums = new Float32Array(partials); // Rounds what is stored to float32.
  for (let s = 0; s < n; s++) sums[s % partials]! += f32(term(s));
  for (let half = partials / 2; half >= 1; half /= 2) {
    for (let p = 0; p < half; p++) sums[p]! += sums[p + half]!;
  }
  return sums[0]!;
}
