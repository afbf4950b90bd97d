import type { ActivationName } from './activations.ts';
import { activate, activations } from './activations.ts';
import { sumOverSamples } from './sum.ts';

const f32 = Math.fround;

/**
 * z = x kernel + bias, a = f(z), and f'(z) where `derivative` is given. Shapes: x (inputs, n), kernel (inputs, units),
 * bias (units), a and derivative (units, n). Each z is summed upward over the inputs from +0, the bias comes last.
 */
export function* forwardDense(
  activation: ActivationName,
  kernel: Float32Array,
  bias: Float32Array,
  x: Float32Array,
  n: number,
  a: Float32Array,
  derivative: Float32Array | null,
): Generator<number, void, void> {
  const units = bias.length;
  const inputs = kernel.length / units;
  const f = activations[activation];
  for (let j = 0; j < units; j++) {
    const z = new Float32Array(n); // Rounds what is stored to float32.
    for (let i = 0; i < inputs; i++) {
      const w = kernel[i * units + j]!;
      for (let s = 0; s < n; s++) z[s]! += f32(w * x[i * n + s]!);
    }
    activate(f, z, bias[j]!, j * n, a, derivative);
    yield inputs * n;
  }
}

/**
 * Gradients of kernel and bias from dz, the gradient by z (units, n), summed over the batch by sumOverSamples.
 */
export function* parameterGradients(
  x: Float32Array,
  dz: Float32Array,
  n: number,
  dKernel: Float32Array,
  dBias: Float32Array,
): Generator<number, void, void> {
  const units = dBias.length;
  const inputs = dKernel.length / units;
  for (let j = 0; j < units; j++) dBias[j] = sumOverSamples(n, (s) => dz[j * n + s]!);
  for (let i = 0; i < inputs; i++) {
    for (let j = 0; j < units; j++) {
      dKernel[i * units + j] = sumOverSamples(n, (s) => x[i * n + s]! * dz[j * n + s]!);
    }
    yield units * n;
  }
}

/** Gradient by the input x (inputs, n): summed upward over the units from +0. */
export function* inputGradient(
  kernel: Float32Array,
  dz: Float32Array,
  n: number,
  dx: Float32Array,
): Generator<number, void, void> {
  const inputs = dx.length / n;
  const units = dz.length / n;
  for (let i = 0; i < inputs; i++) {
    for (let s = 0; s < n; s++) {
      let sum = 0;
      for (let j = 0; j < units; j++) sum = f32(sum + f32(kernel[i * units + j]! * dz[j * n + s]!));
      dx[i * n + s] = sum;
    }
    yield units * n;
  }
}
