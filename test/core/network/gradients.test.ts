import { describe, expect, it } from 'vitest';
import { activationNames } from '../../../src/core/network/activations.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { finish } from '../../../src/core/finish.ts';
import { random, randomSamples, smallNetwork } from './small-network.ts';

describe('the gradient of a training step', () => {
  it.each(activationNames)('is the slope of the loss by every weight and bias: %s', (activation) => {
    const samples = 11;
    const data = randomSamples(samples, 4, 3, 5);
    // With a rate of zero a step changes no parameter.
    const spec = smallNetwork([4, 5, 3, 3], { activation, range: 'batch', quantizedKernel: false });
    const kernel = new ScalarKernel(spec, data);
    const { parameters, gradients } = kernel.buffers;
    const next = random(activation.length);
    for (let i = 0; i < parameters.length; i++) parameters[i] = 2 * next() - 1;
    const order = Uint32Array.from({ length: samples }, (_, s) => s);
    const loss = (): number => finish(kernel.step(order, 0, samples)).loss;

    const at = loss();
    const found = gradients.slice();
    const h = 1 / 128;
    for (let i = 0; i < parameters.length; i++) {
      const here = parameters[i] ?? NaN;
      parameters[i] = here + h;
      const above = loss();
      parameters[i] = here - h;
      const below = loss();
      parameters[i] = here;
      // Where an activation has a corner beside this point, the slope is that of the other side, which is off by
      // h / 2 times the curvature.
      const slopes = [(above - below) / (2 * h), (above - at) / h, (at - below) / h];
      const error = Math.min(...slopes.map((slope) => Math.abs((found[i] ?? NaN) - slope)));
      expect(error).toBeLessThan(4e-3);
    }
    expect(Math.max(...found.map(Math.abs))).toBeGreaterThan(0.05);
  });

  it('is the mean over the samples of a batch, also of a short one', () => {
    const data = randomSamples(16, 3, 2, 1);
    const spec = smallNetwork([3, 2, 2], { activation: 'tanh', range: 'batch', quantizedKernel: false });
    const gradientOf = (...order: number[]): Float32Array => {
      const kernel = new ScalarKernel(spec, data);
      kernel.buffers.parameters.forEach((_, i, all) => (all[i] = Math.fround(Math.sin(i + 1))));
      finish(kernel.step(Uint32Array.from(order), 0, order.length));
      return kernel.buffers.gradients.slice();
    };
    const [both, first, second] = [gradientOf(3, 8), gradientOf(3), gradientOf(8)];
    for (const [i, value] of both.entries()) expect(value).toBeCloseTo((first[i]! + second[i]!) / 2, 6);
  });

  it('is none for weights that a quantized kernel clamps', () => {
    const data = randomSamples(16, 3, 2, 2);
    const spec = smallNetwork(
      [3, 4, 2],
      { activation: 'relu', range: 'moving', quantizedKernel: true },
      { bits: 2 },
    );
    const kernel = new ScalarKernel(spec, data);
    const next = random(3);
    kernel.buffers.parameters.forEach((_, i, all) => (all[i] = 2 * next() - 0.2));
    // At 2 bits the levels of [-0.2, 1.8] are 0, 0.67, 1.33, 2: what is below zero is clamped.
    const order = Uint32Array.from({ length: 16 }, (_, s) => s);
    finish(kernel.step(order, 0, 16));
    const clamped = [...kernel.buffers.parameters.subarray(0, 12).keys()].filter(
      (i) => (kernel.buffers.parameters[i] ?? 0) < 0,
    );
    expect(clamped.length).toBeGreaterThan(0);
    for (const i of clamped) expect(kernel.buffers.gradients[i]).toBe(0);
    expect(kernel.buffers.gradients.some((g) => g !== 0)).toBe(true);
  });
});
