/** The wire between page and worker: types only. */
import type { Experiment } from '../core/experiment/experiment.ts';
import type { DiscardedFit } from '../core/experiment/repeat.ts';
import type { Limits, TrajectoryColumns, Violation } from '../core/experiment/trajectory.ts';

/** What runs the arithmetic: the WebAssembly kernel, or the scalar one where SIMD is missing (same bits, slower). */
export type KernelName = 'wasm' | 'scalar';

/** Known once a run has begun, before its first measurement. */
export interface RunStart {
  readonly kernel: KernelName;
  /** Which repeat, and which attempt at it; 1 is the first of both. */
  readonly repeat: number;
  readonly attempt: number;
  readonly limits: Limits;
  /** Layers T1 ... TL; a measurement has layers + 1 rows (see TrajectoryColumns). */
  readonly layers: number;
  readonly trainSamples: number;
  readonly testSamples: number;
  /** Bytes of one checkpoint. */
  readonly checkpointBytes: number;
}

/** At most one a frame; its arrays are transferred. */
export interface RunProgress {
  /** New measurements since the last message, oldest first; may be empty. */
  readonly columns: TrajectoryColumns;
  /** Weights and ranges at each of these measurements: (measurements, checkpoint floats). */
  readonly checkpoints: Float32Array;
  readonly violations: readonly Violation[];
  /** Completed epochs of the training head, with its place inside the epoch as fraction. */
  readonly trainedEpochs: number;
  /** Milliseconds of work so far, without pauses. */
  readonly elapsedMs: number;
}

export type RunOutcome =
  | {
      readonly kind: 'done';
      readonly fingerprint: string;
      readonly attempt: number;
      /** A bad fit that was kept (see Experiment.badfits); left out if it was none. */
      readonly badFit?: boolean;
      readonly elapsedMs: number;
    }
  | { readonly kind: 'cancelled' }
  /** These settings give no result, however often they are run: NaN, no fit. What happened and what to do. */
  | { readonly kind: 'failed'; readonly message: string; readonly epoch: number | null }
  /** Anything else, which another try may get over: an exception, data that did not come. */
  | { readonly kind: 'broken'; readonly message: string };

/** Called by the worker; passed through comlink's `proxy`. */
export interface RunListener {
  /** Bytes of the task's data that have come, of all; of 0 while nothing is known. Before `started`, if at all. */
  loading(loaded: number, total: number): void;
  started(start: RunStart): void;
  /** The attempt is thrown away with all it measured; `started` of the next one follows. */
  discarded(fit: DiscardedFit): void;
  /** A promise across threads: it is settled once the page has the message. */
  progress(progress: RunProgress): unknown;
}

export interface RunOptions {
  /** Which repeat, 1 if left out. */
  readonly repeat?: number;
  readonly kernel?: KernelName;
}

/** Exposed by the worker through comlink. One run at a time: `run` ends an older one first. */
export interface RunWorker {
  run(experiment: Experiment, listener: RunListener, options?: RunOptions): Promise<RunOutcome>;
  pause(): void;
  resume(): void;
  /** While paused: train up to and including the next measurement, then pause again. */
  step(): void;
  cancel(): void;
}
