import {
  isByteInputs,
  parameterPlaces,
  type LayerSpec,
  type NetworkSpec,
  type Samples,
} from '../core/kernel.ts';
import type { KernelExports } from './exports.ts';
import { isKernelQuantized, kindOf, recordBytes, writeRecords, type LayerPlaces } from './layer-records.ts';

/** Rows of n samples: padded to whole blocks of 32; the stride keeps rows off each other's cache sets. */
export interface Rows {
  readonly bytes: number;
  readonly stride: number;
}

export function rowsOf(n: number): Rows {
  const bytes = Math.ceil(n / 32) * 128;
  return { bytes, stride: bytes + 64 };
}

/** Codes in a word of a code vector, of layers and of the output on the study's grid, which has 2^bits + 1 codes. */
export function codesPerWord(bits: NetworkSpec['bits']): { readonly layers: number; readonly grid: number } {
  if (bits === 'float') return { layers: 1, grid: 1 };
  return { layers: bits <= 8 ? 4 : 2, grid: bits > 15 ? 1 : bits > 7 ? 2 : 4 };
}

/** Bytes of a code vector. */
export const vectorBytes = (units: number, perWord: number): number => 4 * Math.ceil(units / perWord);

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
  /** f64, of as many numbers each: sums of gradients and of their squares. */
  readonly gradientSums: number;
  readonly gradientSquares: number;
  /** f32 (layers, 4). */
  readonly ranges: number;
  /** f32 (samples, features), or null where inputs are bytes: see SparseInputs. */
  readonly inputs: number | null;
  readonly starts: number;
  readonly entries: number;
  readonly values: number;
  /** i32 (samples, padded); i32 (samples), 1 = test. */
  readonly labels: number;
  /** Those that are trained on and scored, i32 (samples), padded alike; the same place where they are the same. */
  readonly given: number;
  readonly flags: number;
  /** u32 (samples): sample numbers of a batch; 0, 1, 2, ... */
  readonly order: number;
  readonly everyone: number;
  /** Training: rows of a batch, features of them (none for a sparse first layer), and one row each (probabilities: classes rows). */
  readonly batch: Rows;
  readonly x: number;
  readonly batchLabels: number;
  readonly probabilities: number;
  readonly losses: number;
  readonly hits: number;
  /** A sparse first layer: f32 (batch, units padded), (8, features, units padded), (4, units padded). */
  readonly columns: number;
  readonly planes: number;
  readonly sums: number;
  /** f32 (4, features): where inputs are bytes, those of four samples. */
  readonly spread: number;
  /** f32 (3, largest side of a kernel, 48): sums of a convolution's gradients. */
  readonly shares: number;
  /** Measuring goes in parts of so many samples: rows of a part. */
  readonly part: number;
  readonly partRows: Rows;
  readonly partX: number;
  readonly partLabels: number;
  readonly partA: number;
  readonly partCodes: number;
  /** Two sets of rows, by turns a layer's input and its quantized output. */
  readonly partQuantized: readonly [number, number];
  /** Two v128: extremes of a layer over the parts. */
  readonly seen: number;
  /** Rows of all samples: quantized logits, their softmax (classes rows each), losses and hits. */
  readonly all: Rows;
  readonly allLogits: number;
  readonly allProbabilities: number;
  readonly allLosses: number;
  readonly allHits: number;
  /** Code vectors of all samples, by turns of a layer and of the next. */
  readonly vectors: readonly [number, number];
  readonly hashes: number;
  /** u64 (slots); u32 (samples), (samples), (samples * classes), (samples + 1), (2 * samples). */
  readonly table: number;
  readonly slots: number;
  readonly firsts: number;
  readonly counts: number;
  readonly joint: number;
  readonly histogram: number;
  readonly pairs: number;
  /** u8 (2^bits + 1): levels in use. */
  readonly used: number;
  /** Reading by other rulers: f64 (mostEdges); two f32, the smallest and largest output. */
  readonly edges: number;
  readonly ends: number;
  /** Of a layer with few levels: f32 (fewLevels), their values, and i32 (fewLevels), the codes that a ruler gives them. */
  readonly levelValues: number;
  readonly levelCodes: number;
}

/** Edges of bins that a ruler can have. */
export const mostEdges = 4096;

/** Levels of which a ruler may read each once, in place of the samples' values. */
export const fewLevels = 256;

/** Samples that are measured at once if they are all: more take parts, whose size suits the cache. */
const fewSamples = 4096;

function partOf(samples: number, widest: number): number {
  if (samples <= fewSamples) return samples;
  return widest > 256 ? 256 : 1024;
}

/**
 * Lays out the memory of one network, reserves it and writes the layer records.
 *
 * @param entryCount inputs that are not zero, where inputs are bytes
 * @param part samples measured at once, a multiple of 32 or all of them
 * @param rereads make room for reading by other rulers (rereading.ts)
 * @throws RangeError if there is not so much memory
 */
