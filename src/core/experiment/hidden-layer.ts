/** Filters of size x size, stride 1, no padding; then ReLU or whatever the activation is, then quantized. */
export interface ConvolutionSetting {
  readonly filters: number;
  readonly size: number;
}

/** The maximum of each pool x pool field, stride pool; an odd last row and column are dropped. */
export interface PoolingSetting {
  readonly pool: number;
}

/** A hidden layer as a setting: the units of a dense one, a convolution, or max pooling. Flattening is no layer. */
export type HiddenLayer = number | ConvolutionSetting | PoolingSetting;

export const isDense = (layer: HiddenLayer): layer is number => typeof layer === 'number';

export const isConvolution = (layer: HiddenLayer): layer is ConvolutionSetting =>
  typeof layer === 'object' && 'filters' in layer;

export const isPooling = (layer: HiddenLayer): layer is PoolingSetting =>
  typeof layer === 'object' && 'pool' in layer;
