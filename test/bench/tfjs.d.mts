export interface TfjsSettings {
  /** Inputs, then units of each layer; the last has softmax, the others tanh. */
  readonly widths: readonly number[];
  readonly rate: number;
  readonly batch: number;
  /** (samples, features), row-major. */
  readonly inputs: Float32Array;
  readonly labels: Uint8Array;
}

export interface Tfjs {
  readonly version: string;
  readonly simd: boolean;
  readonly threads: number;
  /** Trains some epochs with `model.fit`; returns the last epoch's mean loss. */
  fit(epochs: number): Promise<number>;
  /** Trains some epochs with a bare optimizer loop; returns the last batch's loss. */
  loop(epochs: number): number;
}

/** @throws Error if its wasm backend with SIMD is not to be had */
export function startTfjs(settings: TfjsSettings): Promise<Tfjs>;
