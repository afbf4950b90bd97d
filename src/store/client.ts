import { proxy, wrap, type Endpoint, type Remote } from 'comlink';
import type { Experiment } from '../core/experiment/experiment.ts';
import type { DiscardedFit } from '../core/experiment/repeat.ts';
import type { LoadingState } from './loading.ts';
import type { RunOutcome, RunProgress, RunStart, RunWorker } from '../worker/protocol.ts';

/** What the client needs of a Worker. */
export interface WorkerPort extends Endpoint {
  terminate(): void;
}

export interface RunEvents {
  started(start: RunStart): void;
  discarded(fit: DiscardedFit): void;
  progress(progress: RunProgress): void;
  ended(outcome: RunOutcome): void;
  /** The worker died, or did not answer; it has been replaced, and the run is gone. */
  lost(reason: 'crashed' | 'silent', detail: string): void;
}

export interface ClientTiming {
  /** Milliseconds between two looks at whether the worker has said something. */
  readonly tick: number;
  /** Looks in a row without a word before the worker counts as silent. */
  readonly ticks: number;
  /** Milliseconds a cancelled run has for ending. */
  readonly cancel: number;
}

/** How many times longer than usual a worker may be silent while it loads data, beyond the usual. */
const patience = 4;

const defaults: ClientTiming = { tick: 500, ticks: 6, cancel: 200 };

/** One worker and the one run it is at. */
interface Job {
  readonly events: RunEvents;
  readonly ended: Promise<void>;
  /** It is to be doing something: not paused, not ended. */
  busy: boolean;
  over: boolean;
  silent: number;
}

/**
 * The page's side of the worker: starts it, drops what is stale, and replaces it when it dies or does not answer.
 * Silence is counted in looks, not in time: a page that was asleep does not find its worker dead.
 */
export class RunClient {
  private readonly spawn: () => WorkerPort;
  private readonly timing: ClientTiming;
  private readonly onLoading: (who: RunClient, state: LoadingState | null) => void;
  private port: WorkerPort | null = null;
  private api: Remote<RunWorker> | null = null;
  private job: Job | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;

  /** @param onLoading hears of data that the worker loads, and null when it no longer does */
  constructor(
    spawn: () => WorkerPort,
    timing: ClientTiming = defaults,
    onLoading: (who: RunClient, state: LoadingState | null) => void = () => undefined,
  ) {
    this.spawn = spawn;
    this.timing = timing;
    this.onLoading = onLoading;
  }

  /** Begins a run; an older one is ended first, and nothing of it is heard any more. */
  async run(experiment: Experiment, events: RunEvents, repeat = 1): Promise<void> {
    const older = this.job;
    let settle = (): void => undefined;
    const ended = new Promise<void>((resolve) => (settle = resolve));
    const job: Job = { events, ended, busy: true, over: false, silent: 0 };
    this.job = job;
    if (older && !older.over) await this.end(older);
    if (this.job !== job) {
      settle(); // A still newer run has come meanwhile.
      return;
    }
    this.watch();
    const hear = (deliver: () => void): void => {
      job.silent = 0;
      if (this.job === job && !job.over) deliver();
    };
    const listener = {
      loading: (loaded: number, total: number) => {
        hear(() => this.onLoading(this, { loaded, total }));
        // Data that has come is unpacked and counted in one go, on a slow machine for seconds.
        job.silent = -patience * this.timing.ticks;
      },
      started: (start: RunStart) =>
        hear(() => {
          this.onLoading(this, null);
          events.started(start);
        }),
      discarded: (fit: DiscardedFit) => hear(() => events.discarded(fit)),
      progress: (progress: RunProgress) => hear(() => events.progress(progress)),
    };
    try {
      const outcome = await this.worker().run(experiment, proxy(listener), { repeat });
      hear(() => {
        job.over = true;
        events.ended(outcome);
      });
    } catch (error) {
      if (this.job === job && !job.over)
        this.lose('crashed', error instanceof Error ? error.message : String(error));
    } finally {
      job.over = true;
      job.busy = false;
      settle();
      if (this.job === job) this.unwatch();
    }
  }

  pause(): void {
    if (this.job) this.job.busy = false;
    void this.api?.pause();
  }

  resume(): void {
    this.wake();
    void this.api?.resume();
  }

  /** While paused: trains up to the next measurement. */
  step(): void {
    void this.api?.step();
  }

  /** Ends the run; its `ended` is called with what the worker answers, or with `cancelled`. */
  async cancel(): Promise<void> {
    const { job } = this;
    if (!job || job.over) return;
    await this.end(job);
    if (this.job === job) this.giveUp(job);
  }

  dispose(): void {
    this.unwatch();
    this.job = null;
    this.drop();
  }

  /** Asks for the end of a run, and ends the worker if it does not come in time. */
  private async end(job: Job): Promise<void> {
    job.busy = false;
    void this.api?.cancel();
    const late = Symbol('late');
    const timeout = new Promise<symbol>((resolve) => setTimeout(resolve, this.timing.cancel, late));
    if ((await Promise.race([job.ended, timeout])) === late) this.drop();
  }

  /** Calls a run cancelled whose worker has not said so. */
  private giveUp(job: Job): void {
    if (job.over) return;
    job.over = true;
    this.unwatch();
    job.events.ended({ kind: 'cancelled' });
  }

  private worker(): Remote<RunWorker> {
    if (this.api) return this.api;
    const port = this.spawn();
    port.addEventListener('error', (event) => {
      if (this.port === port) this.lose('crashed', 'message' in event ? String(event.message) : '');
    });
    port.addEventListener('messageerror', () => {
      if (this.port === port) this.lose('crashed', '');
    });
    this.port = port;
    this.api = wrap<RunWorker>(port);
    return this.api;
  }

  private drop(): void {
    this.port?.terminate();
    this.port = null;
    this.api = null;
  }

  private lose(reason: 'crashed' | 'silent', detail: string): void {
    const { job } = this;
    this.drop();
    this.unwatch();
    if (!job || job.over) return;
    job.over = true;
    job.events.lost(reason, detail);
  }

  private wake(): void {
    if (!this.job) return;
    this.job.busy = !this.job.over;
    this.job.silent = 0;
  }

  private watch(): void {
    this.unwatch();
    this.timer = setInterval(() => {
      const { job } = this;
      if (!job?.busy) return;
      job.silent++;
      if (job.silent >= this.timing.ticks) this.lose('silent', '');
    }, this.timing.tick);
  }

  private unwatch(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.onLoading(this, null);
  }
}
