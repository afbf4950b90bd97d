/**
 * The fast kernel: quantization-aware training of a network, and counting of its codes, with SIMD over samples (over
 * units where inputs are mostly zero).
 *
 * It holds no state but what its caller lays out in memory (memory-map.ts): layer records one after another, and
 * rows of samples. Small networks take a step in one call; large ones call the parts, so that the caller can breathe.
 */
import { activateRow } from './activate';
import { backwardActivation, maskKernelGradient } from './gradient';
import {
  A, ACTIVATION, BIAS, D_BIAS, D_KERNEL, DZ, EXTREMES, G, INPUTS, LEVELS, LOW, QUANTIZED, QUANTIZED_KERNEL, RANGES, TRAIN, UNITS,
  USED_KERNEL, X,
} from './layer';
import { quantizeRow, quantizeRowWithCodes } from './levels';
import { prepareKernel, settleRange } from './ranges';
import { multiplyRows, sumRow, turnFour, weighRows } from './rows';
import { softmaxGradientRows, softmaxRows } from './softmax';

export { prepareKernel, settleRange, takeExtremes, widenExtremes } from './ranges';
export { addSparseGradients, gatherSparse, sparseRows, sumPlanes, turnGradient } from './sparse';
export { binRow, recodeRow, searchRow, widthRow } from './bins';
export { densityRow } from './density';
export { convolutionGradients, convolutionInputGradient, convolveRows } from './convolution';
export { poolingInputGradient, poolRows } from './pooling';
export { backwardActivation, maskKernelGradient } from './gradient';
export { softmaxGradientRows, softmaxRows } from './softmax';
export { addGradients, addPenalty } from './learn';
export { adam, descend, descendWithMomentum } from './update';
export { countVectors, floatCodes, gridRow, histogramOf, levelsInUse, packRows, subtractSmallest, unpackRows, widen } from './count';

/** Bytes of a layer record. */
const RECORD: usize = 160;

/** Grows memory so that `bytes` can be used. Returns false where there is not so much. */
export function reserve(bytes: f64): bool {
  const pages = <i64>((bytes + 65535.0) / 65536.0);
  if (pages > 65536) return false;
  return <i32>pages <= memory.size() || memory.grow(<i32>pages - memory.size()) >= 0;
}

/** First address that is free to use. */
export function heapBase(): usize {
  return (__heap_base + 127) & ~127;
}

/**
 * Rows of x (features) and labels (i32) for the samples order[0 .. n), the last one repeated up to `bytes`. Four samples
 * a turn, and four of their features, so that whole vectors are loaded, turned and stored.
 */
export function gather(
  inputs: usize, features: i32, sampleLabels: usize, order: usize, n: i32, bytes: usize, stride: usize, x: usize,
  labels: usize,
): void {
  const last = order + (<usize>(n - 1) << 2);
  const size = <usize>features << 2;
  for (let at: usize = 0; at < bytes; at += 16) {
    const s0 = load<usize>(min(order + at, last)), s1 = load<usize>(min(order + at + 4, last));
    const s2 = load<usize>(min(order + at + 8, last)), s3 = load<usize>(min(order + at + 12, last));
    store<i32>(labels + at, load<i32>(sampleLabels + (s0 << 2)));
    store<i32>(labels + at, load<i32>(sampleLabels + (s1 << 2)), 4);
    store<i32>(labels + at, load<i32>(sampleLabels + (s2 << 2)), 8);
    store<i32>(labels + at, load<i32>(sampleLabels + (s3 << 2)), 12);
    const p0 = inputs + s0 * size, p1 = inputs + s1 * size, p2 = inputs + s2 * size, p3 = inputs + s3 * size;
    turnFour(p0, p1, p2, p3, size, x + at, stride);
  }
}

/** z, activation and (where d is not null) derivative of units from .. to of a dense layer. */
export function forwardUnits(layer: usize, x: usize, a: usize, d: usize, stride: usize, bytes: usize, from: i32, to: i32): void {
  const step = <usize>load<i32>(layer, UNITS) << 2;
  const inputs = load<i32>(layer, INPUTS);
  const kernel = load<usize>(layer, USED_KERNEL);
  const bias = load<usize>(layer, BIAS);
  weighRows(kernel, 4, step, bias, x, 1, <usize>inputs * stride, 0, stride, a, bytes, from, to);
  activateUnits(layer, a, d, stride, bytes, from, to);
}

/** Activation and (where d is not null) derivative of units from .. to, whose z is in the rows a. */
export function activateUnits(layer: usize, a: usize, d: usize, stride: usize, bytes: usize, from: i32, to: i32): void {
  const kind = load<i32>(layer, ACTIVATION);
  const extremes = load<usize>(layer, EXTREMES);
  for (let j = from; j < to; j++) {
    const row = <usize>j * stride;
    activateRow(kind, a + row, d ? d + row : 0, bytes, extremes + (<usize>j << 5));
  }
}

/** Quantized activations of all units; the layer's range must be settled. */
export function quantizeUnits(layer: usize, a: usize, quantized: usize, stride: usize, bytes: usize): void {
  if (a == quantized) return; // A float network uses its activations as they are.
  const units = load<i32>(layer, UNITS);
  for (let j = 0; j < units; j++) quantizeRow(layer + LEVELS, a + <usize>j * stride, quantized + <usize>j * stride, bytes);
}

