import type { LayerSpec, NetworkSpec, Samples } from '../../../src/core/kernel.ts';

/** A small generator of its own, so that a failing case prints one number. */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let t = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    t = Math.imul(t ^ (t >>> 15), 0x735a2d97);
    return ((t ^ (t >>> 15)) >>> 0) / 4294967296;
  };
}

/** Samples with features in -1 ... 1 and random classes. */
export function randomSamples(
  samples: number,
  features: number,
  classes: number,
  seed: number,
): Samples & { readonly inputs: Float32Array } {
  const next = random(seed);
  return {
    samples,
    features,
    classes,
    inputs: Float32Array.from({ length: samples * features }, () => Math.fround(2 * next() - 1)),
    labels: Uint8Array.from({ length: samples }, () => Math.floor(next() * classes)),
    isTest: new Uint8Array(samples),
  };
}

/** A network, in float unless said otherwise, of layers that share their quantizer. */
export function smallNetwork(
  widths: readonly number[],
  layer: Pick<LayerSpec, 'activation' | 'range' | 'quantizedKernel'>,
  settings: Partial<NetworkSpec> = {},
): NetworkSpec {
  const layers = widths.slice(1).map((units, index): LayerSpec => {
    const isLast = index === widths.length - 2;
    return {
      ...layer,
      shape: { kind: 'dense' },
      inputs: widths[index] ?? 0,
      units,
      activation: isLast ? 'softmax' : layer.activation,
    };
  });
  return {
    layers,
    bits: 'float',
    decay: 0.999,
    start: [-6, 6],
    fixed: [-1, 1],
    optimizer: 'sgd',
    rate: 0,
    momentum: 0,
    batch: 16,
    ...settings,
  };
}
