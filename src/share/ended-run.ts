import type { Experiment } from '../core/experiment/experiment.ts';
import type { DiscardedFit } from '../core/experiment/repeat.ts';
import type { Limits, TrajectoryColumns, Violation } from '../core/experiment/trajectory.ts';
import type { Kernel } from '../core/kernel.ts';

/** Why a run stopped before its end. */
export interface Failure {
  readonly epoch: number;
  readonly message: string;
}

/** What another ruler says of the same run: every layer, the output as its softmax. */
export interface RulerReading {
  /** As --rulers and links have it: `uniform-30-global`. */
  readonly ruler: string;
  /** H(X) and H(Y) of its samples, where it is laid over a part of them. */
  readonly limits?: Limits;
  /** Completed epochs of what was measured; (measurements). */
  readonly epoch: Int32Array;
  /** I(X;T) in bits, (measurements, layers). */
  readonly ixt: Float64Array;
  /** I(T;Y) in bits, (measurements, layers). */
  readonly ity: Float64Array;
}

/** One repeat that has ended. */
export interface EndedRun {
  readonly experiment: Experiment;
  /** 1 is the first. */
  readonly repeat: number;
  /** The attempt that was kept, or the last one where none was; 1 is the first. */
  readonly attempt: number;
  /** Was it a bad fit all the same? Such a run is kept where it is the only one, or with `badfits=keep`. */
  readonly isBadFit: boolean;
  /** Of all its measurements. */
  readonly fingerprint: string;
  readonly arithmeticVersion: number;
  readonly kernel: Kernel['name'];
  readonly columns: TrajectoryColumns;
  readonly limits: Limits;
  readonly classes: number;
  /** Attempts that were thrown away before. */
  readonly discarded: readonly DiscardedFit[];
  readonly violations: readonly Violation[];
  /** Null if it came to its end; else what was measured before is all here. */
  readonly failure: Failure | null;
  readonly readings: readonly RulerReading[];
  readonly seconds: number;
}
