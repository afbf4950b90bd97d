import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { informationOf, labelEntropy } from '../../../src/core/information/mutual-information.ts';
import { icosahedron } from '../../../src/core/tasks/icosahedron.ts';

/** I(T;Y) by its definition, the sum of p log2 (p / (p(t) p(y))). */
function byDefinition(codes: readonly number[], labels: readonly number[]): number {
  const n = codes.length;
  const share = (matches: (s: number) => boolean): number => codes.filter((_, s) => matches(s)).length / n;
  let sum = 0;
  for (const t of new Set(codes)) {
    for (const y of new Set(labels)) {
      const p = share((s) => codes[s] === t && labels[s] === y);
      if (p > 0) sum += p * Math.log2(p / (share((s) => codes[s] === t) * share((s) => labels[s] === y)));
    }
  }
  return sum;
}

const samples = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 2 })), {
  minLength: 1,
  maxLength: 80,
});

describe('the information of codes', () => {
  it('is that of the definition', () => {
    fc.assert(
      fc.property(samples, (pairs) => {
        const [codes, labels] = [pairs.map(([code]) => code), pairs.map(([, label]) => label)];
        const [, ity] = informationOf(Int32Array.from(codes), Uint8Array.from(labels), 3);
        expect(ity).toBeCloseTo(byDefinition(codes, labels), 11);
      }),
    );
  });

  it('keeps 0 <= I(T;Y) <= min(H(T), H(Y))', () => {
    fc.assert(
      fc.property(samples, (pairs) => {
        const labels = Uint8Array.from(pairs, ([, label]) => label);
        const [ixt, ity] = informationOf(
          Int32Array.from(pairs, ([code]) => code),
          labels,
          3,
        );
        expect(ity).toBeGreaterThanOrEqual(-1e-12);
        expect(ity).toBeLessThanOrEqual(Math.min(ixt, labelEntropy(labels, 3)) + 1e-12);
      }),
    );
  });

  it('is H(X) and H(Y) for the 12-bit task where every input has its own code', () => {
    const { labels } = icosahedron();
    const [ixt, ity] = informationOf(Int32Array.from(labels.keys()), labels, 2);
    expect(ixt).toBe(12);
    expect(ity).toBeCloseTo(0.99915712085027, 13);
  });

  it('is nothing where all inputs have one code', () => {
    const { labels } = icosahedron();
    const [ixt, ity] = informationOf(new Int32Array(4096), labels, 2);
    expect(ixt).toBe(0);
    expect(ity).toBeCloseTo(0, 13);
  });
});
