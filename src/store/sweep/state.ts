import type { Sweep, SweepValue } from '../../core/experiment/sweep/sweep.ts';

/** How one value of a sweep stands. */
export type CellStatus = 'waiting' | 'training' | 'measuring' | 'held' | 'stopped' | 'done' | 'failed';

/** Why a value, or a repeat of it, has no result. */
export interface SweepTrouble {
  /** Null: of all its repeats, or of the only one. */
  readonly repeat: number | null;
  /** In the program's own words. */
  readonly text: string;
}

export interface SweepCell {
  readonly value: SweepValue;
  readonly status: CellStatus;
  /** 0 to 1. */
  readonly progress: number;
  /** Repeats that are done. */
  readonly done: number;
  readonly troubles: readonly SweepTrouble[];
  /** Could running it again help? Settings that give no result never will. */
  readonly canRunAgain: boolean;
  /** Of all its repeats, once they are done. */
  readonly fingerprint: string | null;
  /** Changes when what is drawn of it has. */
  readonly version: string;
}

/** `yielding`: it goes on when the page's own runs are done. */
export type SweepStatus = 'none' | 'running' | 'yielding' | 'held' | 'stopped' | 'ended';

export interface SweepState {
  /** Null before the first is begun. */
  readonly sweep: Sweep | null;
  readonly status: SweepStatus;
  readonly cells: readonly SweepCell[];
  /** 0 to 1. */
  readonly progress: number;
  /** Null while it is not known. */
  readonly secondsLeft: number | null;
}

export const noSweep: SweepState = {
  sweep: null,
  status: 'none',
  cells: [],
  progress: 0,
  secondsLeft: null,
};
