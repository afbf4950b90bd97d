import type { LayerShape } from '../../src/core/kernel.ts';

/** Weights of a dense layer are inputs x units. */
export interface Shape {
  readonly inputs: number;
  readonly units: number;
  /** Dense if left out. */
  readonly shape?: LayerShape;
}

/**
 * Multiply-adds that training on `samples` samples, each once, really needs: one a weight and sample forward, one for
 * the weight's gradient, and one for the gradient by the layer's input, which the first layer does without; of a
 * convolution one a weight and place. Biases, activations, pooling, quantization, softmax and the optimizer are not
 * counted. In batches or at once, the number is the same.
 *
 * @param inputs of the first layer that are not zero, on the mean of the samples; all if left out
 */
export function multiplyAdds(layers: readonly Shape[], samples: number, inputs?: number): number {
  const perSample = layers.map((layer, index) => {
    const isSparse = index === 0 && inputs !== undefined && layer.shape?.kind !== 'convolution';
    return (index === 0 ? 2 : 3) * (isSparse ? inputs * layer.units : forward(layer));
  });
  return samples * perSample.reduce((sum, each) => sum + each, 0);
}

/** Multiply-adds of a layer's forward pass for one sample. */
function forward({ inputs, units, shape }: Shape): number {
  if (shape?.kind === 'pooling') return 0;
  return shape?.kind === 'convolution'
    ? units * shape.size * shape.size * shape.image.channels
    : inputs * units;
}
