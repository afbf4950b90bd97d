import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCodes } from '../../../src/core/information/counting.ts';

/** Compares every sample with every other. */
function bruteForce(
  codes: Int32Array,
  n: number,
  labels: Uint8Array,
): { codes: number; counts: number[]; joint: number[] } {
  const units = codes.length / n;
  const isEqual = (s: number, t: number): boolean => {
    for (let j = 0; j < units; j++) if (codes[j * n + s] !== codes[j * n + t]) return false;
    return true;
  };
  /** Sizes of the classes of samples that are alike, found at the first sample of each. */
  const sizes = (alike: (s: number, t: number) => boolean): number[] => {
    const found: number[] = [];
    for (let s = 0; s < n; s++) {
      let count = 0;
      let isFirst = true;
      for (let t = 0; t < n; t++) {
        if (!alike(s, t)) continue;
        count++;
        if (t < s) isFirst = false;
      }
      if (isFirst) found.push(count);
    }
    return found.sort((a, b) => a - b);
  };
  const counts = sizes(isEqual);
  return { codes: counts.length, counts, joint: sizes((s, t) => isEqual(s, t) && labels[s] === labels[t]) };
}

/** The counts that a histogram of pairs stands for. */
function countsOf(histogram: Uint32Array): number[] {
  const counts: number[] = [];
  for (let i = 0; i < histogram.length; i += 2) {
    counts.push(...new Array<number>(histogram[i + 1]!).fill(histogram[i]!));
  }
  return counts;
}

describe('counting codes', () => {
  it('finds what comparing every pair of samples finds', () => {
    const cases = fc.record({
      n: fc.integer({ min: 1, max: 60 }),
      units: fc.integer({ min: 1, max: 4 }),
      classes: fc.integer({ min: 1, max: 4 }),
      levels: fc.constantFrom(1, 2, 3, 70000),
      seeds: fc.array(fc.nat(), { minLength: 60 * 5, maxLength: 60 * 5 }),
    });
    fc.assert(
      fc.property(cases, ({ n, units, classes, levels, seeds }) => {
        const codes = Int32Array.from({ length: units * n }, (_, i) => (seeds[i] ?? 0) % levels);
        const labels = Uint8Array.from({ length: n }, (_, s) => (seeds[240 + s] ?? 0) % classes);
        const found = countCodes(codes, n, labels, classes);
        expect({
          codes: found.codes,
          counts: countsOf(found.histogram),
          joint: countsOf(found.joint),
        }).toEqual(bruteForce(codes, n, labels));
      }),
    );
  });

  it('tells codes apart that agree in 16 of 32 bits, and vectors that agree when strung together', () => {
    const labels = Uint8Array.of(0, 0, 0, 0);
    expect(countCodes(Int32Array.of(1, 65537, -1, 65535), 4, labels, 1).codes).toBe(4);
    // Vectors (1, 11), (11, 1), (1, 1), (11, 11).
    expect(countCodes(Int32Array.of(1, 11, 1, 11, 11, 1, 1, 11), 4, labels, 1).codes).toBe(4);
  });
});
