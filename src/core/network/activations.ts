import { erfF32 } from '../maths/erf.ts';
import { expF32 } from '../maths/exp.ts';
import { logF32 } from '../maths/log.ts';
import { tanhF32 } from '../maths/tanh.ts';

const f32 = Math.fround;

/** Activations of hidden layers. Their order is the kernel's numbering: append only. */
export const activationNames = [
  'tanh',
  'relu',
  'relu6',
  'leakyrelu',
  'elu',
  'sigmoid',
  'softsign',
  'softplus',
  'hardtanh',
  'gelu',
  'silu',
  'linear',
] as const;

export type ActivationName = (typeof activationNames)[number];

/** An activation f: both take the sum z that enters a unit, `derivative` also a = f(z); float32 in and out. */
export interface Activation {
  readonly value: (z: number) => number;
  readonly derivative: (z: number, a: number) => number;
}

/** Slope of leaky ReLU below zero: TensorFlow's default for `leaky_relu`. */
const leak = f32(0.2);
const sqrtHalf = f32(Math.SQRT1_2);
/** 1 / sqrt(2 pi), the standard normal density at zero. */
const normalPeak = f32(0.3989422804014327);

const sigmoid = (z: number): number => f32(1 / f32(1 + expF32(f32(-z))));
/** Standard normal distribution function, by the error function. */
const normal = (z: number): number => f32(f32(1 + erfF32(f32(z * sqrtHalf))) * 0.5);

/** Every operation is rounded to float32; comparisons are written so that a NaN stays a NaN and is noticed. */
export const activations: Readonly<Record<ActivationName, Activation>> = {
  tanh: { value: tanhF32, derivative: (_, a) => f32(1 - f32(a * a)) },
  relu: { value: (z) => (z < 0 ? 0 : z), derivative: (z) => (z > 0 ? 1 : 0) },
  relu6: { value: (z) => (z < 0 ? 0 : 6 < z ? 6 : z), derivative: (z) => (z > 0 && z < 6 ? 1 : 0) },
  leakyrelu: { value: (z) => (z < 0 ? f32(z * leak) : z), derivative: (z) => (z > 0 ? 1 : leak) },
  elu: {
    value: (z) => (z > 0 ? z : f32(expF32(z) - 1)), // e^NaN is NaN.
    derivative: (z, a) => (z > 0 ? 1 : f32(a + 1)),
  },
  sigmoid: { value: sigmoid, derivative: (_, a) => f32(a * f32(1 - a)) },
  softsign: {
    value: (z) => f32(z / f32(1 + Math.abs(z))),
    derivative: (z) => {
      const r = f32(1 / f32(1 + Math.abs(z)));
      return f32(r * r);
    },
  },
  softplus: {
    // log(1 + e^-|z|) is small and smooth; adding max(z, 0) to it never overflows.
    value: (z) => f32((z < 0 ? 0 : z) + logF32(f32(1 + expF32(f32(-Math.abs(z)))))),
    derivative: sigmoid,
  },
  hardtanh: {
    value: (z) => (z < -1 ? -1 : 1 < z ? 1 : z),
    derivative: (z) => (z > -1 && z < 1 ? 1 : 0),
  },
  gelu: {
    value: (z) => f32(z * normal(z)),
    derivative: (z) => f32(normal(z) + f32(z * f32(normalPeak * expF32(f32(f32(z * z) * -0.5))))),
  },
  silu: {
    value: (z) => f32(z * sigmoid(z)),
    derivative: (z) => {
      const s = sigmoid(z);
      return f32(s * f32(1 + f32(z * f32(1 - s))));
    },
  },
  linear: { value: (z) => z, derivative: () => 1 },
};

/** Of one unit and n samples: z + bias, then a and (if wanted) the derivative there, written from place `at` on. */
export function activate(
  f: Activation,
  z: Float32Array,
  bias: number,
  at: number,
  a: Float32Array,
  derivative: Float32Array | null,
): void {
  for (let s = 0; s < z.length; s++) {
    const sum = f32(z[s]! + bias);
    const value = f.value(sum);
    a[at + s] = value;
    if (derivative) derivative[at + s] = f.derivative(sum, value);
  }
}
