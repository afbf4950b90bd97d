/** The wire between the command and its worker threads: types only. */
import type { Experiment } from '../../core/experiment/experiment.ts';
import type { DiscardedFit } from '../../core/experiment/repeat.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { EndedRun } from '../../share/ended-run.ts';

/** One repeat to be run to its end. */
export interface RepeatJob {
  readonly experiment: Experiment;
  readonly repeat: number;
  readonly kernel: Kernel['name'];
}

export type ThreadMessage =
  /** Epochs trained so far, of totalEpochs. */
  | { readonly kind: 'progress'; readonly trained: number }
  | { readonly kind: 'discarded'; readonly fit: DiscardedFit }
  | { readonly kind: 'ended'; readonly run: EndedRun }
  /** An exception: the repeat has no result. */
  | { readonly kind: 'error'; readonly message: string };
