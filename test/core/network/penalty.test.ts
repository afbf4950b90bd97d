import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/finish.ts';
import { parameterPlaces, type NetworkSpec, type Samples } from '../../../src/core/kernel.ts';
import { optimizerNames } from '../../../src/core/network/optimizers.ts';
import { addPenalty } from '../../../src/core/network/penalty.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { imageNetwork } from './image-network.ts';
import { random, randomSamples, smallNetwork } from './small-network.ts';

/** Mean cross-entropy of a tanh network in double, plus the penalty: written anew, from its definition. */
function penalizedLoss(spec: NetworkSpec, parameters: Float64Array, data: Samples): number {
  const { l1, l2 } = spec.penalty ?? { l1: 0, l2: 0 };
  const places = parameterPlaces(spec.layers);
  let sum = 0;
  for (let s = 0; s < data.samples; s++) {
    let x = Array.from({ length: data.features }, (_, i) =>
      Number((data.inputs as Float32Array)[s * data.features + i]),
    );
    for (const [l, { kernel, bias }] of places.entries()) {
      const { units } = spec.layers[l]!;
      const z = Array.from({ length: units }, (_, j) =>
        x.reduce(
          (total, value, i) => total + value * parameters[kernel + i * units + j]!,
          parameters[bias + j]!,
        ),
      );
      x = l === places.length - 1 ? z : z.map(Math.tanh);
    }
    sum += Math.log(x.reduce((total, logit) => total + Math.exp(logit), 0)) - x[data.labels[s]!]!;
  }
  let penalty = 0;
  for (const { kernel, bias } of places) {
    for (let i = kernel; i < bias; i++) penalty += l1 * Math.abs(parameters[i]!) + l2 * parameters[i]! ** 2;
  }
  return sum / data.samples + penalty;
}

describe('a penalty', () => {
  it.each([
    { l1: 0.07, l2: 0 },
    { l1: 0, l2: 0.3 },
    { l1: 0.02, l2: 0.1 },
  ])('makes gradients the slopes of the loss with it, in double: %o', (penalty) => {
    const data = randomSamples(11, 4, 3, 5);
    const layer = { activation: 'tanh', range: 'batch', quantizedKernel: false } as const;
    const spec = smallNetwork([4, 5, 3, 3], layer, { penalty });
    const kernel = new ScalarKernel(spec, data);
    const next = random(7);
    kernel.buffers.parameters.forEach((_, i, all) => (all[i] = 2 * next() - 1));
    const at = Float64Array.from(kernel.buffers.parameters);
    const order = Uint32Array.from({ length: 11 }, (_, s) => s);
    const { loss } = finish(kernel.step(order, 0, 11));
    const plain = smallNetwork([4, 5, 3, 3], layer);
    expect(loss).toBeCloseTo(penalizedLoss(plain, at, data), 5);
    const h = 1e-6;
    for (const [i, found] of kernel.buffers.gradients.entries()) {
      const here = at[i]!;
      at[i] = here + h;
      const above = penalizedLoss(spec, at, data);
      at[i] = here - h;
      const below = penalizedLoss(spec, at, data);
      at[i] = here;
      expect(Math.abs(found - (above - below) / (2 * h))).toBeLessThan(1e-6);
    }
  });

  it('of a convolution is on its kernel too, and nowhere on biases', () => {
    const image = { height: 5, width: 5, channels: 1 };
    const net = [{ filters: 2, size: 3 }, { pool: 2 }, 3];
    const layer = { activation: 'relu', range: 'moving', quantizedKernel: false } as const;
    const spec = imageNetwork(image, net, 2, layer, { penalty: { l1: 0.5, l2: 0.25 } });
    const next = random(3);
    const size = parameterPlaces(spec.layers).at(-1)!.end;
    const parameters = Float32Array.from({ length: size }, () => 2 * next() - 1);
    parameters[4] = 0;
    const gradients = new Float32Array(size);
    addPenalty({ l1: 0.5, l2: 0.25 }, spec.layers, parameters, gradients);
    for (const { kernel, bias, end } of parameterPlaces(spec.layers)) {
      for (let i = kernel; i < bias; i++) {
        const w = parameters[i]!;
        expect(gradients[i]).toBe(Math.fround(Math.sign(w) / 2 + w / 2));
      }
      for (let i = bias; i < end; i++) expect(gradients[i]).toBe(0);
    }
    expect(gradients[4]).toBe(0);
  });

  it('reaches weights that a quantized kernel clamps: it is on the float weights', () => {
    const data = randomSamples(16, 3, 2, 2);
    const layer = { activation: 'relu', range: 'moving', quantizedKernel: true } as const;
    const spec = smallNetwork([3, 4, 2], layer, { bits: 2, penalty: { l1: 0.01, l2: 0.02 } });
    const kernel = new ScalarKernel(spec, data);
    const next = random(3);
    // At 2 bits the levels of [-0.2, 1.8] are 0, 0.67, 1.33, 2: what is below zero is clamped, and gets no gradient.
    kernel.buffers.parameters.forEach((_, i, all) => (all[i] = 2 * next() - 0.2));
    finish(kernel.step(Uint32Array.from(data.labels.keys()), 0, 16));
    const { parameters, gradients } = kernel.buffers;
    const clamped = [...parameters.subarray(0, 12).keys()].filter((i) => parameters[i]! < 0);
    expect(clamped.length).toBeGreaterThan(0);
    for (const i of clamped) expect(gradients[i]).toBeCloseTo(-0.01 + 0.04 * parameters[i]!, 7);
  });

  it.each(optimizerNames)('goes through the optimizer like any gradient: %s', (optimizer) => {
    // All inputs are zero, so that the kernel has no other gradient.
    const data: Samples = { ...randomSamples(8, 3, 2, 4), inputs: new Float32Array(24) };
    const layer = { activation: 'linear', range: 'batch', quantizedKernel: false } as const;
    const settings = { optimizer, rate: 0.125, momentum: 0.5 } as const;
    const spec = smallNetwork([3, 2], layer, { ...settings, penalty: { l1: 0, l2: 0.5 } });
    const kernel = new ScalarKernel(spec, data);
    kernel.buffers.parameters.set([1, -2, 4, 0, 0.5, -1]);
    finish(kernel.step(Uint32Array.from(data.labels.keys()), 0, 8));
    const kernelNow = [...kernel.buffers.parameters.subarray(0, 6)];
    // Adam's first step is the rate, whatever the size of the gradient.
    const sgd = [1, -2, 4, 0, 0.5, -1].map((w) => w * (1 - 0.125));
    const adam = [0.875, -1.875, 3.875, 0, 0.375, -0.875];
    for (const [i, w] of (optimizer === 'adam' ? adam : sgd).entries())
      expect(kernelNow[i]).toBeCloseTo(w, 5);
  });
});
