import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../core/experiment/experiment.ts';
import { memberBudget, totalBudget } from './checkpoints.ts';
import { createClaimStore, type ClaimStore } from './claim.ts';
import { createCompareStore, type CompareStore } from './compare.ts';
import { Followers } from './followers.ts';
import { Frames } from './frames.ts';
import { KeptSets, type KeptSet } from './kept-sets.ts';
import type { Member } from './member.ts';
import { advance, atEnd, isTraining, measuredEpoch, stepFrom, viewedMeasurement } from './player.ts';
import type { Pool } from './pool.ts';
import { RepeatSet } from './repeat-set.ts';
import { noRepeats, type RepeatsState } from './repeats.ts';
import { RunStore } from './run.ts';
import { isSameExperiment, trainsTheSame } from './settings.ts';
import { isRecorded } from './stand-in.ts';
import { createViewStore, type RepeatChoice, type ViewStore } from './view.ts';

/** Milliseconds without a further change before a new run starts. */
const settleMs = 250;

/** The repeats of the settings, the run that is looked at, the view of it, and all that the page can ask of them. */
export class Session {
  /** What is looked at: one repeat, or their mean. */
  readonly run = new RunStore();
  /** All repeats: how they stand. */
  readonly repeats: StoreApi<RepeatsState> = createStore<RepeatsState>(() => noRepeats);
  readonly view: ViewStore;
  readonly pool: Pool;
  /** The run that is compared with what is looked at. */
  readonly compare: CompareStore = createCompareStore();
  /** What the page's link says came out. */
  readonly claim: ClaimStore = createClaimStore();
  /** What is trained behind the page, once all on it is done. */
  readonly followers: Followers;
  private readonly kept = new KeptSets();
  private readonly frames: Frames;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private before: number | null = null;
  private wanted: Experiment | null = null;
  private current: RepeatSet | null = null;
  private stepping = false;

  constructor(pool: Pool, view: ViewStore = createViewStore()) {
    this.pool = pool;
    this.view = view;
    this.followers = new Followers({
      create: (experiment) => this.repeatsOf(experiment),
      keep: (set) => this.kept.keep(set.kept(), this.keptBudget()),
    });
    this.frames = new Frames((now) => this.frame(now));
    this.run.store.subscribe((state, old) => {
      if (state.measurements > old.measurements && this.stepping) this.arriveAtStep();
      this.frames.invalidate();
    });
    for (const store of [this.repeats, this.compare]) store.subscribe(() => this.frames.invalidate());
    this.view.subscribe((view, old) => {
      if (view.repeat !== old.repeat) this.show();
      this.frames.invalidate();
    });
  }

  /** All repeats, with what they measured; null before there is one. */
  get set(): RepeatSet | null {
    return this.current;
  }

  /** Calls `listener` once in each frame in which something to draw has changed. */
  onFrame(listener: () => void): () => void {
    this.listeners.add(listener);
    this.frames.invalidate();
    return () => void this.listeners.delete(listener);
  }

  /** The settings are now these: what is missing of them is trained as soon as no more changes come. */
  want(experiment: Experiment, delay = settleMs): void {
    this.wanted = experiment;
    this.followers.arrive(experiment);
    if (this.timer) clearTimeout(this.timer);
    const { current } = this;
    if (current && this.isShown(current, experiment)) {
      this.run.markOld(false);
      if (isSameExperiment(current.experiment, experiment)) return this.goOn();
      this.timer = setTimeout(() => {
        current.resize(experiment);
        this.kept.shrink(this.keptBudget());
      }, delay);
      return;
    }
    this.run.markOld(true);
    this.timer = setTimeout(() => this.start(experiment), delay);
  }

  /** The same settings, the same seed, from the start. */
  reset(): void {
    if (this.timer) clearTimeout(this.timer);
    if (this.wanted) this.train(this.wanted, null);
  }

  /** Trains the repeats that were stopped or lost; those that have ended are kept. */
  trainRest(): void {
    this.current?.trainRest();
    this.show();
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
    if (this.current?.status !== 'running') return;
    this.current.hold();
    this.show();
  }

  /** Lets training go on, whatever the view does. */
  resume(): void {
    if (this.current?.status !== 'paused') return;
    this.current.resume();
    this.show();
  }

  /** Ends training; what was measured stays. */
  stop(): void {
    void this.current?.cancel();
  }

  /** Moves the view by whole measurements; one that is not there yet is trained for. */
  step(by = 1): void {
    const { head } = this.view.getState();
    this.view.setState({ playing: false });
    const epoch = stepFrom(this.run.state, head, by);
    if (epoch !== null) return this.view.setState({ head: epoch });
    if (by < 0 || !isTraining(this.run.state)) return;
    this.stepping = true;
    const { shown } = this.repeats.getState();
    const member = shown === 'mean' ? undefined : this.current?.member(shown);
    if (member && this.current?.status === 'paused') this.current.step(member);
  }

