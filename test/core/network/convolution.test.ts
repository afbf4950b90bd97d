import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/finish.ts';
import { parameterPlaces, type NetworkSpec } from '../../../src/core/kernel.ts';
import {
  convolutionGradients,
  convolutionInputGradient,
  forwardConvolution,
  type Convolution,
} from '../../../src/core/network/convolution.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { imageNetwork, logitsInDouble, lossInDouble, type ImageLayer } from './image-network.ts';
import { random, randomSamples } from './small-network.ts';

const f32 = Math.fround;

const image = { height: 8, width: 7, channels: 2 };
const networks: readonly (readonly ImageLayer[])[] = [
  [{ filters: 3, size: 3 }, 4],
  [{ filters: 2, size: 2 }, { pool: 2 }, 3],
  [{ filters: 2, size: 3 }, { pool: 2 }, { filters: 3, size: 2 }, { pool: 2 }],
  [{ filters: 2, size: 1 }, { filters: 2, size: 3 }, { pool: 3 }, 5, 3],
  [{ filters: 4, size: 7 }],
];

function started(spec: NetworkSpec, samples: number, seed: number) {
  const features = image.height * image.width * image.channels;
  const data = randomSamples(samples, features, 3, seed);
  const kernel = new ScalarKernel(spec, data);
  const next = random(seed + 1);
  kernel.buffers.parameters.forEach((_, i, all) => (all[i] = 1.2 * next() - 0.6));
  const inputOf = (s: number) => [...data.inputs.subarray(s * features, (s + 1) * features)];
  return { data, kernel, inputOf };
}

describe('a network with convolutions and pooling', () => {
  it.each(networks.map((net) => [net]))('computes what a second program computes: %j', (net) => {
    for (const activation of ['relu', 'tanh'] as const) {
      const spec = imageNetwork(image, net, 3, { activation, range: 'batch', quantizedKernel: false });
      const { kernel, inputOf } = started(spec, 5, 3);
      const logits = kernel.outputs('logits');
      for (let s = 0; s < 5; s++) {
        const other = logitsInDouble(spec, kernel.buffers.parameters, inputOf(s));
        for (const [k, logit] of other.entries()) expect(logits[3 * s + k]).toBeCloseTo(logit, 4);
      }
    }
  });

  it.each(networks.map((net) => [net]))('has the slopes of the loss, found in double: %j', (net) => {
    const samples = 6;
    const quantizer = { activation: 'tanh', range: 'batch', quantizedKernel: false } as const;
    const spec = imageNetwork(image, net, 3, quantizer);
    const { data, kernel, inputOf } = started(spec, samples, 8);
    const order = Uint32Array.from({ length: samples }, (_, s) => s);
    const { loss } = finish(kernel.step(order, 0, samples));
    const parameters = Float64Array.from(kernel.buffers.parameters);
    const lossOfAll = (): number =>
      [...order].reduce((sum, s) => sum + lossInDouble(spec, parameters, inputOf(s), data.labels[s]!), 0) /
      samples;
    expect(loss).toBeCloseTo(lossOfAll(), 5);
    const h = 1e-6;
    for (const [i, here] of parameters.entries()) {
      parameters[i] = here + h;
      const above = lossOfAll();
      parameters[i] = here - h;
      const slope = (above - lossOfAll()) / (2 * h);
      parameters[i] = here;
      expect(Math.abs((kernel.buffers.gradients[i] ?? NaN) - slope)).toBeLessThan(2e-6);
    }
    expect(Math.max(...kernel.buffers.gradients.map(Math.abs))).toBeGreaterThan(0.01);
  });

  it('keeps kernels as (row, column, channel, filter) and then the biases of the filters', () => {
    const net = [{ filters: 3, size: 2 }, { pool: 2 }, 4];
    const { layers } = imageNetwork(image, net, 2, {
      activation: 'relu',
      range: 'moving',
      quantizedKernel: true,
    });
    expect(layers.map(({ units }) => units)).toEqual([7 * 6 * 3, 3 * 3 * 3, 4, 2]);
    expect(parameterPlaces(layers)).toEqual([
      { kernel: 0, bias: 24, end: 27 },
      { kernel: 27, bias: 27, end: 27 },
      { kernel: 27, bias: 135, end: 139 },
      { kernel: 139, bias: 147, end: 149 },
    ]);
  });

  it('gives the bits it gives alone to a sample in a batch, wherever it stands', () => {
    const quantizer = { activation: 'relu', range: 'fixed', quantizedKernel: true } as const;
    const spec = imageNetwork(image, [{ filters: 3, size: 3 }, { pool: 2 }, 4], 3, quantizer, { bits: 5 });
    const { data, kernel } = started(spec, 9, 2);
    const logits = kernel.outputs('logits');
    for (const s of [0, 4, 8]) {
      const { features, inputs } = data;
      const alone = { ...data, samples: 1, inputs: inputs.slice(s * features, (s + 1) * features) };
      const single = new ScalarKernel(spec, alone);
      single.buffers.parameters.set(kernel.buffers.parameters);
      expect(single.outputs('logits')).toEqual(logits.slice(3 * s, 3 * s + 3));
    }
  });
});

