import type { ImageShape, Inputs } from '../kernel.ts';

/** A data set whose every sample is known: P(X) is uniform on its samples. Immutable. */
export interface Task {
  readonly name: string;
  /** N. */
  readonly samples: number;
  readonly features: number;
  /** (samples, features), row-major. */
  readonly inputs: Inputs;
  /** Class of each sample, 0 to classes - 1, (samples). */
  readonly labels: Uint8Array;
  readonly classes: number;
  /** Null where samples are no images. */
  readonly image: ImageShape | null;
  /** The first so many samples are the training set, by the data's own split; null where the experiment splits. */
  readonly ownTrainSamples: number | null;
}
