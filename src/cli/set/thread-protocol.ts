/** The wire between the command and its worker threads: types only. */
import type { Experiment } from '../../core/experiment/experiment.ts';
import type { DiscardedFit } from '../../core/experiment/repeat.ts';
import type { Ruler } from '../../core/information/ruler.ts';
import type { OwnFile } from '../own-files.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { EndedRun } from '../../share/ended-run.ts';

/** One repeat to be run to its end. */
export interface RepeatJob {
  readonly experiment: Experiment;
  readonly repeat: number;
  readonly kernel: Kernel['name'];
  /** Laid over the run beside its own. */
  readonly rulers: readonly Ruler[];
  /** Where the task's data is, if it is own data; left out: the task's name is enough. */
  readonly own?: OwnFile;
}

export type ThreadMessage =
  /** Part done, 0 to 1. */
  | { readonly kind: 'progress'; readonly part: number }
  | { readonly kind: 'discarded'; readonly fit: DiscardedFit }
  | { readonly kind: 'ended'; readonly run: EndedRun }
  /** An exception: the repeat has no result. */
  | { readonly kind: 'error'; readonly message: string };