describe('the order of sums in a convolution', () => {
  const cases = fc.record({
    size: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 3, max: 5 }),
    width: fc.integer({ min: 3, max: 5 }),
    channels: fc.integer({ min: 1, max: 2 }),
    filters: fc.integer({ min: 1, max: 3 }),
    n: fc.integer({ min: 1, max: 19 }),
    seed: fc.integer(),
  });

  /** Sums written out over lists of products, as the docstrings have them. */
  it('is upward as documented, to the bit', () => {
    fc.assert(
      fc.property(cases, ({ size, filters, n, seed, ...rest }) => {
        const shape: Convolution = { kind: 'convolution', image: rest, size, filters };
        const rows = rest.height - size + 1;
        const columns = rest.width - size + 1;
        const next = random(seed);
        const draw = (length: number) => Float32Array.from({ length }, () => 2 * next() - 1);
        const x = draw(rest.height * rest.width * rest.channels * n);
        const dz = draw(rows * columns * filters * n);
        const kernel = draw(size * size * rest.channels * filters);
        const bias = draw(filters);
        const xAt = (r: number, c: number, k: number, s: number) =>
          x[((r * rest.width + c) * rest.channels + k) * n + s]!;
        const dzAt = (r: number, c: number, f: number, s: number) =>
          dz[((r * columns + c) * filters + f) * n + s]!;
        const wAt = (i: number, j: number, k: number, f: number) =>
          kernel[((i * size + j) * rest.channels + k) * filters + f]!;
        const upward = (products: number[]) => products.reduce((sum, product) => f32(sum + f32(product)), 0);
        const each = (...ends: number[]): number[][] =>
          ends.reduce<number[][]>(
            (lists, end) => lists.flatMap((list) => Array.from({ length: end }, (_, i) => [...list, i])),
            [[]],
          );

        const a = new Float32Array(dz.length);
        finish(forwardConvolution(shape, 'linear', kernel, bias, x, n, a, null));
        for (const [r = 0, c = 0, f = 0, s = 0] of each(rows, columns, filters, n)) {
          const terms = each(size, size, rest.channels).map(
            ([i = 0, j = 0, k = 0]) => wAt(i, j, k, f) * xAt(r + i, c + j, k, s),
          );
          expect(a[((r * columns + c) * filters + f) * n + s]).toBe(f32(upward(terms) + bias[f]!));
        }

        const dx = new Float32Array(x.length);
        finish(convolutionInputGradient(shape, kernel, dz, n, dx));
        for (const [r = 0, c = 0, k = 0, s = 0] of each(rest.height, rest.width, rest.channels, n)) {
          const terms = each(size, size, filters)
            .filter(([i = 0, j = 0]) => r - i >= 0 && r - i < rows && c - j >= 0 && c - j < columns)
            .map(([i = 0, j = 0, f = 0]) => wAt(i, j, k, f) * dzAt(r - i, c - j, f, s));
          expect(dx[((r * rest.width + c) * rest.channels + k) * n + s]).toBe(upward(terms));
        }

        const dKernel = new Float32Array(kernel.length);
        const dBias = new Float32Array(filters);
        finish(convolutionGradients(shape, x, dz, n, dKernel, dBias));
        const overSamples = (share: (s: number) => number): number => {
          const parts = Array.from({ length: 8 }, (_, p) =>
            upward(
              Array.from({ length: n }, (__, s) => s)
                .filter((s) => s % 8 === p)
                .map(share),
            ),
          );
          const pairs = [0, 1, 2, 3].map((p) => f32(parts[p]! + parts[p + 4]!));
          return f32(f32(pairs[0]! + pairs[2]!) + f32(pairs[1]! + pairs[3]!));
        };
        for (const [i = 0, j = 0, k = 0, f = 0] of each(size, size, rest.channels, filters)) {
          const expected = overSamples((s) =>
            upward(each(rows, columns).map(([r = 0, c = 0]) => xAt(r + i, c + j, k, s) * dzAt(r, c, f, s))),
          );
          expect(dKernel[((i * size + j) * rest.channels + k) * filters + f]).toBe(expected);
        }
        for (let f = 0; f < filters; f++) {
          const share = (s: number) => upward(each(rows, columns).map(([r = 0, c = 0]) => dzAt(r, c, f, s)));
          expect(dBias[f]).toBe(overSamples(share));
        }
      }),
      { numRuns: 20 },
    );
  });
});
