import { parameterPlaces, type NetworkSpec } from '../kernel.ts';
import { extremes, layerLevels, quantizeAll, type Range } from '../quantization/layer-quantization.ts';
import { withZero } from '../quantization/moving-range.ts';

/** A layer's kernel and bias at a checkpoint. */
export interface LayerWeights {
  /** Inputs of the layer; of a convolution (row, column, channel) of a filter. */
  readonly rows: number;
  /** Units; of a convolution filters. */
  readonly columns: number;
  /** What the layer computes with, (rows, columns), row-major: quantized where kernels are. */
  readonly used: Float32Array;
  /** What is trained, the same shape: in float32. */
  readonly trained: Float32Array;
  /** (columns). */
  readonly bias: Float32Array;
  readonly isQuantized: boolean;
}

/**
 * The weights of a layer, 0 for T1; null for pooling, which has none.
 *
 * @param checkpoint parameters, then ranges, as a Measurement has them
 */
export function layerWeights(
  spec: NetworkSpec,
  checkpoint: { readonly epoch: number; readonly values: Float32Array },
  layer: number,
): LayerWeights | null {
  const places = parameterPlaces(spec.layers);
  const place = places[layer]!;
  const columns = place.end - place.bias;
  if (columns === 0) return null;
  const trained = checkpoint.values.slice(place.kernel, place.bias);
  const ranges = checkpoint.values.subarray(places.at(-1)!.end);
  // As a measurement has it: the range of the last step, before any step that of the weights themselves.
  const range: Range =
    checkpoint.epoch > 0 ? [ranges[4 * layer]!, ranges[4 * layer + 1]!] : withZero(...extremes(trained));
  const levels = spec.layers[layer]!.quantizedKernel ? layerLevels(range, spec.bits) : null;
  return {
    ...{ rows: trained.length / columns, columns, trained },
    used: quantizeAll(trained, levels),
    bias: checkpoint.values.slice(place.bias, place.end),
    isQuantized: levels !== null,
  };
}
