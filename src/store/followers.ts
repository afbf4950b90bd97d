import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../core/experiment/experiment.ts';
import type { RepeatSet } from './repeat-set.ts';
import type { RepeatsState } from './repeats.ts';
import { isSameExperiment } from './settings.ts';

/** How the experiment stands that is trained behind the one on the page. */
export interface Following {
  readonly experiment: Experiment;
  readonly repeats: RepeatsState;
}

/** What the followers need of the session. */
interface Room {
  /** The repeats of these settings: those that are kept, and what is missing. */
  create(experiment: Experiment): RepeatSet;
  keep(set: RepeatSet): void;
}

/**
 * Experiments that are trained one after another behind the one on the page, once that is done: the other variants of
 * a preset. What they finish is kept, so that it is there when it is asked for.
 */
export class Followers {
  readonly store: StoreApi<{ readonly now: Following | null }> = createStore(() => ({ now: null }));
  private readonly room: Room;
  private queue: readonly Experiment[] = [];
  private set: RepeatSet | null = null;
  /** The other run of a comparison: it comes before all that follow, and stays wanted wherever the page goes. */
  private compared: RepeatSet | null = null;

  constructor(room: Room) {
    this.room = room;
  }

  /** The experiments of which each is trained that is not on the page; what else was on its way is left. */
  want(experiments: readonly Experiment[]): void {
    if (this.set !== this.compared && !experiments.some((one) => this.isOf(one))) this.leave();
    this.queue = experiments;
  }

  /** The repeats that are compared with those on the page; null: none any more. What else is at work gives way. */
  compare(set: RepeatSet | null): void {
    if (this.set && this.set !== set) this.leave();
    this.compared = set;
  }

  /** The page is at this experiment now: another than these, and nothing follows any more. */
  arrive(experiment: Experiment): void {
    if (!this.queue.some((one) => isSameExperiment(one, experiment))) this.want([]);
  }

  /**
   * Goes on to the first that is not yet done; `present`: what is on the page. Where that has ended without being done
   * only the other run of a comparison goes on.
   */
  goOn(present: Experiment, done = true): void {
    const { compared } = this;
    if (!this.set && compared?.hasMissing && !isSameExperiment(compared.experiment, present))
      this.begin(compared);
    while (!this.set && done) {
      const next = this.queue.find((one) => !isSameExperiment(one, present));
      if (!next) return;
      const set = this.room.create(next);
      if (!set.hasMissing) {
        this.queue = this.queue.filter((one) => one !== next);
        continue;
      }
      this.begin(set);
    }
  }

  /** A repeat has come further. */
  heard(set: RepeatSet): void {
    if (set !== this.set) return;
    const { status, experiment } = set;
    if (status === 'running' || status === 'paused') return this.tell();
    this.queue = this.queue.filter((one) => !isSameExperiment(one, experiment));
    // What has ended, done or not, is not begun again by itself.
    if (set === this.compared) this.compared = null;
    this.leave();
  }

  /** The page goes to these settings: their repeats, if it is they that are on their way; others are left and kept. */
  take(experiment: Experiment): RepeatSet | null {
    const { set } = this;
    const taken = this.isOf(experiment) ? set : null;
    if (taken) {
      this.set = null;
      this.tell();
    } else this.leave();
    return taken;
  }

  hold(): void {
    this.set?.hold();
    this.tell();
  }

  resume(): void {
    this.set?.resume();
    this.tell();
  }

  /** Ends it, and nothing follows; what is done stays. */
  stop(): void {
    this.compare(null);
    this.want([]);
  }

  private begin(set: RepeatSet): void {
    this.set = set;
    set.start();
    this.tell();
  }

  private isOf(experiment: Experiment): boolean {
    return this.set !== null && isSameExperiment(this.set.experiment, experiment);
  }

  private leave(): void {
    const { set } = this;
    if (!set) return;
    this.set = null;
    set.withdraw();
    this.tell();
    this.room.keep(set);
  }

  private tell(): void {
    const { set } = this;
    this.store.setState({ now: set && { experiment: set.experiment, repeats: set.state(1) } });
  }
}
