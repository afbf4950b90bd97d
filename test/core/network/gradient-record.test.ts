import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayerSpec } from '../../../src/core/kernel.ts';
import {
  addGradients,
  GradientRecord,
  gradientStatistics,
  weightNorms,
} from '../../../src/core/network/gradient-record.ts';

const layer = (inputs: number, units: number): LayerSpec => ({
  shape: { kind: 'dense' },
  inputs,
  units,
  activation: 'tanh',
  range: 'batch',
  quantizedKernel: false,
});
/** Kernels of 6 and 4 weights, with 2 biases each. */
const layers = [layer(3, 2), layer(2, 2)];
const size = 6 + 2 + 4 + 2;
const kernels = [
  [0, 6],
  [8, 12],
] as const;

function recordOf(batches: readonly Float32Array[]): GradientRecord {
  const record = new GradientRecord(new Float64Array(size), new Float64Array(size));
  record.begin();
  for (const gradients of batches) addGradients(record, gradients);
  return record;
}

const gradients = fc
  .array(fc.float({ noNaN: true, min: -4, max: 4 }), { minLength: size, maxLength: size })
  .map((values) => Float32Array.from(values));

describe('the statistics of gradients', () => {
  it('are the norms of mean and standard deviation over the batches, weight by weight, of kernels alone', () => {
    fc.assert(
      fc.property(fc.array(gradients, { minLength: 2, maxLength: 9 }), (batches) => {
        const n = batches.length;
        const found = gradientStatistics(recordOf(batches), layers);
        for (const [l, [from, to]] of kernels.entries()) {
          let ofMeans = 0;
          let ofVariances = 0;
          for (let i = from; i < to; i++) {
            const mean = batches.reduce((sum, batch) => sum + batch[i]!, 0) / n;
            ofMeans += mean ** 2;
            // In two passes, where the record has one.
            ofVariances += batches.reduce((sum, batch) => sum + (batch[i]! - mean) ** 2, 0) / n;
          }
          expect(found[l]!.mean).toBeCloseTo(Math.sqrt(ofMeans), 9);
          expect(found[l]!.deviation).toBeCloseTo(Math.sqrt(ofVariances), 6);
        }
      }),
    );
  });

  it('have no deviation where there is one batch, as with full batches', () => {
    const [first] = gradientStatistics(recordOf([new Float32Array(size).fill(0.5)]), layers);
    expect(first).toEqual({ mean: Math.sqrt(6 * 0.25), deviation: NaN });
  });

  it('are none where nothing was recorded, and of pooling', () => {
    const nothing = { mean: NaN, deviation: NaN };
    expect(gradientStatistics(recordOf([]), layers)).toEqual([nothing, nothing]);
    const image = { height: 2, width: 2, channels: 1 };
    const pooling: LayerSpec = { ...layer(4, 1), shape: { kind: 'pooling', image, size: 2 } };
    expect(gradientStatistics(recordOf([new Float32Array(size)]), [pooling])).toEqual([nothing]);
    expect(weightNorms(new Float32Array(), [pooling])).toEqual([NaN]);
  });

  it('begin anew with the next epoch', () => {
    const record = recordOf([new Float32Array(size).fill(3)]);
    record.end();
    expect(record.isOn).toBe(false);
    record.begin();
    addGradients(record, new Float32Array(size).fill(0.5));
    expect(gradientStatistics(record, layers)[1]!.mean).toBe(1);
  });
});

describe('the norm of weights', () => {
  it('is the root of the sum of squares of a kernel, without its biases', () => {
    const parameters = Float32Array.of(3, 0, 0, 0, 4, 0, 100, 100, 1, 1, 1, -1, 100, 100);
    expect(weightNorms(parameters, layers)).toEqual([5, 2]);
  });
});
