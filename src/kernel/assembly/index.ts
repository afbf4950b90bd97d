/**
 * The fast kernel: quantization-aware training of a dense network, and counting of its codes, with SIMD over samples.
 *
 * It holds no state but what its caller lays out in memory (memory-map.ts): layer records one after another, and
 * rows of samples. Small networks take a step in one call; large ones call the parts, so that the caller can breathe.
 */
import { activateRow } from './activate';
import { backwardActivation, maskKernelGradient } from './gradient';
import {
  A, ACTIVATION, BIAS, D_BIAS, D_KERNEL, DZ, G, INPUTS, LEVELS, QUANTIZED, QUANTIZED_KERNEL, RULE, TRAIN, UNITS,
  USED_KERNEL, X,
} from './layer';
import { quantizeRow, quantizeRowWithCodes } from './levels';
import { prepareKernel, resetExtremes, settleRange } from './ranges';
import { multiplyRows, sumRow, weighRows } from './rows';
import { softmaxGradientRows, softmaxRows } from './softmax';

export { prepareKernel, resetExtremes, settleRange } from './ranges';
export { backwardActivation, maskKernelGradient } from './gradient';
export { softmaxGradientRows, softmaxRows } from './softmax';
export { adam, descend, descendWithMomentum } from './update';
export { countVectors, floatCodes, gridRow, histogramOf, packRows, subtractSmallest, widen } from './count';

/** Bytes of a layer record. */
const RECORD: usize = 176;

/** Grows memory so that `bytes` can be used. */
export function reserve(bytes: usize): void {
  const pages = <i32>((bytes + 0xffff) >>> 16);
  if (pages > memory.size()) memory.grow(pages - memory.size());
}

/** First address that is free to use. */
export function heapBase(): usize {
  return (__heap_base + 127) & ~127;
}

/** Rows of x (features) and labels (i32) for the samples order[0 .. n), the last one repeated up to `bytes`. */
export function gather(
  inputs: usize, features: i32, sampleLabels: usize, order: usize, n: i32, bytes: usize, stride: usize, x: usize,
  labels: usize,
): void {
  const padded = <i32>(bytes >>> 2);
  for (let s = 0; s < padded; s++) {
    const sample = load<i32>(order + (<usize>min(s, n - 1) << 2));
    let from = inputs + ((<usize>sample * features) << 2);
    let to = x + (<usize>s << 2);
    store<i32>(labels + (<usize>s << 2), load<i32>(sampleLabels + (<usize>sample << 2)));
    for (let i = 0; i < features; i++) {
      store<f32>(to, load<f32>(from));
      from += 4;
      to += stride;
    }
  }
}

/** z, activation and (where d is not null) derivative of units from .. to. */
export function forwardUnits(layer: usize, x: usize, a: usize, d: usize, stride: usize, bytes: usize, from: i32, to: i32): void {
  const units = load<i32>(layer, UNITS);
  const inputs = load<i32>(layer, INPUTS);
  const kind = load<i32>(layer, ACTIVATION);
  const kernel = load<usize>(layer, USED_KERNEL);
  const bias = load<usize>(layer, BIAS);
  for (let j = from; j < to; j++) {
    const row = a + <usize>j * stride;
    weighRows(kernel + (<usize>j << 2), <usize>units << 2, inputs, load<f32>(bias + (<usize>j << 2)), x, stride, row, bytes);
    activateRow(kind, row, d ? d + <usize>j * stride : 0, bytes, layer);
  }
}

/** Quantized activations of all units; the layer's range must be settled. */
export function quantizeUnits(layer: usize, a: usize, quantized: usize, stride: usize, bytes: usize): void {
  if (a == quantized) return; // A float network uses its activations as they are.
  const units = load<i32>(layer, UNITS);
  for (let j = 0; j < units; j++) quantizeRow(layer + LEVELS, a + <usize>j * stride, quantized + <usize>j * stride, bytes);
}

/** The same with codes. */
export function codeUnits(layer: usize, a: usize, quantized: usize, codes: usize, stride: usize, bytes: usize): void {
  const units = load<i32>(layer, UNITS);
  for (let j = 0; j < units; j++) {
    quantizeRowWithCodes(layer + LEVELS, a + <usize>j * stride, quantized + <usize>j * stride, codes + <usize>j * stride, bytes);
  }
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
  for (let i = from; i < to; i++) {
    weighRows(kernel + (<usize>(i * units) << 2), 4, units, 0, load<usize>(layer, DZ), stride, g + <usize>i * stride, bytes);
  }
}

/** A whole training step but for the update: forward, loss, backward. The batch was gathered. */
export function forwardBackward(
  layers: usize, count: i32, stride: usize, n: i32, bytes: usize, labels: usize, probabilities: usize, losses: usize,
  hits: usize,
): void {
  for (let l = 0; l < count; l++) {
    const layer = layers + <usize>l * RECORD;
    prepareKernel(layer, TRAIN);
    resetExtremes(layer);
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
