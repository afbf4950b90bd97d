import { describe, expect, it } from 'vitest';
import type { LayerSpec } from '../../../src/core/kernel.ts';
import {
  extremes,
  gradientThroughQuantizer,
  layerLevels,
  nextRange,
  startRange,
} from '../../../src/core/quantization/layer-quantization.ts';

const layer = (range: LayerSpec['range']): LayerSpec => ({
  shape: { kind: 'dense' },
  inputs: 1,
  units: 1,
  activation: 'linear',
  range,
  quantizedKernel: false,
});
const spec = { decay: 0.999, fixed: [-1, 2], start: [-6, 6] } as const;

/** Gradient by z of a linear unit whose outputs are `a`, from the gradient g by its quantized outputs. */
function gradient(rule: LayerSpec['range'], a: number[], range: [number, number], g: number[]): number[] {
  const ones = new Float32Array(a.length).fill(1);
  const [values, parts] = [Float32Array.from(a), Float32Array.from(g)];
  const levels = layerLevels(range, 2);
  return [...gradientThroughQuantizer(layer(rule), levels, range, values, ones, parts, a.length)];
}

describe('a range rule', () => {
  it('takes the present batch, whether training or measuring', () => {
    expect(nextRange(layer('batch'), spec, [-9, 9], [0.5, 2], 'train')).toEqual([0.5, 2]);
    expect(nextRange(layer('batch'), spec, [-9, 9], [0.5, 2], 'measure')).toEqual([0.5, 2]);
  });

  it('moves while training only', () => {
    const [low, high] = nextRange(layer('moving'), spec, [-6, 6], [0.5, 2], 'train');
    expect(low).toBeCloseTo(-5.994, 6);
    expect(high).toBeCloseTo(5.996, 6);
    expect(nextRange(layer('moving'), spec, [-6, 6], [0.5, 2], 'measure')).toEqual([-6, 6]);
  });

  it('keeps the last batch, with zero, and before any batch takes the data', () => {
    expect(nextRange(layer('last'), spec, [-9, 9], [0.5, 2], 'train')).toEqual([0, 2]);
    expect(nextRange(layer('last'), spec, [-9, 9], [0.5, 2], 'measure')).toEqual([-9, 9]);
    expect(nextRange(layer('last'), spec, [0, 0], [0.5, 2], 'measure before training')).toEqual([0, 2]);
  });

  it('takes the fixed numbers', () => {
    expect(nextRange(layer('fixed'), spec, [-9, 9], [0.5, 2], 'train')).toEqual([-1, 2]);
    expect(startRange(layer('fixed'), spec)).toEqual([-1, 2]);
    expect(startRange(layer('moving'), spec)).toEqual([-6, 6]);
  });
});

describe('the gradient through a quantizer', () => {
  it('does not go through a moving range: what is clamped gets none', () => {
    expect(gradient('moving', [-2, 0, 1, 3], [-1, 2], [1, 10, 100, 1000])).toEqual([0, 10, 100, 0]);
  });

  it("goes through a batch's range to its smallest and largest", () => {
    // 2 bits over [0.6, 3]: the levels are 0 ... 2.4, so 2.5 and 3 are above and their gradients go to the largest.
    expect(gradient('batch', [0.6, 1, 2.5, 3], [0.6, 3], [1, 10, 100, 1000])).toEqual([1, 10, 0, 1100]);
  });

  it('is shared in equal parts where several are largest', () => {
    expect(gradient('batch', [3, 1, 3, 3], [1, 3], [3, 10, 30, 300])).toEqual([111, 10, 111, 111]);
  });

  it('passes a constant layer unchanged', () => {
    expect(gradient('batch', [0.5, 0.5], [0.5, 0.5], [1, 10])).toEqual([1, 10]);
    expect(gradient('batch', [0, 0], [0, 0], [1, 10])).toEqual([1, 10]);
  });
});

describe('extremes', () => {
  it('are the smallest and largest value, a negative zero being zero', () => {
    expect(extremes(Float32Array.of(3, -0, 2))).toEqual([0, 3]);
  });
});