  /** Puts the viewing head at an epoch, as far as it is measured, and leaves it there. */
  seek(epoch: number): void {
    this.stepping = false;
    this.view.setState({ playing: false, head: Math.min(Math.max(0, epoch), measuredEpoch(this.run.state)) });
  }

  /** How many workers train: it changes when results are there, never what they are. */
  setWorkers(workers: number): void {
    this.pool.setWorkers(workers);
    this.show();
  }

  /** Shows repeats that were trained elsewhere; what is missing of them is trained when it is asked for. */
  open(set: KeptSet): void {
    if (this.timer) clearTimeout(this.timer);
    this.wanted = set.experiment;
    this.followers.want([]);
    this.train(set.experiment, set, false);
  }

  /** The repeats of these settings, which are trained only where that is asked for: those that are known, and the rest. */
  repeatsOf(experiment: Experiment, kept = this.kept.find(experiment) ?? null): RepeatSet {
    const set: RepeatSet = new RepeatSet(experiment, this.pool, (member) => this.heard(set, member), kept);
    return set;
  }

  /** Trains what follows, if nothing on the page is being trained. */
  goOn(): void {
    const { current } = this;
    if (!current || current.status === 'running' || current.status === 'paused') return;
    this.followers.goOn(current.experiment, current.status === 'done');
  }

  /** What has ended of these settings, on the page or before. */
  known(experiment: Experiment): KeptSet | null {
    const { current } = this;
    if (current && trainsTheSame(current.experiment, experiment)) return current.kept();
    return this.kept.find(experiment) ?? null;
  }

  /** Takes in repeats that were trained elsewhere: with their settings they are there without training. */
  keep(set: KeptSet): void {
    this.kept.keep(set, this.keptBudget());
  }

  dispose(): void {
    if (this.timer) clearTimeout(this.timer);
    this.frames.stop();
    this.pool.dispose();
  }

  /** Is this what is on the page: done, or on its way? */
  private isShown(set: RepeatSet, experiment: Experiment): boolean {
    if (!trainsTheSame(set.experiment, experiment)) return false;
    const more = !isSameExperiment(set.experiment, experiment);
    return more || !set.hasMissing || set.status === 'running' || set.status === 'paused';
  }

  private start(experiment: Experiment): void {
    this.train(experiment, this.kept.find(experiment) ?? null);
  }

  /** Shows these settings from their start: what is kept of them, and the rest as it is trained. */
  private train(experiment: Experiment, kept: KeptSet | null, starts = true): void {
    if (this.current) this.kept.keep(this.current.kept(), this.keptBudget());
    this.current = null;
    this.run.begin();
    if (typeof this.view.getState().repeat === 'number') this.view.setState({ repeat: 1 });
    const ahead = starts ? this.followers.take(experiment) : null;
    const set = ahead ?? this.repeatsOf(experiment, kept);
    this.current = set;
    this.kept.shrink(this.keptBudget());
    if (!starts) set.rest();
    else if (!ahead) set.start();
    this.show();
    this.goOn();
    this.stepping = false;
    this.view.setState({ playing: true });
  }

  /** Bytes that are left for the checkpoints of runs that are neither on the page nor being trained behind it. */
  private keptBudget(): number {
    const budgetOf = (repeats: number): number => repeats * memberBudget(repeats);
    const behind = this.followers.store.getState().now?.experiment.repeats ?? 0;
    return totalBudget - budgetOf(this.current?.experiment.repeats ?? 1) - (behind && budgetOf(behind));
  }

  private heard(set: RepeatSet, member: Member): void {
    if (set === this.current) this.show(member);
    else this.followers.heard(set);
    this.goOn();
  }

  /** Brings the page's stores up to date; `heard`: only what this repeat changes. */
  private show(heard: Member | null = null): void {
    const set = this.current;
    if (!set) return;
    const shown = shownOf(this.view.getState().repeat, set);
    this.repeats.setState(set.state(shown));
    const mean = shown === 'mean' ? set.statistics()?.mean : undefined;
    const member = typeof shown === 'number' ? set.member(shown) : undefined;
    if (mean) {
      const { status, fingerprint } = this.repeats.getState();
      if (this.run.show({ ...mean, status, fingerprint })) this.view.setState({ head: 0 });
    } else if (member && (heard === null || heard === member || this.run.state.trajectory === null)) {
      const before = this.run.state.trajectory;
      const arrived = this.run.show(member.facts, member.checkpoints);
      const begunAgain = heard === member && member.facts.trajectory !== before && !this.run.state.old;
      const isNew = arrived || (begunAgain && member.facts.measurements === 0);
      if (isNew && !isRecorded(this.run.state)) this.view.setState({ head: 0 });
    }
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

/** The repeat that a choice comes to; as long as there is no mean, the first. */
function shownOf(choice: RepeatChoice, set: RepeatSet): number | 'mean' {
  if (typeof choice === 'number') return Math.min(choice, set.experiment.repeats);
  const statistics = set.statistics();
  if (!statistics) return 1;
  if (choice === 'mean') return 'mean';
  return statistics.repeats[statistics.ranking.picks[choice]] ?? 1;
}