/** The same with codes; the rows `quantized` have a stride of their own. */
export function codeUnits(
  layer: usize, a: usize, codes: usize, stride: usize, quantized: usize, quantizedStride: usize, bytes: usize,
): void {
  const units = load<i32>(layer, UNITS);
  for (let j = 0; j < units; j++) {
    quantizeRowWithCodes(layer + LEVELS, a + <usize>j * stride, quantized + <usize>j * quantizedStride, codes + <usize>j * stride, bytes);
  }
}

/** Makes a layer's range and levels those of the layer before it: pooling has none of its own. */
export function inheritLevels(layer: usize, mode: i32): void {
  memory.copy(layer + LEVELS, layer - RECORD + LEVELS, 24);
  memory.copy(layer + LOW, layer - RECORD + LOW, 8);
  if (mode == TRAIN) memory.copy(load<usize>(layer, RANGES) + 8, layer + LOW, 8);
}

/** Gradients of kernel rows from .. to, with the first of them also the bias'. */
export function parameterGradients(layer: usize, stride: usize, bytes: usize, from: i32, to: i32): void {
  const units = load<i32>(layer, UNITS);
  const dz = load<usize>(layer, DZ);
  multiplyRows(load<usize>(layer, X), load<i32>(layer, INPUTS), dz, units, stride, bytes, load<usize>(layer, D_KERNEL), from, to);
  if (from == 0) {
    const bias = load<usize>(layer, D_BIAS);
    for (let j = 0; j < units; j++) store<f32>(bias + (<usize>j << 2), sumRow(dz + <usize>j * stride, bytes));
  }
}

/** Gradient by the layer's inputs from .. to, into the rows g of the layer before. */
export function inputGradient(layer: usize, g: usize, stride: usize, bytes: usize, from: i32, to: i32): void {
  const units = load<i32>(layer, UNITS);
  const kernel = load<usize>(layer, USED_KERNEL);
  weighRows(kernel, <usize>units << 2, 4, 0, load<usize>(layer, DZ), 1, <usize>units * stride, 0, stride, g, bytes, from, to);
}

/** A whole training step but for the update: forward, loss, backward. The batch was gathered. */
export function forwardBackward(
  layers: usize, count: i32, stride: usize, n: i32, bytes: usize, labels: usize, probabilities: usize, losses: usize,
  hits: usize,
): void {
  for (let l = 0; l < count; l++) {
    const layer = layers + <usize>l * RECORD;
    prepareKernel(layer, TRAIN);
    const a = load<usize>(layer, A);
    forwardUnits(layer, load<usize>(layer, X), a, load<usize>(layer, DZ), stride, bytes, 0, load<i32>(layer, UNITS));
    settleRange(layer, TRAIN);
    quantizeUnits(layer, a, load<usize>(layer, QUANTIZED), stride, bytes);
  }
  const output = layers + <usize>(count - 1) * RECORD;
  const classes = load<i32>(output, UNITS);
  softmaxRows(load<usize>(output, QUANTIZED), classes, stride, bytes, labels, probabilities, losses, hits);
  softmaxGradientRows(probabilities, classes, stride, n, bytes, labels, load<usize>(output, G));
  for (let l = count - 1; l >= 0; l--) {
    const layer = layers + <usize>l * RECORD;
    const inputs = load<i32>(layer, INPUTS);
    backwardActivation(layer, n, stride, bytes);
    parameterGradients(layer, stride, bytes, 0, inputs);
    if (load<i32>(layer, QUANTIZED_KERNEL)) maskKernelGradient(layer);
    if (l > 0) inputGradient(layer, load<usize>(layer - RECORD, G), stride, bytes, 0, inputs);
  }
}

/** Mean of the n losses of a batch, and how many hits. Padding is taken out first. */
export function meanLoss(losses: usize, n: i32, bytes: usize): f32 {
  for (let at: usize = <usize>n << 2; at < bytes; at += 4) store<f32>(losses + at, 0);
  return sumRow(losses, bytes) / <f32>n;
}

/** Sum of i32 in a row's first n places. */
export function countHits(hits: usize, n: i32): i32 {
  let sum = 0;
  for (let s = 0; s < n; s++) sum += load<i32>(hits + (<usize>s << 2));
  return sum;
}

/** The same where the sample's test flag (i32) is `wanted`. */
export function countHitsOf(hits: usize, flags: usize, wanted: i32, n: i32): i32 {
  let sum = 0;
  for (let s = 0; s < n; s++) {
    if (load<i32>(flags + (<usize>s << 2)) == wanted) sum += load<i32>(hits + (<usize>s << 2));
  }
  return sum;
}

/** Sum in double of the losses of flagged samples, upward. */
export function sumLossesOf(losses: usize, flags: usize, n: i32): f64 {
  let sum: f64 = 0;
  for (let s = 0; s < n; s++) {
    if (load<i32>(flags + (<usize>s << 2))) sum += <f64>load<f32>(losses + (<usize>s << 2));
  }
  return sum;
}
