import type { RepeatSet } from './repeat-set.ts';
import type { Session } from './session.ts';

/** One repeat of a set, or the mean. */
export interface LookedAt {
  readonly set: RepeatSet;
  readonly choice: number | 'mean';
}

/** What the page shows now; null if there is nothing yet. */
export function lookedAt({ set, run, repeats }: Session): LookedAt | null {
  if (!set || run.state.old || run.state.measurements === 0) return null;
  return { set, choice: repeats.getState().shown };
}
