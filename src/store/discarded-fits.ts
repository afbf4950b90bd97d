import type { Experiment } from '../core/experiment/experiment.ts';
import type { DiscardedFit } from '../core/experiment/repeat.ts';
import { restartsBadFits } from './member.ts';

/** Attempts that were thrown away, each once: a worker that begins a repeat again tells of its earlier ones again. */
export class DiscardedFits {
  private all: readonly DiscardedFit[];

  constructor(known: readonly DiscardedFit[] = none) {
    this.all = known;
  }

  add(fit: DiscardedFit): void {
    const isSame = ({ repeat, attempt }: DiscardedFit): boolean =>
      repeat === fit.repeat && attempt === fit.attempt;
    this.all = [...this.all.filter((other) => !isSame(other)), fit];
  }

  /** Also those of repeats that are not wanted now. */
  get list(): readonly DiscardedFit[] {
    return this.all;
  }

  /** Those of the repeats of these settings; the same array as long as that is all of them. */
  of(experiment: Experiment): readonly DiscardedFit[] {
    if (!restartsBadFits(experiment)) return none;
    const isWanted = ({ repeat }: DiscardedFit): boolean => repeat <= experiment.repeats;
    return this.all.every(isWanted) ? this.all : this.all.filter(isWanted);
  }
}

const none: readonly DiscardedFit[] = [];
