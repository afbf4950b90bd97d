import type { Experiment } from '../core/experiment/experiment.ts';
import type { DiscardedFit } from '../core/experiment/repeat.ts';
import type { Member } from './member.ts';
import { trainsTheSame } from './settings.ts';

/** Repeats of one experiment that have ended: done, or failed by themselves. */
export interface KeptSet {
  readonly experiment: Experiment;
  readonly members: readonly Member[];
  readonly discarded: readonly DiscardedFit[];
}

/** How many sets are kept at most, and how many repeats of all of them; their trajectories have no other limit. */
const mostSets = 16;
const mostMembers = 320;

/** The repeats that were finished last, so that their settings show them again without training. */
export class KeptSets {
  private sets: KeptSet[] = [];

  /**
   * Takes a set in as the newest. The oldest make room.
   *
   * @param budget bytes that the checkpoints of all sets may take from now on
   */
  keep(set: KeptSet, budget: number): void {
    if (set.members.length > 0) {
      this.sets = [...this.sets.filter((other) => !isSame(other, set.experiment)), set].slice(-mostSets);
      while (this.sets.length > 1 && this.members().length > mostMembers) this.sets.shift();
    }
    this.shrink(budget);
  }

  /** Makes room: the oldest ones lose checkpoints first. */
  shrink(budget: number): void {
    for (const member of this.members()) {
      const excess = this.bytes() - budget;
      if (excess <= 0) return;
      member.shrink(Math.max(0, member.checkpoints.summary().bytes - excess));
    }
  }

  find(experiment: Experiment): KeptSet | undefined {
    return this.sets.find((set) => isSame(set, experiment));
  }

  /** Bytes of checkpoints in all. */
  bytes(): number {
    return this.members().reduce((sum, { checkpoints }) => sum + checkpoints.summary().bytes, 0);
  }

  private members(): Member[] {
    return this.sets.flatMap(({ members }) => members);
  }
}

function isSame(set: KeptSet, experiment: Experiment): boolean {
  return trainsTheSame(set.experiment, experiment);
}
