import type { Experiment } from '../core/experiment/experiment.ts';
import type { RunClient, RunEvents } from './client.ts';

/** One repeat to be trained, and who is told of it. */
export interface Job {
  readonly experiment: Experiment;
  readonly repeat: number;
  readonly events: RunEvents;
  /** A worker has taken it. */
  begun(): void;
}

/** One worker's place; the worker itself is begun when it is first needed. */
interface Slot {
  readonly client: RunClient;
  job: Job | null;
}

/** As many workers as this machine has cores, less one for the page. */
export function usualWorkers(cores: number): number {
  return Math.max(1, Math.floor(cores) - 1);
}

/**
 * Trains jobs in order, each as soon as a worker is free. A job's result depends on nothing but the job, so how many
 * workers there are decides only when it is there.
 */
export class Pool {
  private readonly createClient: () => RunClient;
  private slots: Slot[] = [];
  private queue: Job[] = [];
  private most: number;
  private paused = false;

  constructor(createClient: () => RunClient, workers = 1) {
    this.createClient = createClient;
    this.most = Math.max(1, workers);
  }

  /** How many workers there may be. */
  get workers(): number {
    return this.most;
  }

  /** More of them begin at once; with fewer, those that are at work end theirs first. */
  setWorkers(workers: number): void {
    this.most = Math.max(1, Math.floor(workers));
    this.dispatch();
    this.tidy();
  }

  /** These jobs take the place of all others: the first of them is begun at once, also on a worker that is busy. */
  replace(jobs: readonly Job[]): void {
    this.paused = false;
    this.queue = [...jobs];
    for (const [index, slot] of this.slots.entries()) {
      const next = index < this.most ? this.queue.shift() : undefined;
      if (next) this.begin(slot, next);
      else this.drop(slot);
    }
    this.dispatch();
    this.tidy();
  }

  /** More jobs, behind those that wait; `next`: before them. */
  add(jobs: readonly Job[], next = false): void {
    this.queue = next ? [...jobs, ...this.queue] : [...this.queue, ...jobs];
    this.dispatch();
  }

  /** Takes jobs back: those that wait never begin, those at work are ended and heard no more. */
  withdraw(jobs: readonly Job[]): void {
    this.queue = this.queue.filter((job) => !jobs.includes(job));
    for (const slot of this.slots) if (slot.job && jobs.includes(slot.job)) this.drop(slot);
    this.dispatch();
    this.tidy();
  }

  /** Holds every worker; nothing new begins. */
  pause(): void {
    this.paused = true;
    for (const { client, job } of this.slots) if (job) client.pause();
  }

  resume(): void {
    this.paused = false;
    for (const { client, job } of this.slots) if (job) client.resume();
    this.dispatch();
  }

  /** While paused: one job goes on to its next measurement. */
  step(job: Job): void {
    this.slots.find((slot) => slot.job === job)?.client.step();
  }

  /** Ends what is at work (its `ended` is called, with `cancelled`), and forgets what waits. */
  async cancel(): Promise<void> {
    this.queue = [];
    this.paused = false;
    await Promise.all(this.slots.map(({ client }) => client.cancel()));
  }

  dispose(): void {
    this.queue = [];
    for (const { client } of this.slots) client.dispose();
    this.slots = [];
  }

  private dispatch(): void {
    while (!this.paused && this.queue.length > 0) {
      const slot = this.freeSlot();
      const job = slot && this.queue.shift();
      if (!slot || !job) return;
      this.begin(slot, job);
    }
  }

  private freeSlot(): Slot | null {
    const free = this.slots.slice(0, this.most).find(({ job }) => job === null);
    if (free || this.slots.length >= this.most) return free ?? null;
    const slot: Slot = { client: this.createClient(), job: null };
    this.slots.push(slot);
    return slot;
  }

  private begin(slot: Slot, job: Job): void {
    slot.job = job;
    job.begun();
    const over = (tell: () => void): void => {
      if (slot.job !== job) return; // It was taken back meanwhile.
      slot.job = null;
      tell();
      this.dispatch();
      this.tidy();
    };
    const { events } = job;
    void slot.client.run(
      job.experiment,
      {
        started: (start) => events.started(start),
        discarded: (fit) => events.discarded(fit),
        progress: (progress) => events.progress(progress),
        ended: (outcome) => over(() => events.ended(outcome)),
        lost: (reason, detail) => over(() => events.lost(reason, detail)),
      },
      job.repeat,
    );
  }

  /** Ends what a worker is at; nobody hears of it. */
  private drop(slot: Slot): void {
    if (!slot.job) return;
    slot.job = null;
    void slot.client.cancel();
  }

  /** Ends the workers beyond the first that have nothing to do: each holds the data in its own memory. */
  private tidy(): void {
    const wanted = this.queue.length > 0 ? this.most : 1;
    for (let index = this.slots.length - 1; index >= wanted; index--) {
      const slot = this.slots[index];
      if (!slot || slot.job) continue;
      slot.client.dispose();
      this.slots.splice(index, 1);
    }
  }
}
