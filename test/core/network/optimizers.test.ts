import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelBuffers, NetworkSpec } from '../../../src/core/kernel.ts';
import {
  adamStepSize,
  power,
  stepSize,
  update,
  type OptimizerName,
} from '../../../src/core/network/optimizers.ts';

const spec = (optimizer: OptimizerName): NetworkSpec => ({
  layers: [],
  bits: 'float',
  decay: 0.999,
  start: [-6, 6],
  fixed: [-1, 1],
  optimizer,
  rate: 0.01,
  momentum: 0.9,
  batch: 1,
});

const buffers = (parameter: number, gradient: number): KernelBuffers => ({
  parameters: Float32Array.of(parameter),
  gradients: Float32Array.of(gradient),
  moment1: new Float32Array(1),
  moment2: new Float32Array(1),
  ranges: new Float32Array(),
});

describe("Adam's step size", () => {
  it('is the rate with both biases corrected, to float32', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), (t) => {
        const [b1, b2] = [Math.fround(0.9), Math.fround(0.999)];
        const expected = (1e-4 * Math.sqrt(1 - b2 ** t)) / (1 - b1 ** t);
        // 1 - b2^t is rounded at 2^-24, of 0.001 at first.
        expect(Math.abs(adamStepSize(1e-4, t) / expected - 1)).toBeLessThan(5e-5);
      }),
    );
  });

  it('rounds each power to float32 before subtracting it, which double would not', () => {
    const inDouble = Math.fround((1e-4 * Math.sqrt(1 - 0.999)) / (1 - 0.9));
    const first = adamStepSize(1e-4, 1);
    expect(first).toBe(Math.fround(first));
    expect(first).not.toBe(inDouble);
    expect(first).toBeCloseTo(inDouble, 8);
  });

  it('ends at the rate itself', () => {
    expect(adamStepSize(1e-4, 1_000_000)).toBe(Math.fround(1e-4));
  });

  it('is the plain rate for the others', () => {
    expect(stepSize(spec('sgd'), 1)).toBe(Math.fround(0.01));
    expect(stepSize(spec('momentum'), 7)).toBe(Math.fround(0.01));
  });
});

describe('a power', () => {
  it('is that of repeated multiplication', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 60 }),
        (base, n) => {
          let product = 1;
          for (let i = 0; i < n; i++) product *= base;
          expect(Math.abs(power(base, n) / product - 1)).toBeLessThan(1e-13);
        },
      ),
    );
  });
});

describe('an update', () => {
  it('of SGD goes down the gradient', () => {
    const state = buffers(1, 2);
    update(spec('sgd'), state, 0.25);
    expect([...state.parameters]).toEqual([0.5]);
  });

  it('of SGD with momentum keeps its velocity', () => {
    const state = buffers(0, 1);
    for (let step = 0; step < 2; step++) update(spec('momentum'), state, 0.5);
    expect(state.moment1[0]).toBeCloseTo(-0.95, 6);
    expect(state.parameters[0]).toBeCloseTo(-1.45, 6);
  });

  it("of Adam is the whole step size at first, whatever the gradient's size", () => {
    for (const gradient of [-1000, 1, 1000]) {
      const state = buffers(0, gradient);
      update(spec('adam'), state, adamStepSize(0.01, 1));
      expect(state.parameters[0]).toBeCloseTo(-0.01 * Math.sign(gradient), 5);
    }
  });

  it('changes nothing where the gradient is zero', () => {
    for (const optimizer of ['adam', 'sgd', 'momentum'] as const) {
      const state = buffers(0.75, 0);
      update(spec(optimizer), state, 0.01);
      expect([...state.parameters]).toEqual([0.75]);
    }
  });
});
