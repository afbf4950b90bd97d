import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../core/experiment/experiment.ts';
import type { Trajectory, Violation } from '../core/experiment/trajectory.ts';
import type { RunStart } from '../worker/protocol.ts';
import { Checkpoints, type CheckpointSummary } from './checkpoints.ts';
import { standInAfter, type StandIn } from './stand-in.ts';

/** `waiting`: for a worker. */
export type RunStatus = 'idle' | 'waiting' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

/**
 * Why a run ended early, or had to be repeated, with the program's own words where there are any. `failed`: its settings
 * give no result, and never will; `broken`: an exception, or data that did not come.
 */
export interface RunTrouble {
  readonly kind: 'failed' | 'broken' | 'crashed' | 'silent' | 'repeated';
  readonly detail: string;
  readonly epoch: number | null;
}

/** A run and what it has measured so far. */
export interface RunFacts {
  readonly experiment: Experiment | null;
  readonly status: RunStatus;
  readonly start: RunStart | null;
  readonly trajectory: Trajectory | null;
  /** Measurements in the trajectory: changes when it grows. */
  readonly measurements: number;
  /** Completed epochs, those on shuffled labels included. */
  readonly trainedEpochs: number;
  /** Milliseconds of work so far, without pauses. */
  readonly elapsedMs: number;
  /** Epochs a second, of late; null before it is known. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  readonly fingerprint: string | null;
  readonly violations: readonly Violation[];
  readonly trouble: RunTrouble | null;
  readonly checkpoints: CheckpointSummary | null;
  /** It was trained elsewhere, and comes from a file. */
  readonly fromFile: boolean;
}

/** The run that the page shows: one repeat, or the mean of those that are done. */
export interface RunState extends RunFacts {
  /** Counts up when another run is shown. */
  readonly id: number;
  /** The settings have changed since, and the run of the new ones has not measured anything yet. */
  readonly old: boolean;
  /** A recorded run of the same settings: drawn until this one is done, and compared with it then. */
  readonly standIn?: StandIn | null;
}

export const noFacts: RunFacts = {
  experiment: null,
  status: 'idle',
  start: null,
  trajectory: null,
  measurements: 0,
  trainedEpochs: 0,
  elapsedMs: 0,
  rate: null,
  secondsLeft: null,
  fingerprint: null,
  violations: [],
  trouble: null,
  checkpoints: null,
  fromFile: false,
};

const noCheckpoints = new Checkpoints(0);

/** The run on the page. What an earlier run measured stays drawn until the next one has something to show. */
export class RunStore {
  readonly store: StoreApi<RunState> = createStore<RunState>(() => ({ ...noFacts, id: 0, old: false }));
  private kept: Checkpoints = noCheckpoints;
  private awaiting = false;
  private changed = false;
  private standIn: StandIn | null = null;

  get state(): RunState {
    return this.store.getState();
  }

  /** The shown run's checkpoints, for whatever measures it again; a mean has none. */
  get checkpoints(): Checkpoints {
    return this.kept;
  }

  /** Runs of other settings are on their way. */
  begin(): void {
    this.awaiting = true;
    this.changed = false;
    if (this.state.experiment) this.standIn = null;
  }

  /** Draws a recorded run in place of the one on its way, if that has the same settings and is not done. */
  drawInstead(standIn: StandIn): void {
    this.standIn = standIn;
    const { state } = this;
    if (state.status === 'idle') return; // It is taken up by the first that is shown.
    this.standIn = state.old || state.status === 'done' ? null : standInAfter(standIn, state);
    this.store.setState({ standIn: this.standIn });
  }

  /**
   * Shows a run as it stands now; returns whether it is the first to be shown after `begin`. One that has measured
   * nothing after `begin` leaves drawn what is there, as old.
   */
  show(facts: RunFacts, checkpoints: Checkpoints = noCheckpoints): boolean {
    const { state } = this;
    if (this.awaiting && facts.measurements === 0 && state.measurements > 0) {
      const { status, trouble } = facts;
      const over = { rate: null, secondsLeft: null, fingerprint: null } as const;
      this.store.setState({ ...over, status, trouble, old: true });
      return false;
    }
    const another = facts.trajectory !== state.trajectory;
    const arrived = this.awaiting && facts.trajectory !== null;
    if (arrived) this.awaiting = false;
    this.kept = checkpoints;
    const old = facts.measurements > 0 && this.changed;
    this.standIn = standInAfter(this.standIn, facts);
    const { standIn } = this;
    this.store.setState({ ...facts, id: another ? state.id + 1 : state.id, old, standIn }, true);
    return arrived;
  }

  /** The settings have changed, or are again those of the run on its way. */
  markOld(changed: boolean): void {
    this.changed = changed;
    const old = this.state.measurements > 0 && (changed || this.awaiting);
    if (this.state.old !== old) this.store.setState({ old });
  }
}
