import type { DiscardedFit } from '../core/experiment/repeat.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import { totalEpochs } from '../core/experiment/schedule.ts';
import { slice, Trajectory } from '../core/experiment/trajectory.ts';
import type { RunOutcome, RunProgress, RunStart } from '../worker/protocol.ts';
import { Checkpoints } from './checkpoints.ts';
import { Rate } from './rate.ts';
import { noFacts, type RunFacts, type RunTrouble } from './run.ts';

/** One repeat of an experiment: what it has measured so far, and how it stands. */
export class Member {
  readonly repeat: number;
  private now: RunFacts;
  private kept: Checkpoints;
  private rate = new Rate();
  /** Epochs of attempts that were thrown away: they took their time too, and tell how fast it is. */
  private earlierEpochs = 0;
  private present = 1;
  /** The attempt whose messages come in now: a worker that begins again sends earlier attempts once more. */
  private arriving = 1;
  private bad = false;
  private losses = 0;
  private budget: number;

  /** @param budget bytes of checkpoints */
  constructor(experiment: Experiment, repeat: number, budget: number) {
    this.repeat = repeat;
    this.budget = budget;
    this.kept = new Checkpoints(budget);
    this.now = { ...noFacts, experiment, status: 'waiting' };
  }

  get facts(): RunFacts {
    return this.now;
  }

  get checkpoints(): Checkpoints {
    return this.kept;
  }

  /** 1 is the first; it grows when another is begun after a bad fit. */
  get attempt(): number {
    return this.present;
  }

  get isBadFit(): boolean {
    return this.bad;
  }

  get isDone(): boolean {
    return this.now.status === 'done';
  }

  /** Has it come to an end that training it again cannot change? */
  get isSettled(): boolean {
    const { status, trouble } = this.now;
    return status === 'done' || (status === 'failed' && trouble?.kind === 'failed');
  }

  /**
   * Is this what a run of `experiment` gives, which has the same settings but perhaps other ones for repeats and bad
   * fits? Only where bad fits are restarted can there be a second attempt, and can none be left.
   */
  isRepeatOf(experiment: Experiment): boolean {
    const restarts = restartsBadFits(experiment);
    const { status, experiment: own } = this.now;
    if (status === 'failed' && own && restartsBadFits(own) !== restarts) return false;
    return restarts ? !this.bad : this.present === 1;
  }

  /** These settings, equal in all that is trained, are those of the page now. */
  adopt(experiment: Experiment): void {
    this.change({ experiment });
  }

  /** A worker has begun it. What is there from before stays: what comes again is the same. */
  begin(experiment: Experiment): void {
    this.rate = new Rate();
    const trouble = this.now.trouble?.kind === 'repeated' ? this.now.trouble : null;
    this.change({ experiment, status: 'running', trouble, rate: null, secondsLeft: null });
  }

  started(start: RunStart): void {
    this.arriving = start.attempt;
    if (start.attempt > this.present) {
      this.present = start.attempt;
      this.forget();
    }
    if (start.attempt !== this.present || this.now.trajectory) return;
    this.change({ start, trajectory: new Trajectory(start.layers + 1) });
  }

  /** Returns false if that was known. */
  discarded(fit: DiscardedFit): boolean {
    if (fit.attempt < this.present) return false;
    this.present = fit.attempt;
    this.forget();
    return true;
  }

  progress(part: RunProgress): void {
    const { trajectory, experiment } = this.now;
    if (!trajectory || !experiment || this.arriving !== this.present) return;
    this.append(trajectory, part);
    this.rate.add(part.elapsedMs, this.earlierEpochs + part.trainedEpochs);
    const rate = this.rate.perSecond();
    const left = totalEpochs(experiment) - part.trainedEpochs;
    const { violations, trainedEpochs } = this.now;
    this.change({
      measurements: trajectory.length,
      trainedEpochs: Math.max(part.trainedEpochs, trainedEpochs),
      elapsedMs: part.elapsedMs,
      rate,
      secondsLeft: rate ? Math.max(0, left / rate) : null,
      violations: part.violations.length ? [...violations, ...part.violations] : violations,
      checkpoints: this.kept.summary(),
    });
  }

  ended(outcome: RunOutcome): void {
    const over = { secondsLeft: null, rate: null } as const;
    if (outcome.kind === 'done') {
      const { fingerprint, elapsedMs } = outcome;
      const { experiment } = this.now;
      this.bad = outcome.badFit ?? false;
      const trainedEpochs = experiment ? totalEpochs(experiment) : 0;
      this.change({ ...over, status: 'done', fingerprint, elapsedMs, trainedEpochs });
    } else if (outcome.kind === 'cancelled') {
      this.change({ ...over, status: 'cancelled' });
    } else {
      const epoch = outcome.kind === 'failed' ? outcome.epoch : null;
      this.fail({ kind: outcome.kind, detail: outcome.message, epoch });
    }
  }

  /** Its worker is lost: true if it is to be begun again, which is so once. */
  lost(reason: 'crashed' | 'silent', detail: string): boolean {
    const epoch = Math.floor(this.now.trainedEpochs);
    if (this.losses++ > 0) {
      this.fail({ kind: reason, detail, epoch });
      return false;
    }
    this.change({ status: 'waiting', trouble: { kind: 'repeated', detail, epoch } });
    return true;
  }

  hold(): void {
    if (this.now.status === 'running') this.change({ status: 'paused' });
  }

  release(): void {
    if (this.now.status === 'paused') this.change({ status: 'running' });
  }

  /** It waits for a worker, or no longer does. */
  wait(waits: boolean): void {
    if (waits) this.losses = 0;
    this.change(waits ? { status: 'waiting', trouble: null } : { status: 'cancelled' });
  }

  /** It ended elsewhere, and comes from a file: nothing is left to train. */
  open(
    facts: Partial<RunFacts>,
    end: {
      readonly attempt: number;
      readonly isBadFit: boolean;
      readonly failure: { readonly epoch: number; readonly message: string } | null;
    },
  ): void {
    this.present = end.attempt;
    this.bad = end.isBadFit;
    this.change({ ...facts, status: 'done' });
    if (end.failure) this.fail({ kind: 'failed', detail: end.failure.message, epoch: end.failure.epoch });
  }

  /** Lowers what its checkpoints may take, in bytes. */
  shrink(budget: number): void {
    this.budget = Math.min(this.budget, budget);
    this.kept.shrink(this.budget);
    if (this.now.checkpoints) this.change({ checkpoints: this.kept.summary() });
  }

  private fail(trouble: RunTrouble): void {
    this.change({ status: 'failed', trouble, secondsLeft: null, rate: null });
  }

  /** What was measured belongs to an attempt that does not count. */
  private forget(): void {
    this.kept = new Checkpoints(this.budget);
    this.earlierEpochs += this.now.trainedEpochs;
    const { experiment, status, trouble, rate } = this.now;
    this.now = { ...noFacts, experiment, status, trouble, rate };
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

  private change(change: Partial<RunFacts>): void {
    this.now = { ...this.now, ...change };
  }
}

/** Does a bad fit begin again there? A run of one repeat is shown as it is. */
export function restartsBadFits({ repeats, badfits }: Experiment): boolean {
  return repeats > 1 && badfits === 'restart';
}
