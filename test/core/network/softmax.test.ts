import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softmax, softmaxGradient } from '../../../src/core/network/softmax.ts';

const logits = fc.array(fc.float({ min: -20, max: 20, noNaN: true }), { minLength: 2, maxLength: 6 });

describe('softmax of one sample', () => {
  it('gives probabilities and the cross-entropy in nats', () => {
    fc.assert(
      fc.property(logits, (z) => {
        const { probabilities, losses } = softmax(Float32Array.from(z), Uint8Array.of(1), 1);
        const total = z.reduce((sum, logit) => sum + Math.exp(logit), 0);
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
        expect(probabilities[1]).toBeCloseTo(Math.exp(z[1]!) / total, 5);
        expect(losses[0]).toBeCloseTo(Math.log(total) - z[1]!, 4);
      }),
    );
  });

  it('stays the same, bit for bit, when equal steps move all logits', () => {
    // All of it is exact in float32: multiples of 1/4.
    const shifted = fc.tuple(
      fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 2 }),
      fc.integer({ min: -99, max: 99 }),
    );
    fc.assert(
      fc.property(shifted, ([codes, shift]) => {
        const of = (move: number) =>
          softmax(
            Float32Array.from(codes, (code) => (code + move) / 4),
            Uint8Array.of(0),
            1,
          );
        expect(of(shift)).toEqual(of(0));
      }),
    );
  });

  it('counts a hit where the first of equal largest outputs is the class', () => {
    const hit = (label: number): number =>
      softmax(Float32Array.of(1, 3, 3), Uint8Array.of(label), 1).correct[0]!;
    expect([hit(0), hit(1), hit(2)]).toEqual([0, 1, 0]);
  });
});

describe('the gradient of softmax and cross-entropy', () => {
  it('is the slope of the mean loss', () => {
    const samples = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(
        samples,
        fc.array(fc.float({ min: -3, max: 3, noNaN: true }), { minLength: 15, maxLength: 15 }),
        (n, all) => {
          const z = Float32Array.from(all.slice(0, 3 * n));
          const labels = Uint8Array.from({ length: n }, (_, s) => s % 3);
          const { probabilities } = softmax(z, labels, n);
          const gradient = softmaxGradient(probabilities, labels, n);
          const loss = (index: number, move: number): number => {
            const moved = z.slice();
            moved[index]! += move;
            return softmax(moved, labels, n).losses.reduce((sum, each) => sum + each, 0) / n;
          };
          const h = 1 / 64;
          for (const index of z.keys()) {
            expect(gradient[index]).toBeCloseTo((loss(index, h) - loss(index, -h)) / (2 * h), 3);
          }
        },
      ),
    );
  });
});
