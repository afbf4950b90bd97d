import type { Experiment } from '../experiment.ts';
import type { OutputRuler } from '../trajectory.ts';

/** Which part of the study a preset repeats; `beyond`: the study has no such experiment. */
export type Figure = 'main' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'beyond';

/** Its title has the message key `preset.ID`, what to look at `preset.ID.look`. */
export type PresetId =
  | 'main'
  | 'mnist'
  | 'bins'
  | 'curves'
  | 'bits'
  | 'prefit'
  | 'networks'
  | 'accuracy'
  | 'ruler'
  | 'quantizer'
  | 'calibrated';

/** Its label has the message key `variant.ID`. */
export type VariantId =
  | 'tanh'
  | 'relu'
  | 'tanh-4'
  | 'tanh-8'
  | 'tanh-float'
  | 'relu-4'
  | 'relu-8'
  | 'relu-float'
  | 'tanh-batch'
  | 'tanh-moving'
  | 'relu-batch'
  | 'relu-moving'
  | 'bottleneck-2'
  | 'bottleneck-4'
  | 'hourglass'
  | '4x10'
  | 'conv';

/**
 * Where a recorded outcome is from: the paper's text, its published figure (read off), or the original program, run
 * again for these comparisons.
 */
export type Source = 'text' | 'figure' | 'program';

/**
 * What is compared. I(X;T) and I(T;Y) are in bits: at the start (the first measurement after an epoch on true
 * labels), where I(X;T) is largest, and at the end; `fall` is each repeat's largest I(X;T) minus its last.
 */
export type Quantity =
  | 'ixtStart'
  | 'ityStart'
  | 'ixtLargest'
  | 'ityAtLargest'
  | 'ixtEnd'
  | 'ityEnd'
  | 'fall'
  | 'trainAccuracy'
  | 'testAccuracy';

/** One number of the study. */
export interface Recorded {
  /** 0 is T1; null where it is of the whole network (accuracy). */
  readonly layer: number | null;
  /** With which of its two rulers the output was read; null for hidden layers and accuracy. */
  readonly output: OutputRuler | null;
  readonly quantity: Quantity;
  /** A mean over repeats or a value read off; or the smallest and largest of a few repeats. */
  readonly value: number | readonly [number, number];
  /** Standard deviation over repeats, where it is known. */
  readonly sd: number | null;
  readonly source: Source;
  /** Repeats behind a number of the original program. */
  readonly repeats: number | null;
}

/** One experiment of a preset. */
export interface Variant {
  readonly id: VariantId;
  readonly experiment: Experiment;
  /** What came out for the study; empty: no outcome is recorded. */
  readonly recorded: readonly Recorded[];
}

/** One figure of the study, or a question beyond it. */
export interface Preset {
  readonly id: PresetId;
  readonly figure: Figure;
  readonly variants: readonly Variant[];
  /**
   * The rulers to show, in the text form of core/information: `grid` and `exact` are the output's two readings,
   * `uniform-30-global` and so on lie over the run.
   */
  readonly rulers: readonly string[];
  /** The paper's text has an outcome without numbers: message key `preset.ID.statement`. */
  readonly hasStatement: boolean;
}
