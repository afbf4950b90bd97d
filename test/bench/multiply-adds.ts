/** Weights of a dense layer are inputs x units. */
export interface Shape {
  readonly inputs: number;
  readonly units: number;
}

/**
 * Multiply-adds that training on `samples` samples, each once, really needs: one a weight and sample forward, one for
 * the weight's gradient, and one for the gradient by the layer's input, which the first layer does without. Biases,
 * activations, quantization, softmax and the optimizer are not counted. In batches or at once, the number is the same.
 */
export function multiplyAdds(layers: readonly Shape[], samples: number): number {
  const perSample = layers.map(({ inputs, units }, index) => (index === 0 ? 2 : 3) * inputs * units);
  return samples * perSample.reduce((sum, each) => sum + each, 0);
}
