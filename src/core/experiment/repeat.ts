import type { Task } from '../tasks/task.ts';
import type { Experiment } from './experiment.ts';
import { BadFit, Run, RunError, type KernelFactory, type Measurement } from './run.ts';

/**
 * An attempt that was thrown away: what was measured in it does not count. Seed, repeat and attempt name its streams, so
 * that it can be trained again.
 */
export interface DiscardedFit {
  readonly kind: 'bad fit';
  readonly seed: number;
  readonly repeat: number;
  /** 1 is the first. */
  readonly attempt: number;
  /** The epoch whose running training accuracy was too low. */
  readonly epoch: number;
  readonly accuracy: number;
}

/** Attempts of one repeat before it is given up. */
export const mostAttempts = 20;

/**
 * One repeat of an experiment, begun again after each bad fit (see Experiment.badfits).
 *
 * Yields what Run yields, and a DiscardedFit where an attempt was thrown away: whoever listens forgets what it
 * measured, the next attempt begins from its start.
 */
export class Repeat {
  readonly experiment: Experiment;
  readonly repeat: number;
  private readonly begin: (attempt: number) => Run;
  private current: Run;

  /**
   * @param task the one that the experiment names
   * @param repeat 1 to experiment.repeats
   */
  constructor(experiment: Experiment, task: Task, createKernel: KernelFactory, repeat = 1) {
    if (!Number.isInteger(repeat) || repeat < 1)
      throw new RangeError(`Repeat: ${repeat} is no number of a repeat`);
    this.experiment = experiment;
    this.repeat = repeat;
    this.begin = (attempt) => new Run(experiment, task, createKernel, { repeat, attempt });
    this.current = this.begin(1);
  }

  /** The present attempt. */
  get run(): Run {
    return this.current;
  }

  *[Symbol.iterator](): Generator<number | Measurement | DiscardedFit, void, void> {
    const { experiment, repeat } = this;
    for (let attempt = 1; ; attempt++) {
      try {
        yield* this.current;
        return;
      } catch (error) {
        if (!(error instanceof BadFit)) throw error;
        const { epoch, accuracy } = error;
        yield { kind: 'bad fit', seed: experiment.seed, repeat, attempt, epoch, accuracy };
        if (attempt === mostAttempts) {
          throw new RunError(
            `It did not fit in ${mostAttempts} attempts; the last had a training accuracy of ` +
              `${accuracy.toFixed(3)} after epoch ${epoch}. Train with other settings, or keep bad fits.`,
            epoch,
          );
        }
        this.current = this.begin(attempt + 1);
      }
    }
  }
}

export const isDiscarded = (event: number | Measurement | DiscardedFit): event is DiscardedFit =>
  typeof event === 'object' && 'kind' in event;
