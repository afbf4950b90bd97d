import type { Experiment } from '../core/experiment/experiment.ts';
import type { Trajectory, Violation } from '../core/experiment/trajectory.ts';
import type { RunStart } from '../worker/protocol.ts';
import { runBudget, totalBudget, type Checkpoints } from './checkpoints.ts';
import { isSameExperiment } from './settings.ts';

/** A run that is done. */
export interface KeptRun {
  readonly experiment: Experiment;
  readonly start: RunStart;
  readonly trajectory: Trajectory;
  readonly checkpoints: Checkpoints;
  readonly violations: readonly Violation[];
  readonly fingerprint: string;
  /** Milliseconds of work. */
  readonly elapsedMs: number;
}

/** How many runs are kept at most; their trajectories are small beside their checkpoints. */
const most = 16;

/** The last finished runs, so that their settings show them again without training. */
export class KeptRuns {
  private runs: KeptRun[] = [];
  private readonly budget: number;

  /** @param budget bytes of checkpoints of all kept runs; the run that is being trained has its own beside it */
  constructor(budget: number = totalBudget - runBudget) {
    this.budget = budget;
  }

  /** Takes a run in as the newest; the oldest ones make room, losing checkpoints first. */
  keep(run: KeptRun): void {
    this.runs = this.runs.filter((other) => !isSameExperiment(other.experiment, run.experiment));
    this.runs = [...this.runs, run].slice(-most);
    for (const { checkpoints } of this.runs) {
      const excess = this.bytes() - this.budget;
      if (excess <= 0) return;
      checkpoints.shrink(Math.max(0, checkpoints.summary().bytes - excess));
    }
  }

  find(experiment: Experiment): KeptRun | undefined {
    return this.runs.find((run) => isSameExperiment(run.experiment, experiment));
  }

  /** Bytes of checkpoints in all. */
  bytes(): number {
    return this.runs.reduce((sum, { checkpoints }) => sum + checkpoints.summary().bytes, 0);
  }
}
