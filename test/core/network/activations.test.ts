import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationNames, activations, type ActivationName } from '../../../src/core/network/activations.ts';

/** The functions as textbooks have them, in double. */
const textbook: Readonly<Record<ActivationName, (z: number) => number>> = {
  tanh: Math.tanh,
  relu: (z) => Math.max(0, z),
  relu6: (z) => Math.min(6, Math.max(0, z)),
  leakyrelu: (z) => (z > 0 ? z : 0.2 * z),
  elu: (z) => (z > 0 ? z : Math.expm1(z)),
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  softsign: (z) => z / (1 + Math.abs(z)),
  softplus: (z) => Math.log1p(Math.exp(z)),
  hardtanh: (z) => Math.min(1, Math.max(-1, z)),
  gelu: (z) => (z / 2) * (1 + erf(z / Math.SQRT2)),
  silu: (z) => z / (1 + Math.exp(-z)),
  linear: (z) => z,
};

/** The error function by Simpson's rule. */
function erf(x: number): number {
  const parts = 2000;
  const f = (t: number): number => Math.exp(-t * t);
  let sum = f(0) + f(x);
  for (let i = 1; i < parts; i++) sum += (i % 2 === 1 ? 4 : 2) * f((x * i) / parts);
  return ((2 / Math.sqrt(Math.PI)) * (sum * x)) / (3 * parts);
}

/** Where a function has a corner. */
const corners: Partial<Record<ActivationName, readonly number[]>> = {
  relu: [0],
  relu6: [0, 6],
  leakyrelu: [0],
  hardtanh: [-1, 1],
};

const sums = fc.float({ min: -9, max: 9, noNaN: true });

describe.each(activationNames)('the activation %s', (name) => {
  const { value, derivative } = activations[name];

  it('is the textbook function to a few float32 roundings', () => {
    fc.assert(
      fc.property(sums, (z) => {
        const expected = textbook[name](z);
        expect(Math.abs(value(z) - expected)).toBeLessThan(1e-6 + 1e-6 * Math.abs(expected));
      }),
    );
  });

  it('has the slope of the textbook function as its derivative', () => {
    const h = 1e-5;
    fc.assert(
      fc.property(sums, (z) => {
        fc.pre((corners[name] ?? []).every((corner) => Math.abs(z - corner) > h));
        const slope = (textbook[name](z + h) - textbook[name](z - h)) / (2 * h);
        expect(Math.abs(derivative(z, value(z)) - slope)).toBeLessThan(2e-5);
      }),
    );
  });

  it('gives float32 values and derivatives', () => {
    fc.assert(
      fc.property(sums, (z) => {
        const a = value(z);
        expect(Math.fround(a)).toBe(a);
        expect(Math.fround(derivative(z, a))).toBe(derivative(z, a));
      }),
    );
  });

  it('stays finite for sums of any size, and lets NaN be noticed', () => {
    for (const z of [-1e30, -200, 200, 1e30]) {
      expect(Number.isFinite(value(z))).toBe(true);
      expect(Number.isFinite(derivative(z, value(z)))).toBe(true);
    }
    expect(value(NaN)).toBeNaN();
  });
});

describe('the derivative at a corner', () => {
  it('is that of the flat or lower side, as in TensorFlow', () => {
    const at = (name: ActivationName, z: number): number =>
      activations[name].derivative(z, activations[name].value(z));
    expect([at('relu', 0), at('relu6', 0), at('relu6', 6)]).toEqual([0, 0, 0]);
    expect([at('hardtanh', -1), at('hardtanh', 1)]).toEqual([0, 0]);
    expect(at('leakyrelu', 0)).toBe(Math.fround(0.2));
    expect(at('elu', 0)).toBe(1);
  });
});