export function layOut(
  wasm: KernelExports,
  spec: NetworkSpec,
  data: Samples,
  entryCount = 0,
  part?: number,
  rereads = false,
): MemoryMap {
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
  const ofPart = Math.min(samples, part ?? partOf(samples, widest));
  const partRows = rowsOf(ofPart);
  const size = parameterPlaces(layers).at(-1)?.end ?? 0;
  const parameterBytes = Math.ceil(size / 4) * 16;
  const isBytes = isByteInputs(data.inputs);
  const first = layers[0]!;
  const isSparse = kindOf(first, 0, data) === 'sparse';
  const paddedUnits = 16 * Math.ceil(first.units / 4);
  let slots = 1;
  while (slots < 1.5 * samples) slots *= 2;

  const perWord = codesPerWord(bits);
  const bytesOf = layers.map((layer) => vectorBytes(layer.units, perWord.layers));
  bytesOf.push(vectorBytes(classes, perWord.grid));
  // Another ruler's vectors of a layer, of two bytes a unit, stand where the next layer's own will.
  for (const [index, { units }] of rereads ? layers.entries() : []) {
    bytesOf[index + 1] = Math.max(bytesOf[index + 1]!, vectorBytes(units, 2));
  }
  const vectorsOf = (parity: number): number =>
    take((all.bytes / 4) * Math.max(...bytesOf.filter((_, index) => index % 2 === parity)));

  const labels = take(all.bytes);
  const map: MemoryMap = {
    layers: take(layers.length * recordBytes),
    parameters: take(parameterBytes),
    gradients: take(parameterBytes),
    moment1: take(parameterBytes),
    moment2: take(parameterBytes),
    parameterBytes,
    gradientSums: take(2 * parameterBytes),
    gradientSquares: take(2 * parameterBytes),
    ranges: take(layers.length * 16),
    inputs: isBytes ? null : take(4 * samples * features),
    starts: take(isBytes ? 4 * (samples + 1) : 0),
    entries: take(4 * entryCount),
    values: take(isBytes ? 1024 : 0),
    labels,
    given: data.given ? take(all.bytes) : labels,
    flags: take(4 * samples),
    order: take(4 * samples),
    everyone: take(4 * samples),
    batch,
    x: isSparse ? 0 : take(features * batch.stride),
    batchLabels: take(batch.bytes),
    probabilities: take(classes * batch.stride),
    losses: take(batch.bytes),
    hits: take(batch.bytes),
    columns: take(isSparse ? (batch.bytes / 4) * paddedUnits : 0),
    planes: take(isSparse ? 8 * features * paddedUnits : 0),
    sums: take(isSparse ? 4 * paddedUnits : 0),
    spread: take(isBytes ? 16 * features : 0),
    shares: take(
      576 * Math.max(0, ...layers.map(({ shape }) => (shape.kind === 'convolution' ? shape.size : 0))),
    ),
    part: ofPart,
    partRows,
    partX: isSparse ? 0 : take(features * partRows.stride),
    partLabels: take(partRows.bytes),
    partA: take(widest * partRows.stride),
    partCodes: take(widest * partRows.stride),
    partQuantized: [take(widest * partRows.stride), take(widest * partRows.stride)],
    seen: take(32),
    all,
    allLogits: take(classes * all.stride),
    allProbabilities: take(classes * all.stride),
    allLosses: take(all.bytes),
    allHits: take(all.bytes),
    vectors: [vectorsOf(0), vectorsOf(1)],
    hashes: take(all.bytes),
    table: take(8 * slots),
    slots,
    firsts: take(4 * samples),
    counts: take(4 * samples),
    joint: take(4 * samples * classes),
    histogram: take(4 * (samples + 1)),
    pairs: take(8 * samples),
    used: take(bits === 'float' ? 0 : (1 << bits) + 16),
    edges: take(8 * mostEdges),
    ends: take(8),
    levelValues: take(rereads ? 4 * fewLevels : 0),
    levelCodes: take(rereads ? 4 * fewLevels : 0),
  };
  const places = layers.map((layer) => placesOf(layer, spec, batch.stride, take));
  if (wasm.reserve(next) === 0) {
    throw new RangeError(
      `This network and batch need ${Math.ceil(next / 1e6)} MB of memory, which is not to be had.`,
    );
  }
  writeRecords(new DataView(wasm.memory.buffer), spec, map, places);
  return map;
}

/** A layer's rows in training; what is not quantized is its own quantized form. */
function placesOf(
  layer: LayerSpec,
  spec: NetworkSpec,
  stride: number,
  take: (bytes: number) => number,
): LayerPlaces {
  const { shape, units } = layer;
  const isPooling = shape.kind === 'pooling';
  const a = take(units * stride);
  const quantized = spec.bits === 'float' || isPooling ? a : take(units * stride);
  const { kernel, bias } = parameterPlaces([layer])[0]!;
  return {
    a,
    dz: take(isPooling ? 0 : units * stride),
    quantized,
    g: take(units * stride),
    extremes: take(units * 32),
    used: isKernelQuantized(spec, layer) ? take(4 * (bias - kernel)) : null,
  };
}
