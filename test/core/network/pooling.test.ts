import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/finish.ts';
import {
  firstLargest,
  maxPool,
  poolingInputGradient,
  type Pooling,
} from '../../../src/core/network/pooling.ts';
import { layerCodes } from '../../../src/core/information/codes.ts';
import { layerLevels } from '../../../src/core/quantization/layer-quantization.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { imageNetwork } from './image-network.ts';
import { random, randomSamples } from './small-network.ts';

const shape: Pooling = { kind: 'pooling', image: { height: 5, width: 5, channels: 1 }, size: 2 };

/** One image, row by row. */
const picture = Float32Array.of(
  ...[1, 2, 0, 0, 9],
  ...[3, 3, 0, 0, 9],
  ...[-4, -1, 5, 4, 9],
  ...[-2, -1, 5, 5, 9],
  ...[9, 9, 9, 9, 9],
);

describe('max pooling', () => {
  it('takes the largest of each field; an odd last row and column are dropped', () => {
    expect([...maxPool(shape, picture, 1)]).toEqual([3, 0, -1, 5]);
  });

  it('sends the gradient to the first of equal largest values, row by row, and none to what is dropped', () => {
    expect([...firstLargest(shape, picture, 1)]).toEqual([5, 2, 11, 12]);
    const dx = poolingInputGradient(shape, picture, Float32Array.of(0.1, 0.2, -0.3, 0.4), 1);
    const expected = new Float32Array(25);
    expected.set([0.2], 2);
    expected.set([0.1], 5);
    expected.set([-0.3, 0.4], 11);
    expect(dx).toEqual(expected);
  });

  it('keeps channels and samples apart', () => {
    const two: Pooling = { kind: 'pooling', image: { height: 2, width: 2, channels: 2 }, size: 2 };
    // (row, column, channel, sample)
    const x = Float32Array.of(1, 8, 5, 4, 2, 7, 6, 3, 3, 6, 7, 2, 4, 5, 8, 1);
    expect([...maxPool(two, x, 2)]).toEqual([4, 8, 8, 4]);
  });

  it.each([2, 3, 4])('of quantized values has the maxima of the codes, %d x %d', (size) => {
    const own: Pooling = { kind: 'pooling', image: { height: 9, width: 8, channels: 2 }, size };
    const next = random(size);
    const a = Float32Array.from({ length: 9 * 8 * 2 * 7 }, () => 3 * next() - 1.5);
    const levels = layerLevels([-1, 1.2], 3);
    const pooledFirst = layerCodes(maxPool(own, a, 7), levels);
    expect(maxPool(own, layerCodes(a, levels), 7)).toEqual(pooledFirst);
  });

  it('keeps range and levels of the layer before, in a step and in a measurement', () => {
    const image = { height: 6, width: 6, channels: 1 };
    const quantizer = { activation: 'relu', range: 'moving', quantizedKernel: true } as const;
    const settings = { bits: 4, decay: 0.5, rate: 0.1, batch: 20 } as const;
    const spec = imageNetwork(image, [{ filters: 2, size: 3 }, { pool: 2 }, 3], 2, quantizer, settings);
    const data = randomSamples(40, 36, 2, 5);
    const kernel = new ScalarKernel(spec, data);
    const { ranges, parameters } = kernel.buffers;
    expect([...ranges.subarray(4, 8)]).toEqual([0, 0, -6, 6]);
    const next = random(6);
    parameters.forEach((_, i) => (parameters[i] = 2 * next() - 1));
    const order = Uint32Array.from({ length: 40 }, (_, s) => s);
    for (const from of [0, 20, 0]) finish(kernel.step(order, from, from + 20));
    expect(ranges[3]).not.toBe(6);
    expect([...ranges.subarray(4, 8)]).toEqual([0, 0, ranges[2], ranges[3]]);
    const [convolution, pooled] = finish(kernel.measure()).rows;
    expect([pooled?.low, pooled?.high]).toEqual([convolution?.low, convolution?.high]);
    expect(pooled?.levels).toBeLessThanOrEqual(convolution?.levels ?? NaN);
    const before = new Set(kernel.outputs(0));
    for (const value of kernel.outputs(1)) expect(before.has(value)).toBe(true);
  });
});
