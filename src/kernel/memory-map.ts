import { activationNames } from '../core/network/activations.ts';
import { parameterPlaces, type LayerSpec, type NetworkSpec, type Samples } from '../core/kernel.ts';
import type { KernelExports } from './exports.ts';

/** Bytes of a layer record (assembly/layer.ts names its fields in the same order). */
export const recordBytes = 132;

const rules = ['', 'batch', 'moving', 'last', 'fixed'];

/** Bytes from a record's start, as in assembly/layer.ts. */
export const at = {
  inputs: 0,
  units: 4,
  activation: 8,
  rule: 12,
  quantizedKernel: 16,
  qMax: 20,
  rate: 24,
  kernel: 28,
  bias: 32,
  usedKernel: 36,
  dKernel: 40,
  dBias: 44,
  ranges: 48,
  x: 52,
  a: 56,
  dz: 60,
  quantized: 64,
  g: 68,
  extremes: 128,
} as const;
/** Two f32 that a forward pass leaves: the activation range in use. */
export const lowAt = 72;
export const highAt = 76;

/** Rows of n samples: padded to whole blocks of 32; the stride keeps rows off each other's cache sets. */
export interface Rows {
  readonly bytes: number;
  readonly stride: number;
}

export function rowsOf(n: number): Rows {
  const bytes = Math.ceil(n / 32) * 128;
  return { bytes, stride: bytes + 64 };
}

/** Addresses of everything; all shapes are in the comments. */
export interface MemoryMap {
  /** layers x recordBytes. */
  readonly layers: number;
  /** Flat f32 arrays, `parameterBytes` each (a multiple of 16). */
  readonly parameters: number;
  readonly gradients: number;
  readonly moment1: number;
  readonly moment2: number;
  readonly parameterBytes: number;
  /** f32 (layers, 4). */
  readonly ranges: number;
  /** f32 (samples, features); i32 (samples); i32 (samples), 1 = test. */
  readonly inputs: number;
  readonly labels: number;
  readonly flags: number;
  /** u32 (samples): sample numbers of a batch. */
  readonly order: number;
  /** Training: rows of a batch, features of them, and one row each (probabilities: classes rows). */
  readonly batch: Rows;
  readonly x: number;
  readonly batchLabels: number;
  readonly probabilities: number;
  readonly losses: number;
  readonly hits: number;
  /** Measuring: rows of all samples. */
  readonly all: Rows;
  readonly allX: number;
  readonly allA: number;
  /** Two sets of rows, by turns a layer's input and its quantized output. */
  readonly allQuantized: readonly [number, number];
  readonly allProbabilities: number;
  readonly allLosses: number;
  readonly allHits: number;
  readonly codes: number;
  readonly words: number;
  readonly hashes: number;
  /** u32 (slots), (samples), (samples), (samples * classes), (samples + 1), (2 * samples). */
  readonly table: number;
  readonly slots: number;
  readonly firsts: number;
  readonly counts: number;
  readonly joint: number;
  readonly histogram: number;
  readonly pairs: number;
  /** u8 (2^bits + 1): levels in use. */
  readonly used: number;
}

/** Lays out the memory of one network, reserves it and writes the layer records. */
export function layOut(wasm: KernelExports, spec: NetworkSpec, data: Samples): MemoryMap {
  let next = wasm.heapBase();
  const take = (bytes: number): number => {
    const address = next;
    next += Math.ceil(bytes / 64) * 64;
    return address;
  };
  const { layers, bits } = spec;
  const { samples, features, classes } = data;
  const batch = rowsOf(spec.batch);
  const all = rowsOf(samples);
  const widest = Math.max(...layers.map((layer) => layer.units));
  const size = parameterPlaces(layers).at(-1)?.end ?? 0;
  const parameterBytes = Math.ceil(size / 4) * 16;
  let slots = 1;
  while (slots < 2 * samples) slots *= 2;

  const map: MemoryMap = {
    layers: take(layers.length * recordBytes),
    parameters: take(parameterBytes),
    gradients: take(parameterBytes),
    moment1: take(parameterBytes),
    moment2: take(parameterBytes),
    parameterBytes,
    ranges: take(layers.length * 16),
    inputs: take(4 * samples * features),
    labels: take(all.bytes),
    flags: take(4 * samples),
    order: take(4 * samples),
    batch,
    x: take(features * batch.stride),
    batchLabels: take(batch.bytes),
    probabilities: take(classes * batch.stride),
    losses: take(batch.bytes),
    hits: take(batch.bytes),
    all,
    allX: take(features * all.stride),
    allA: take(widest * all.stride),
    allQuantized: [take(widest * all.stride), take(widest * all.stride)],
    allProbabilities: take(classes * all.stride),
    allLosses: take(all.bytes),
    allHits: take(all.bytes),
    codes: take(widest * all.stride),
    words: take(widest * all.stride),
    hashes: take(all.bytes),
    table: take(4 * slots),
    slots,
    firsts: take(4 * samples),
    counts: take(4 * samples),
    joint: take(4 * samples * classes),
    histogram: take(4 * (samples + 1)),
    pairs: take(8 * samples),
    used: take(bits === 'float' ? 0 : (1 << bits) + 16),
  };
  const records = layers.map((layer, index) => {
    const own = rowsOfLayer(layer, bits === 'float', batch.stride, take);
    const used = isKernelQuantized(spec, layer) ? take(4 * layer.inputs * layer.units) : null;
    return { layer, index, own, used };
  });
  wasm.reserve(next);

  const places = parameterPlaces(layers);
  const view = new DataView(wasm.memory.buffer);
  let x = map.x;
  for (const { layer, index, own, used } of records) {
    const record = map.layers + index * recordBytes;
    const place = places[index]!;
    const int = (offset: number, value: number): void => view.setUint32(record + offset, value, true);
    int(at.inputs, layer.inputs);
    int(at.units, layer.units);
    int(at.activation, activationNames.indexOf(layer.activation === 'softmax' ? 'linear' : layer.activation));
    int(at.rule, bits === 'float' ? 0 : rules.indexOf(layer.range));
    int(at.quantizedKernel, used === null ? 0 : 1);
    view.setFloat32(record + at.qMax, bits === 'float' ? 0 : (1 << bits) - 1, true);
    view.setFloat32(record + at.rate, 1 - spec.decay, true);
    int(at.kernel, map.parameters + 4 * place.kernel);
    int(at.bias, map.parameters + 4 * place.bias);
    int(at.usedKernel, used ?? map.parameters + 4 * place.kernel);
    int(at.dKernel, map.gradients + 4 * place.kernel);
    int(at.dBias, map.gradients + 4 * place.bias);
    int(at.ranges, map.ranges + 16 * index);
    int(at.x, x);
    int(at.a, own.a);
    int(at.dz, own.dz);
    int(at.quantized, own.quantized);
    int(at.g, own.g);
    int(at.extremes, own.extremes);
    x = own.quantized;
  }
  return map;
}

const isKernelQuantized = (spec: NetworkSpec, layer: LayerSpec): boolean =>
  layer.quantizedKernel && spec.bits !== 'float';

/** A layer's rows in training; a float network's activations are their own quantized form. */
function rowsOfLayer(
  layer: LayerSpec,
  isFloat: boolean,
  stride: number,
  take: (bytes: number) => number,
): { a: number; dz: number; quantized: number; g: number; extremes: number } {
  const a = take(layer.units * stride);
  const dz = take(layer.units * stride);
  const quantized = isFloat ? a : take(layer.units * stride);
  return { a, dz, quantized, g: take(layer.units * stride), extremes: take(layer.units * 32) };
}
