import { SettingsError } from '../core/experiment/problems.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import { isDiscarded, Repeat } from '../core/experiment/repeat.ts';
import { RunError, type KernelFactory } from '../core/experiment/run.ts';
import type { TaskSource } from '../core/tasks/task-by-name.ts';
import type { TaskName } from '../core/tasks/task-name.ts';
import { TaskError } from '../core/tasks/task-error.ts';
import type { Task } from '../core/tasks/task.ts';
import { Breath } from './breath.ts';
import { Outbox } from './outbox.ts';
import type { KernelName, RunListener, RunOptions, RunOutcome, RunWorker } from './protocol.ts';

/** Milliseconds of work between two breaths: well under 30, so that a pause or cancel is heard in time. */
const stretch = 12;

/** Milliseconds between two words while data is loaded, however slowly it comes: a silent worker counts as lost. */
const word = 1000;

/** What the page can ask of the run that is going on. */
class Control {
  cancelled = false;
  paused = false;
  /** Pause again after the next measurement. */
  stepping = false;
  private wake: (() => void) | null = null;

  /** Asked by a call, since the answer may change at every `await`. */
  isCancelled(): boolean {
    return this.cancelled;
  }

  /** Resolves once the run may go on. */
  async whilePaused(): Promise<void> {
    while (this.paused && !this.cancelled) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  change(what: Partial<Pick<Control, 'cancelled' | 'paused' | 'stepping'>>): void {
    Object.assign(this, what);
    this.wake?.();
  }
}

/**
 * The worker's side: one run at a time, trained in short stretches between which messages are heard. A newer run
 * ends an older one.
 */
export class RunService implements RunWorker {
  private readonly createKernel: (wanted?: KernelName) => Promise<KernelFactory>;
  private readonly getTask: TaskSource;
  private readonly now: () => number;
  private readonly breath = new Breath();
  private control = new Control();
  private ended: Promise<unknown> = Promise.resolve();

  constructor(
    createKernel: (wanted?: KernelName) => Promise<KernelFactory>,
    getTask: TaskSource,
    now: () => number,
  ) {
    this.createKernel = createKernel;
    this.getTask = getTask;
    this.now = now;
  }

  async run(experiment: Experiment, listener: RunListener, options: RunOptions = {}): Promise<RunOutcome> {
    this.control.change({ cancelled: true });
    const control = new Control();
    this.control = control;
    const older = this.ended;
    const outcome = older.then(() => this.train(experiment, listener, control, options)).catch(failure);
    this.ended = outcome;
    return outcome;
  }

  pause(): void {
    this.control.change({ paused: true });
  }

  resume(): void {
    this.control.change({ paused: false, stepping: false });
  }

  step(): void {
    this.control.change({ paused: false, stepping: true });
  }

  cancel(): void {
    this.control.change({ cancelled: true });
  }

  private async train(
    experiment: Experiment,
    listener: RunListener,
    control: Control,
    options: RunOptions,
  ): Promise<RunOutcome> {
    const factory = await this.createKernel(options.kernel);
    const task = await this.load(experiment.task, listener);
    if (control.isCancelled()) return { kind: 'cancelled' };
    let begun = this.now();
    let elapsedMs = 0;
    const repeat = new Repeat(experiment, task, factory, options.repeat);
    const outbox = new Outbox(repeat.run, listener, this.now);
    let fingerprint = '';
    let again = false;
    try {
      for (const event of repeat) {
        if (again) outbox.announce(repeat.run);
        again = isDiscarded(event);
        if (typeof event === 'number') outbox.trained(event);
        else if (isDiscarded(event)) outbox.discarded(event);
        else {
          outbox.measured(event);
          ({ fingerprint } = event);
          if (control.stepping) control.change({ paused: true, stepping: false });
        }
        if (this.now() - begun < stretch && !control.paused) continue;
        elapsedMs += this.now() - begun;
        void outbox.post(elapsedMs, control.paused);
        await this.breath.take();
        await control.whilePaused();
        if (control.isCancelled()) return { kind: 'cancelled' };
        begun = this.now();
      }
    } finally {
      // Whatever ended the run: what is already measured reaches the page.
      elapsedMs += this.now() - begun;
      if (!control.isCancelled()) await outbox.post(elapsedMs, true);
    }
    const { which, isBadFit } = repeat.run;
    const done = { kind: 'done', fingerprint, attempt: which.attempt, elapsedMs } as const;
    return isBadFit ? { ...done, badFit: true } : done;
  }

  private async load(name: TaskName, listener: RunListener): Promise<Task> {
    let loaded = 0;
    let total = 0;
    const timer = setInterval(() => listener.loading(loaded, total), word);
    try {
      return await this.getTask(name, (...state) => {
        [loaded, total] = state;
        listener.loading(loaded, total);
      });
    } finally {
      clearInterval(timer);
    }
  }
}

function failure(error: unknown): RunOutcome {
  if (error instanceof RunError) return { kind: 'failed', message: error.message, epoch: error.epoch };
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof SettingsError) return { kind: 'failed', message, epoch: null };
  if (error instanceof TaskError) return { kind: 'broken', message };
  return {
    kind: 'broken',
    message: `${message} Reset starts the run again; if it fails again, please report it with the link.`,
  };
}
