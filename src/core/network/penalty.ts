import { parameterPlaces, type LayerSpec } from '../kernel.ts';

const f32 = Math.fround;

/**
 * Penalties on the kernels' weights, as Keras' `kernel_regularizer` has them: what is minimized is the loss + l1 sum |w| +
 * l2 sum w^2, over the weights of all kernels (dense and convolution), not over biases. Both are 0 or more.
 */
export interface Penalty {
  readonly l1: number;
  readonly l2: number;
}

/**
 * Adds the penalty's gradient l1 sign(w) + 2 l2 w, sign(0) = 0, to the gradients of all kernels, in place. Both arrays are
 * laid out as KernelBuffers has them.
 *
 * In float32, l1 and l2 rounded to it: g + (l1 sign(w) + (2 l2) w), from the inside out. It is taken of the float weights,
 * after the step's gradient: those that a quantized kernel clamps are penalized like any other.
 */
export function addPenalty(
  { l1, l2 }: Penalty,
  layers: readonly LayerSpec[],
  parameters: Float32Array,
  gradients: Float32Array,
): void {
  const slope = f32(l1);
  const twice = 2 * f32(l2);
  for (const { kernel, bias } of parameterPlaces(layers)) {
    for (let i = kernel; i < bias; i++) {
      const w = parameters[i]!;
      const ofL1 = w > 0 ? slope : w < 0 ? -slope : 0;
      gradients[i]! += f32(ofL1 + f32(twice * w));
    }
  }
}
