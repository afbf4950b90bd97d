import type { DiscardedFit } from '../core/experiment/repeat.ts';
import type { Violation } from '../core/experiment/trajectory.ts';
import type { RunStatus, RunTrouble } from './run.ts';

/** One repeat, as a list of repeats has it. */
export interface RepeatSummary {
  readonly repeat: number;
  /** 1 is the first. */
  readonly attempt: number;
  /** A bad fit that the settings keep. */
  readonly isBadFit: boolean;
  readonly status: RunStatus;
  readonly fingerprint: string | null;
  readonly trouble: RunTrouble | null;
  readonly violations: readonly Violation[];
}

/** All repeats of the settings, as far as they have come. */
export interface RepeatsState {
  readonly status: RunStatus;
  /** Of each repeat, the first first. */
  readonly members: readonly RepeatSummary[];
  readonly discarded: readonly DiscardedFit[];
  /** Repeats that are done. */
  readonly done: number;
  /** Those of them that come from a file. */
  readonly fromFile: number;
  /** Repeats that ended without a result. */
  readonly failed: number;
  /** Repeats that are on their way, or were stopped or lost. */
  readonly missing: number;
  /** Completed epochs of all repeats, and how many there will be. */
  readonly trainedEpochs: number;
  readonly totalEpochs: number;
  /** Null before it is known. */
  readonly secondsLeft: number | null;
  /** Of all repeats together, once they are done. */
  readonly fingerprint: string | null;
  /** What is looked at in fact: a repeat's number, or the mean of those that are done. */
  readonly shown: number | 'mean';
  /** Grows whenever a repeat ends: the statistics change only then. */
  readonly version: number;
}

export const noRepeats: RepeatsState = {
  status: 'idle',
  members: [],
  discarded: [],
  done: 0,
  fromFile: 0,
  failed: 0,
  missing: 0,
  trainedEpochs: 0,
  totalEpochs: 0,
  secondsLeft: null,
  fingerprint: null,
  shown: 1,
  version: 0,
};
