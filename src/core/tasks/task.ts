/** A data set whose every sample is known: P(X) is uniform on its samples. Immutable. */
export interface Task {
  readonly name: string;
  /** N. */
  readonly samples: number;
  readonly features: number;
  /** (samples, features), row-major. */
  readonly inputs: Float32Array;
  /** Class of each sample, 0 to classes - 1, (samples). */
  readonly labels: Uint8Array;
  readonly classes: number;
}
