/** Softmax and cross-entropy on rows of logits, four samples at a time: core/network/softmax.ts. */
import { exp4, log4 } from './maths';

/**
 * probabilities (classes rows), losses (row), hits (row of i32, 1 where the first largest probability is the
 * label's); labels is a row of i32.
 */
export function softmaxRows(
  logits: usize, classes: i32, stride: usize, bytes: usize, labels: usize,
  probabilities: usize, losses: usize, hits: usize,
): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const label = v128.load(labels + at);
    let m = v128.load(logits + at);
    for (let k = 1; k < classes; k++) m = f32x4.pmax(m, v128.load(logits + <usize>k * stride + at));
    let sum = f32x4.splat(0);
    let ofLabel = sum;
    for (let k = 0; k < classes; k++) {
      const moved = f32x4.sub(v128.load(logits + <usize>k * stride + at), m);
      const e = exp4(moved);
      v128.store(probabilities + <usize>k * stride + at, e);
      sum = f32x4.add(sum, e);
      ofLabel = v128.bitselect(moved, ofLabel, i32x4.eq(label, i32x4.splat(k)));
    }
    let best = i32x4.splat(0);
    let largest = f32x4.splat(0);
    for (let k = 0; k < classes; k++) {
      const p = f32x4.div(v128.load(probabilities + <usize>k * stride + at), sum);
      v128.store(probabilities + <usize>k * stride + at, p);
      const better = k ? f32x4.gt(p, largest) : i32x4.splat(-1);
      best = v128.bitselect(i32x4.splat(k), best, better);
      largest = v128.bitselect(p, largest, better);
    }
    v128.store(losses + at, f32x4.sub(log4(sum), ofLabel));
    v128.store(hits + at, v128.and(i32x4.eq(best, label), i32x4.splat(1)));
  }
}

/** g = (p - [k = label]) share, zero in the padding. */
export function softmaxGradientRows(
  probabilities: usize, classes: i32, stride: usize, n: i32, bytes: usize, labels: usize, g: usize,
): void {
  const share = f32x4.splat(<f32>1 / <f32>n);
  for (let k = 0; k < classes; k++) {
    const p = probabilities + <usize>k * stride;
    const row = g + <usize>k * stride;
    for (let at: usize = 0; at < bytes; at += 16) {
      const hot = v128.and(i32x4.eq(v128.load(labels + at), i32x4.splat(k)), f32x4.splat(1));
      v128.store(row + at, f32x4.mul(f32x4.sub(v128.load(p + at), hot), share));
    }
    for (let at: usize = <usize>n << 2; at < bytes; at += 4) store<f32>(row + at, 0);
  }
}
