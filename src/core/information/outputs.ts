import type { LabelNoise } from './label-noise.ts';

/** Outputs of one layer, over the samples in order. */
export interface LayerOutputs {
  readonly units: number;
  /** (samples, units), row-major. */
  readonly values: Float32Array;
}

export interface Labels {
  /** Class of each sample. */
  readonly labels: Uint8Array;
  readonly classes: number;
  /** With which they are seen as other classes; none if left out. */
  readonly noise?: LabelNoise;
}

/** One unit's outputs (samples), in an array of their own. */
export function outputsOfUnit({ values, units }: LayerOutputs, unit: number): Float32Array {
  const column = new Float32Array(values.length / units);
  for (let s = 0; s < column.length; s++) column[s] = values[s * units + unit]!;
  return column;
}
