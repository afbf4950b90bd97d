import type { LayerSpec, NetworkSpec } from '../kernel.ts';
import { sumOverSamples } from '../network/sum.ts';
import { levelsOf, passes, quantize, type Levels } from './fake-quantization.ts';
import { movingAverage, withZero } from './moving-range.ts';

const f32 = Math.fround;

export type Range = readonly [min: number, max: number];

/** Smallest and largest of an array, -0 as 0; NaN is passed over (a run stops at it, see Run). */
export function extremes(values: Float32Array): Range {
  let min = Infinity;
  let max = -Infinity;
  for (const v of values) {
    min = v < min ? v : min;
    max = max < v ? v : max;
  }
  return [min + 0, max + 0];
}

/** Smallest and largest of two arrays together. */
export const joined = (one: Range, other: Range): Range => [
  Math.min(one[0], other[0]),
  Math.max(one[1], other[1]),
];

/**
 * What is done with a layer: a training step, a measurement, one before the first step, or `calibrate`, which gives
 * moving ranges their start.
 */
export type PassMode = 'train' | 'measure' | 'measure before training' | 'calibrate';

/** Does nextRange look at what is seen? If not, the range is known before the layer's activations are. */
export function isRangeSeen({ range }: LayerSpec, mode: PassMode): boolean {
  switch (range) {
    case 'batch':
      return true;
    case 'fixed':
      return false;
    case 'last':
      return mode !== 'measure';
    case 'moving':
      return mode === 'train' || mode === 'calibrate';
  }
}

/** What the range rule makes of a layer's smallest and largest activations, and of the range it had. */
export function nextRange(
  layer: LayerSpec,
  spec: Pick<NetworkSpec, 'decay' | 'fixed'>,
  old: Range,
  seen: Range,
  mode: PassMode,
): Range {
  switch (layer.range) {
    case 'batch':
      return seen;
    case 'fixed':
      return [f32(spec.fixed[0]), f32(spec.fixed[1])];
    case 'last':
      // Before the first step no batch was seen: the data's own range stands in.
      return isRangeSeen(layer, mode) ? withZero(...seen) : old;
    case 'moving': {
      if (!isRangeSeen(layer, mode)) return old;
      const now = withZero(...seen);
      if (mode === 'calibrate') return now;
      return [movingAverage(old[0], now[0], spec.decay), movingAverage(old[1], now[1], spec.decay)];
    }
  }
}

/** Where a layer's range starts, before any step; with `data` nowhere, until `calibrate` sets it. */
export function startRange(layer: LayerSpec, spec: Pick<NetworkSpec, 'start' | 'fixed'>): Range {
  if (layer.range === 'moving' && spec.start !== 'data') return [f32(spec.start[0]), f32(spec.start[1])];
  if (layer.range === 'fixed') return [f32(spec.fixed[0]), f32(spec.fixed[1])];
  return [0, 0];
}

/** Levels of a kernel's or a layer's range; null where the network is not quantized. */
export function layerLevels(range: Range, bits: NetworkSpec['bits']): Levels | null {
  return bits === 'float' ? null : levelsOf(range[0], range[1], bits);
}

export const quantizeAll = (values: Float32Array, levels: Levels | null): Float32Array =>
  levels ? values.map((v) => quantize(v, levels)) : values.slice();

/**
 * The gradient by z from g, the gradient by the quantized activations; a and derivative (units, n) as in forwardDense.
 *
 * It passes where a lies on the levels' range. Under the rule `batch` what falls below the range goes, summed over
 * units and samples, to the elements equal to the smallest, in equal parts; what lies above to the largest.
 */
export function gradientThroughQuantizer(
  layer: LayerSpec,
  levels: Levels | null,
  range: Range,
  a: Float32Array,
  derivative: Float32Array,
  g: Float32Array,
  n: number,
): Float32Array {
  if (!levels || levels.kind !== 'levels') return g.map((value, index) => f32(value * derivative[index]!));
  const [min, max] = range;
  const throughRange = layer.range === 'batch';
  let toMin = 0;
  let toMax = 0;
  if (throughRange) {
    let atMin = 0;
    let atMax = 0;
    for (let j = 0; j < layer.units; j++) {
      toMin = f32(toMin + sumOverSamples(n, (s) => (a[j * n + s]! < levels.lo ? g[j * n + s]! : 0)));
      toMax = f32(toMax + sumOverSamples(n, (s) => (a[j * n + s]! > levels.hi ? g[j * n + s]! : 0)));
    }
    for (const v of a) {
      if (v === min) atMin++;
      if (v === max) atMax++;
    }
    toMin = f32(toMin / atMin);
    toMax = f32(toMax / atMax);
  }
  return g.map((value, index) => {
    const v = a[index]!;
    let sum = passes(v, levels) ? value : 0;
    if (throughRange) {
      sum = f32(sum + (v === min ? toMin : 0));
      sum = f32(sum + (v === max ? toMax : 0));
    }
    return f32(sum * derivative[index]!);
  });
}
