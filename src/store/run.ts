import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../core/experiment/experiment.ts';
import { slice, Trajectory, type Violation } from '../core/experiment/trajectory.ts';
import type { RunOutcome, RunProgress, RunStart } from '../worker/protocol.ts';
import { Checkpoints, type CheckpointSummary } from './checkpoints.ts';
import type { KeptRun } from './kept-runs.ts';
import { isTraining } from './player.ts';
import { Rate } from './rate.ts';
import { isSameExperiment } from './settings.ts';

export type RunStatus = 'idle' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

/** Why a run ended early, or had to be repeated: a message key, with the program's own words where there are any. */
export interface RunTrouble {
  readonly kind: 'failed' | 'crashed' | 'silent' | 'repeated';
  readonly detail: string;
  readonly epoch: number | null;
}

/** A run and what it has measured so far. */
export interface RunState {
  /** Counts up; what arrives for an older one is dropped. */
  readonly id: number;
  readonly experiment: Experiment | null;
  readonly status: RunStatus;
  /** The settings have changed since, and the run of the new ones has not measured anything yet. */
  readonly old: boolean;
  readonly start: RunStart | null;
  readonly trajectory: Trajectory | null;
  /** Measurements in the trajectory: changes when it grows. */
  readonly measurements: number;
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
}

const nothing: RunState = {
  id: 0,
  experiment: null,
  status: 'idle',
  old: false,
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
};

/** The run on the page. What an earlier run measured stays drawn until the next one has something to show. */
export class RunStore {
  readonly store: StoreApi<RunState> = createStore<RunState>(() => nothing);
  private rate = new Rate();
  private kept = new Checkpoints();
  private awaiting: { experiment: Experiment; start: RunStart | null } | null = null;

  get state(): RunState {
    return this.store.getState();
  }

  /** The present run's checkpoints, for whatever measures it again. */
  get checkpoints(): Checkpoints {
    return this.kept;
  }

  /** A new run of `experiment` is on its way; returns its id. */
  begin(experiment: Experiment): number {
    const id = this.state.id + 1;
    this.awaiting = { experiment, start: null };
    this.rate = new Rate();
    const common = { id, status: 'running', trouble: null, rate: null, secondsLeft: null } as const;
    const shown = this.state.measurements > 0;
    this.store.setState(
      shown ? { ...common, old: true, fingerprint: null } : { ...nothing, ...common, experiment },
    );
    return id;
  }

  /** Shows a finished run again. */
  show(run: KeptRun): void {
    this.awaiting = null;
    this.kept = run.checkpoints;
    const { checkpoints, ...rest } = run;
    const { trajectory, experiment } = run;
    this.store.setState({
      ...nothing,
      ...rest,
      id: this.state.id + 1,
      status: 'done',
      measurements: trajectory.length,
      trainedEpochs: experiment.epochs,
      checkpoints: checkpoints.summary(),
    });
  }

  /** The run on the page, if it is done. */
  finished(): KeptRun | null {
    const { experiment, start, trajectory, violations, fingerprint, elapsedMs, status } = this.state;
    if (status !== 'done' || !experiment || !start || !trajectory || fingerprint === null) return null;
    return { experiment, start, trajectory, checkpoints: this.kept, violations, fingerprint, elapsedMs };
  }

  /** Is this the run on the page: done, or on its way? */
  isOf(experiment: Experiment): boolean {
    const shown = this.awaiting?.experiment ?? this.state.experiment;
    const alive = this.state.status === 'done' || isTraining(this.state);
    return shown !== null && alive && isSameExperiment(shown, experiment);
  }

  /** The worker is to repeat this run from its start: what is there stays, what comes again is the same. */
  repeat(trouble: RunTrouble): number {
    this.rate = new Rate();
    this.store.setState({ id: this.state.id + 1, status: 'running', trouble, rate: null, secondsLeft: null });
    return this.state.id;
  }

  /** The settings have changed, or are again those of the run on its way. */
  markOld(changed: boolean): void {
    const old = this.state.measurements > 0 && (changed || this.awaiting !== null);
    if (this.state.old !== old) this.store.setState({ old });
  }

  setStatus(status: RunStatus): void {
    this.store.setState({ status });
  }

  started(id: number, start: RunStart): void {
    if (id !== this.state.id) return;
    if (this.awaiting) this.awaiting = { ...this.awaiting, start };
    this.arrive(this.state.measurements === 0);
  }

  progress(id: number, part: RunProgress): void {
    if (id !== this.state.id) return;
    this.arrive(part.columns.epoch.length > 0);
    const { trajectory, experiment } = this.state;
    if (this.awaiting || !trajectory || !experiment) return; // Nothing measured yet: the earlier run stays.
    this.append(trajectory, part);
    this.rate.add(part.elapsedMs, part.trainedEpochs);
    const rate = this.rate.perSecond();
    this.store.setState({
      measurements: trajectory.length,
      trainedEpochs: Math.max(part.trainedEpochs, this.state.trainedEpochs),
      elapsedMs: part.elapsedMs,
      rate,
      secondsLeft: rate ? Math.max(0, (experiment.epochs - part.trainedEpochs) / rate) : null,
      violations: part.violations.length
        ? [...this.state.violations, ...part.violations]
        : this.state.violations,
      checkpoints: this.kept.summary(),
    });
  }

  ended(id: number, outcome: RunOutcome): void {
    if (id !== this.state.id) return;
    const over = { secondsLeft: null, rate: null } as const;
    if (outcome.kind === 'done') {
      this.arrive(true);
      const { fingerprint, elapsedMs } = outcome;
      const trainedEpochs = this.state.experiment?.epochs ?? 0;
      this.store.setState({ ...over, status: 'done', fingerprint, elapsedMs, trainedEpochs });
    } else if (outcome.kind === 'cancelled') {
      this.store.setState({ ...over, status: 'cancelled' });
    } else {
      this.fail(id, { kind: 'failed', detail: outcome.message, epoch: outcome.epoch });
    }
  }

  fail(id: number, trouble: RunTrouble): void {
    if (id !== this.state.id) return;
    this.store.setState({ status: 'failed', trouble, secondsLeft: null, rate: null });
  }

  /** Puts the new run's (still empty) trajectory in the place of the old one, as soon as it has something to show. */
  private arrive(something: boolean): void {
    const { awaiting } = this;
    if (!awaiting?.start || !something) return;
    this.awaiting = null;
    this.kept = new Checkpoints();
    this.store.setState({
      ...nothing,
      id: this.state.id,
      status: this.state.status,
      experiment: awaiting.experiment,
      start: awaiting.start,
      trajectory: new Trajectory(awaiting.start.layers + 1),
    });
  }

  private append(trajectory: Trajectory, part: RunProgress): void {
    const last = trajectory.length ? (trajectory.columns().epoch.at(-1) ?? -1) : -1;
    const count = part.columns.epoch.length;
    const from = part.columns.epoch.findIndex((epoch) => epoch > last);
    if (from < 0) return;
    trajectory.append(from === 0 ? part.columns : slice(part.columns, trajectory.rows, from, count));
    const floats = part.checkpoints.length / count;
    for (let m = from; m < count; m++) {
      this.kept.add(part.columns.epoch[m] ?? 0, part.checkpoints.slice(m * floats, (m + 1) * floats));
    }
  }
}
