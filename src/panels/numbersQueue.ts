import type { Experiment } from '../core/experiment/experiment.ts';
import { numbersInParts, type RepeatNumbers, type RepeatResult } from '../core/experiment/presets/outcome.ts';

type Work = ReturnType<typeof numbersInParts>;

/**
 * The numbers of runs that are done, each computed once, a row at a time: between two rows the page draws and listens.
 */
export class NumbersQueue {
  private readonly known = new WeakMap<object, RepeatNumbers>();
  private readonly begun = new WeakSet<object>();
  private readonly waiting: { readonly key: object; readonly work: Work }[] = [];
  private readonly listeners = new Set<() => void>();
  private count = 0;

  /** Grows whenever the numbers of a repeat are there. */
  readonly version = (): number => this.count;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** The numbers of a run, by what names it, if they are there. */
  of(key: object): RepeatNumbers | undefined {
    return this.known.get(key);
  }

  /** Computes the numbers of a run that is done, unless that is done or begun. */
  want(key: object, run: () => RepeatResult, experiment: Pick<Experiment, 'prefit'>): void {
    if (this.begun.has(key)) return;
    this.begun.add(key);
    this.waiting.push({ key, work: numbersInParts(run(), experiment) });
    if (this.waiting.length === 1) setTimeout(this.step);
  }

  private readonly step = (): void => {
    const [first] = this.waiting;
    if (!first) return;
    const next = first.work.next();
    if (next.done) {
      this.known.set(first.key, next.value);
      this.waiting.shift();
      this.count++;
      for (const listener of this.listeners) listener();
    }
    if (this.waiting.length > 0) setTimeout(this.step);
  };
}
