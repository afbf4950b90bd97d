import { expF32 } from '../maths/exp.ts';
import { logF32 } from '../maths/log.ts';

const f32 = Math.fround;

/** What softmax and cross-entropy (in nats) give for n samples of `classes` logits. */
export interface SoftmaxResult {
  /** (classes, n). */
  readonly probabilities: Float32Array;
  /** Cross-entropy of each sample (n). */
  readonly losses: Float32Array;
  /** 1 where the first largest probability is that of the label (n). */
  readonly correct: Uint8Array;
}

/**
 * p_k = e^(l_k - m) / S with m the largest logit and S summed upward over the classes; the cross-entropy of label y
 * is log S - (l_y - m), without clipping. Logits (classes, n), labels (n).
 */
export function softmax(logits: Float32Array, labels: Uint8Array, n: number): SoftmaxResult {
  const classes = logits.length / n;
  const probabilities = new Float32Array(classes * n);
  const losses = new Float32Array(n);
  const correct = new Uint8Array(n);
  for (let s = 0; s < n; s++) {
    let m = logits[s]!;
    for (let k = 1; k < classes; k++) m = m < logits[k * n + s]! ? logits[k * n + s]! : m;
    let total = 0;
    for (let k = 0; k < classes; k++) {
      const e = expF32(f32(logits[k * n + s]! - m));
      probabilities[k * n + s] = e;
      total = f32(total + e);
    }
    let best = 0;
    for (let k = 0; k < classes; k++) {
      probabilities[k * n + s]! /= total;
      if (probabilities[k * n + s]! > probabilities[best * n + s]!) best = k;
    }
    const y = labels[s]!;
    losses[s] = f32(logF32(total) - f32(logits[y * n + s]! - m));
    correct[s] = best === y ? 1 : 0;
  }
  return { probabilities, losses, correct };
}

/** Gradient of the mean cross-entropy by the logits, (p - [k = y]) (1/n): (classes, n). */
export function softmaxGradient(probabilities: Float32Array, labels: Uint8Array, n: number): Float32Array {
  const share = f32(1 / n);
  return probabilities.map((p, index) => {
    const k = Math.floor(index / n);
    return f32(f32(p - (labels[index % n] === k ? 1 : 0)) * share);
  });
}
