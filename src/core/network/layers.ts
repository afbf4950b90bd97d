import type { LayerShape, LayerSpec } from '../kernel.ts';
import { convolutionGradients, convolutionInputGradient, forwardConvolution } from './convolution.ts';
import { forwardDense, inputGradient, parameterGradients } from './dense.ts';

/** A layer with parameters: not pooling. */
export interface TrainedLayer extends LayerSpec {
  readonly shape: Exclude<LayerShape, { readonly kind: 'pooling' }>;
}

export const isTrained = (layer: LayerSpec): layer is TrainedLayer => layer.shape.kind !== 'pooling';

/** forwardDense or forwardConvolution; of the output layer a are the logits. */
export function* forwardLayer(
  { shape, activation }: TrainedLayer,
  kernel: Float32Array,
  bias: Float32Array,
  x: Float32Array,
  n: number,
  a: Float32Array,
  derivative: Float32Array | null,
): Generator<number, void, void> {
  const f = activation === 'softmax' ? 'linear' : activation;
  if (shape.kind === 'dense') yield* forwardDense(f, kernel, bias, x, n, a, derivative);
  else yield* forwardConvolution(shape, f, kernel, bias, x, n, a, derivative);
}

/** Gradients of kernel and bias. */
export function* layerGradients(
  { shape }: TrainedLayer,
  x: Float32Array,
  dz: Float32Array,
  n: number,
  dKernel: Float32Array,
  dBias: Float32Array,
): Generator<number, void, void> {
  if (shape.kind === 'dense') yield* parameterGradients(x, dz, n, dKernel, dBias);
  else yield* convolutionGradients(shape, x, dz, n, dKernel, dBias);
}

/** Gradient by the layer's input. */
export function* layerInputGradient(
  { shape }: TrainedLayer,
  kernel: Float32Array,
  dz: Float32Array,
  n: number,
  dx: Float32Array,
): Generator<number, void, void> {
  if (shape.kind === 'dense') yield* inputGradient(kernel, dz, n, dx);
  else yield* convolutionInputGradient(shape, kernel, dz, n, dx);
}
