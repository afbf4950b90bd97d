import type { Experiment } from '../core/experiment/experiment.ts';
import type { RunClient, RunEvents } from './client.ts';
import { Frames } from './frames.ts';
import { KeptRuns } from './kept-runs.ts';
import { advance, atEnd, isTraining, measuredEpoch, stepFrom, viewedMeasurement } from './player.ts';
import { RunStore } from './run.ts';
import { createViewStore, type ViewStore } from './view.ts';

/** Milliseconds without a further change before a new run starts. */
const settleMs = 250;

/** The run and the view of it, and all that the page can ask of them. */
export class Session {
  readonly run = new RunStore();
  readonly view: ViewStore;
  private readonly kept = new KeptRuns();
  private readonly client: RunClient;
  private readonly frames: Frames;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private before: number | null = null;
  private wanted: Experiment | null = null;
  private stepping = false;
  private repeats = 0;

  constructor(client: RunClient, view: ViewStore = createViewStore()) {
    this.client = client;
    this.view = view;
    this.frames = new Frames((now) => this.frame(now));
    this.run.store.subscribe((state, old) => {
      if (state.trajectory !== old.trajectory) this.view.setState({ head: 0 });
      if (state.measurements > old.measurements && this.stepping) this.arriveAtStep();
      this.frames.invalidate();
    });
    this.view.subscribe(() => this.frames.invalidate());
  }

  /** Calls `listener` once in each frame in which something to draw has changed. */
  onFrame(listener: () => void): () => void {
    this.listeners.add(listener);
    this.frames.invalidate();
    return () => void this.listeners.delete(listener);
  }

  /** The settings are now these: a run of them starts as soon as no more changes come. */
  want(experiment: Experiment, delay = settleMs): void {
    this.wanted = experiment;
    if (this.timer) clearTimeout(this.timer);
    if (this.run.isOf(experiment)) return this.run.markOld(false);
    this.run.markOld(true);
    this.timer = setTimeout(() => this.start(experiment), delay);
  }

  /** The same settings, the same seed, from the start. */
  reset(): void {
    if (this.timer) clearTimeout(this.timer);
    if (this.wanted) this.train(this.wanted);
  }

  togglePlay(): void {
    if (this.view.getState().playing) this.pause();
    else this.play();
  }

  /** The view moves, and training with it. */
  play(): void {
    const { head } = this.view.getState();
    this.stepping = false;
    this.view.setState({ playing: true, head: atEnd(this.run.state, head) ? 0 : head });
    this.resume();
  }

  /** Holds everything: the view and the training. */
  pause(): void {
    this.view.setState({ playing: false });
    this.hold();
  }

  /** Holds training alone. */
  hold(): void {
    if (this.run.state.status !== 'running') return;
    this.client.pause();
    this.run.setStatus('paused');
  }

  /** Lets training go on, whatever the view does. */
  resume(): void {
    if (this.run.state.status !== 'paused') return;
    this.client.resume();
    this.run.setStatus('running');
  }

  /** Ends training; what was measured stays. */
  stop(): void {
    void this.client.cancel();
  }

  /** Moves the view by whole measurements; one that is not there yet is trained for. */
  step(by = 1): void {
    const { head } = this.view.getState();
    this.view.setState({ playing: false });
    const epoch = stepFrom(this.run.state, head, by);
    if (epoch !== null) return this.view.setState({ head: epoch });
    if (by < 0 || !isTraining(this.run.state)) return;
    this.stepping = true;
    if (this.run.state.status === 'paused') this.client.step();
  }

  /** Puts the viewing head at an epoch, as far as it is measured, and leaves it there. */
  seek(epoch: number): void {
    this.stepping = false;
    this.view.setState({ playing: false, head: Math.min(Math.max(0, epoch), measuredEpoch(this.run.state)) });
  }

  dispose(): void {
    if (this.timer) clearTimeout(this.timer);
    this.frames.stop();
    this.client.dispose();
  }

  /** Shows the run of these settings from its start: one that is kept, or else a new one. */
  private start(experiment: Experiment): void {
    const kept = this.kept.find(experiment);
    if (!kept) return this.train(experiment);
    void this.client.cancel();
    this.run.show(kept);
    this.watchFromStart();
  }

  private train(experiment: Experiment): void {
    this.repeats = 0;
    this.send(experiment, this.run.begin(experiment));
    this.watchFromStart();
  }

  private watchFromStart(): void {
    this.stepping = false;
    this.view.setState({ playing: true });
  }

  private send(experiment: Experiment, id: number): void {
    const events: RunEvents = {
      started: (start) => this.run.started(id, start),
      discarded: () => undefined, // A run of one repeat is shown as it is.
      progress: (progress) => this.run.progress(id, progress),
      ended: (outcome) => {
        this.run.ended(id, outcome);
        const finished = this.run.finished();
        if (finished && outcome.kind === 'done') this.kept.keep(finished);
      },
      lost: (reason, detail) => this.lost(experiment, id, reason, detail),
    };
    void this.client.run(experiment, events);
  }

  /** A lost worker is replaced and the run repeated, once: the same settings give the same measurements again. */
  private lost(experiment: Experiment, id: number, reason: 'crashed' | 'silent', detail: string): void {
    if (id !== this.run.state.id) return;
    const epoch = Math.floor(this.run.state.trainedEpochs);
    if (this.repeats > 0) return this.run.fail(id, { kind: reason, detail, epoch });
    this.repeats++;
    const repeated = this.run.repeat({ kind: 'repeated', detail, epoch });
    this.send(experiment, repeated);
  }

  private arriveAtStep(): void {
    const epoch = stepFrom(this.run.state, this.view.getState().head, 1);
    if (epoch === null) return;
    this.stepping = false;
    this.view.setState({ head: epoch });
  }

  private frame(now: number): boolean {
    const { playing, ...view } = this.view.getState();
    const run = this.run.state;
    const ms = this.before === null ? 0 : Math.min(100, now - this.before);
    this.before = playing ? now : null;
    if (playing && viewedMeasurement(run, view.head) >= 0) {
      const head = advance(run, view, ms);
      if (head !== view.head) this.view.setState({ head });
      if (atEnd(run, head)) this.view.setState({ playing: false });
    }
    for (const listener of this.listeners) listener();
    return this.view.getState().playing && viewedMeasurement(run, view.head) >= 0;
  }
}
