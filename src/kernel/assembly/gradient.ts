/** Backward through a layer's quantizer and activation: gradientThroughQuantizer of core. */
import { A, DZ, EXTREMES, G, HIGH, KERNEL, KERNEL_LEVELS, D_KERNEL, LEVELS, LOW, RULE, RULE_BATCH, UNITS, WEIGHTS } from './layer';
import { HI, IS_LEVELS, KIND, LO } from './levels';
import { total } from './rows';

/** Sum of a row of g where the row of a lies below lo (or above hi), in sumOverSamples' order. */
@inline
function sumOutside(a: usize, g: usize, bytes: usize, edge: v128, below: bool): f32 {
  let low = f32x4.splat(0), high = low;
  for (let at: usize = 0; at < bytes; at += 32) {
    const v0 = v128.load(a + at), v1 = v128.load(a + at, 16);
    const m0 = below ? f32x4.lt(v0, edge) : f32x4.gt(v0, edge);
    const m1 = below ? f32x4.lt(v1, edge) : f32x4.gt(v1, edge);
    low = f32x4.add(low, v128.and(m0, v128.load(g + at)));
    high = f32x4.add(high, v128.and(m1, v128.load(g + at, 16)));
  }
  return total(low, high);
}

/** How many of the n first values of a row equal `value`. */
@inline
function countEqual(a: usize, n: i32, bytes: usize, value: f32): i32 {
  const wanted = f32x4.splat(value);
  let found = i32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) found = i32x4.sub(found, f32x4.eq(v128.load(a + at), wanted));
  let sum = i32x4.extract_lane(found, 0) + i32x4.extract_lane(found, 1)
    + i32x4.extract_lane(found, 2) + i32x4.extract_lane(found, 3);
  // Padding repeats the last sample and does not count.
  for (let at: usize = <usize>n << 2; at < bytes; at += 4) if (load<f32>(a + at) == value) sum--;
  return sum;
}

/** Does the gradient pass for all of a row, and nothing of it go elsewhere? Its extremes tell. */
@inline
function passesWholly(extremes: usize, lo: v128, hi: v128): bool {
  const outside = v128.or(f32x4.lt(v128.load(extremes), lo), f32x4.gt(v128.load(extremes, 16), hi));
  return !v128.any_true(outside);
}

/** d *= g. */
@inline
function multiplyRow(d: usize, g: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(d + at, f32x4.mul(v128.load(g + at), v128.load(d + at)));
  }
}

/** DZ holds the derivative, then the gradient by z. Padding of G is zero and stays so. */
export function backwardActivation(layer: usize, n: i32, stride: usize, bytes: usize): void {
  const units = load<i32>(layer, UNITS);
  const a0 = load<usize>(layer, A);
  const g0 = load<usize>(layer, G);
  const d0 = load<usize>(layer, DZ);
  const extremes = load<usize>(layer, EXTREMES);
  const levels = layer + LEVELS;
  if (load<i32>(levels, KIND) != IS_LEVELS) {
    for (let j = 0; j < units; j++) multiplyRow(d0 + <usize>j * stride, g0 + <usize>j * stride, bytes);
    return;
  }
  const lo = v128.load32_splat(levels, LO);
  const hi = v128.load32_splat(levels, HI);
  const low = load<f32>(layer, LOW);
  const high = load<f32>(layer, HIGH);
  // Sums of the gradients beyond the levels, in equal parts to the elements at the ends of the range.
  let toMin: f32 = 0, toMax: f32 = 0;
  if (load<i32>(layer, RULE) == RULE_BATCH) {
    let atMin = 0, atMax = 0;
    for (let j = 0; j < units; j++) {
      if (passesWholly(extremes + (<usize>j << 5), lo, hi)) continue; // Its sums would be +0.
      const a = a0 + <usize>j * stride, g = g0 + <usize>j * stride;
      if (low < load<f32>(levels, LO)) {
        toMin += sumOutside(a, g, bytes, lo, true);
        atMin += countEqual(a, n, bytes, low);
      }
      if (high > load<f32>(levels, HI)) {
        toMax += sumOutside(a, g, bytes, hi, false);
        atMax += countEqual(a, n, bytes, high);
      }
    }
    if (atMin) toMin = toMin / <f32>atMin;
    if (atMax) toMax = toMax / <f32>atMax;
  }
  const min4 = f32x4.splat(low), max4 = f32x4.splat(high);
  const toMin4 = f32x4.splat(toMin), toMax4 = f32x4.splat(toMax);
  for (let j = 0; j < units; j++) {
    const a = a0 + <usize>j * stride, g = g0 + <usize>j * stride, d = d0 + <usize>j * stride;
    if (passesWholly(extremes + (<usize>j << 5), lo, hi)) {
      multiplyRow(d, g, bytes);
      continue;
    }
    for (let at: usize = 0; at < bytes; at += 16) {
      const v = v128.load(a + at);
      const inside = v128.and(f32x4.ge(v, lo), f32x4.le(v, hi));
      const sum = f32x4.add(
        f32x4.add(v128.and(inside, v128.load(g + at)), v128.and(f32x4.eq(v, min4), toMin4)),
        v128.and(f32x4.eq(v, max4), toMax4),
      );
      v128.store(d + at, f32x4.mul(sum, v128.load(d + at)));
    }
    for (let at: usize = <usize>n << 2; at < bytes; at += 4) store<f32>(d + at, 0);
  }
}

/** Clamped weights of a quantized kernel get no gradient. */
export function maskKernelGradient(layer: usize): void {
  const levels = layer + KERNEL_LEVELS;
  if (load<i32>(levels, KIND) != IS_LEVELS) return;
  const lo = load<f32>(levels, LO);
  const hi = load<f32>(levels, HI);
  const kernel = load<usize>(layer, KERNEL);
  const gradient = load<usize>(layer, D_KERNEL);
  const bytes = <usize>load<i32>(layer, WEIGHTS) << 2;
  for (let at: usize = 0; at < bytes; at += 4) {
    const w = load<f32>(kernel + at);
    if (!(w >= lo && w <= hi)) store<f32>(gradient + at, 0);
  }
}
