import type { KernelBuffers, NetworkSpec } from '../kernel.ts';

const f32 = Math.fround;

/** The numbering is the fast kernel's: append only. */
export const optimizerNames = ['adam', 'sgd', 'momentum'] as const;

export type OptimizerName = (typeof optimizerNames)[number];

const beta1 = 0.9;
const beta2 = 0.999;
/** 1 - beta is taken in double, then rounded: not the same as in float32. */
export const adam = { rate1: f32(1 - beta1), rate2: f32(1 - beta2), epsilon: f32(1e-7) };

/**
 * Adam's step size at step t = 1, 2, ...: rate sqrt(1 - beta2^t) / (1 - beta1^t) in float32, each power rounded to
 * float32 before it is subtracted, of beta as float32 (Keras' optimizer; Kingma & Ba 2015, end of section 2).
 */
export function adamStepSize(rate: number, t: number): number {
  const left1 = f32(1 - f32(power(f32(beta1), t)));
  const left2 = f32(1 - f32(power(f32(beta2), t)));
  return f32(f32(f32(rate) * f32(Math.sqrt(left2))) / left1);
}

/** base^n for integers n >= 0 by squaring, in double: the same bits everywhere, unlike Math.pow. */
export function power(base: number, n: number): number {
  let result = 1;
  for (let square = base, left = n; left > 0; left = Math.floor(left / 2), square *= square) {
    if (left % 2 === 1) result *= square;
  }
  return result;
}

/** The step size of step t, which is the rate itself but for Adam. */
export const stepSize = (spec: NetworkSpec, t: number): number =>
  spec.optimizer === 'adam' ? adamStepSize(spec.rate, t) : f32(spec.rate);

/** One update of all parameters by their gradients, in place. `a` is the step size. */
export function update(spec: NetworkSpec, buffers: KernelBuffers, a: number): void {
  const { parameters, gradients, moment1, moment2 } = buffers;
  const momentum = f32(spec.momentum);
  for (let i = 0; i < parameters.length; i++) {
    const g = gradients[i]!;
    if (spec.optimizer === 'adam') {
      const m = f32(moment1[i]! + f32(f32(g - moment1[i]!) * adam.rate1));
      const v = f32(moment2[i]! + f32(f32(f32(g * g) - moment2[i]!) * adam.rate2));
      moment1[i] = m;
      moment2[i] = v;
      parameters[i]! -= f32(f32(m * a) / f32(f32(Math.sqrt(v)) + adam.epsilon));
    } else if (spec.optimizer === 'momentum') {
      const velocity = f32(f32(momentum * moment1[i]!) - f32(a * g));
      moment1[i] = velocity;
      parameters[i]! += velocity;
    } else {
      parameters[i]! -= f32(a * g);
    }
  }
}
