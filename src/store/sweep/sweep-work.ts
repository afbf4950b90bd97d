import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../../core/experiment/experiment.ts';
import { totalEpochs } from '../../core/experiment/schedule.ts';
import type { Sweep, SweepValue } from '../../core/experiment/sweep/sweep.ts';
import type { Beside } from '../beside.ts';
import type { KeptSet } from '../kept-sets.ts';
import type { Member } from '../member.ts';
import type { Pool } from '../pool.ts';
import { RepeatSet } from '../repeat-set.ts';
import type { Session } from '../session.ts';
import { isSameExperiment } from '../settings.ts';
import { SweepMeasuring } from './measuring.ts';
import { countedPath, countedRuns, laidPath, laidRuns, type SweepPath, type SweepRun } from './paths.ts';
import {
  noSweep,
  type CellStatus,
  type SweepCell,
  type SweepState,
  type SweepStatus,
  type SweepTrouble,
} from './state.ts';

/** Bytes of checkpoints that all runs of a sweep may keep together. */
const budget = 64_000_000;
/** Milliseconds between two looks at how all values stand. */
const tellMs = 100;

/** A value and the runs that answer it: over bins all values share one set. */
interface Place {
  readonly value: SweepValue;
  readonly set: RepeatSet;
}

/**
 * A sweep: trains the runs of all its values on a pool of its own, whose workers rest while the page trains. So it
 * never keeps the page's run waiting, and changing the page's settings takes nothing away from it.
 */
export class SweepWork {
  readonly store: StoreApi<SweepState> = createStore<SweepState>(() => noSweep);
  private readonly session: Session;
  private readonly beside: Beside;
  private pool: Pool | null = null;
  private measuring: SweepMeasuring | null = null;
  private sweep: Sweep | null = null;
  private places: readonly Place[] = [];
  private sets: readonly RepeatSet[] = [];
  private wish: 'go' | 'hold' | 'stop' = 'stop';
  /** What was done last, so that it is not done again. */
  private isHeld = false;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(session: Session, beside: Beside) {
    this.session = session;
    this.beside = beside;
    session.repeats.subscribe((state, old) => {
      if (state.status !== old.status) this.settle();
      const { workers } = session.pool;
      if (this.pool && this.pool.workers !== workers) this.pool.setWorkers(workers);
    });
    session.followers.store.subscribe(() => this.settle());
  }

  /** Begins a sweep in place of the one before. What the page has trained already is not trained again. */
  start(sweep: Sweep): void {
    this.end();
    const pool = (this.pool ??= this.beside.pool());
    const isBins = sweep.setting === 'bins';
    // Only there it is one set, and only there its checkpoints are measured again.
    const base = isBins ? this.create(sweep.base, pool, 1, true) : null;
    this.places = sweep.values.map((value) => ({
      value,
      set: base ?? this.create(value.experiment, pool, sweep.values.length, false),
    }));
    this.sets = [...new Set(this.places.map(({ set }) => set))];
    this.measuring = isBins ? new SweepMeasuring(this.beside.measure(), () => this.heard()) : null;
    this.sweep = sweep;
    this.go();
  }

  hold(): void {
    this.wish = 'hold';
    this.settle();
  }

  /** Goes on, also after a stop; what was lost or stopped is run again. */
  go(): void {
    this.wish = 'go';
    for (const set of this.sets) {
      if (set.hasMissing) set.trainRest();
      set.resume();
    }
    this.measuring?.again();
    this.measuring?.hold(false);
    this.isHeld = false;
    this.settle();
    this.tell();
  }

  /** Ends what is at work or waits; what is done stays. */
  stop(): void {
    this.wish = 'stop';
    for (const set of this.sets) set.withdraw();
    for (const set of this.sets) set.rest();
    this.measuring?.hold(true);
    this.isHeld = true;
    this.tell();
  }

  /** What is to be drawn of a value; null before its first measurement. */
  pathOf(index: number): SweepPath | null {
    const place = this.places[index];
    if (!place) return null;
    const { ruler } = place.value;
    if (ruler === null || !this.measuring) return countedPath(place.set);
    return laidPath(place.set, this.measuring.pathsOf(ruler));
  }

  /** A value's repeats that are done and measured. */
  runsOf(index: number): readonly SweepRun[] {
    const place = this.places[index];
    if (!place) return [];
    const { ruler } = place.value;
    if (ruler === null || !this.measuring) return countedRuns(place.set);
    return laidRuns(place.set, this.measuring.pathsOf(ruler));
  }

  /** Lets the page have a value's runs, so that its settings show them without training. */
  lend(index: number): void {
    const set = this.places[index]?.set;
    if (set) this.session.keep(set.kept());
  }

  dispose(): void {
    this.end();
    if (this.timer) clearTimeout(this.timer);
    this.pool?.dispose();
    this.pool = null;
  }

  private end(): void {
    for (const set of this.sets) set.withdraw();
    this.measuring?.dispose();
    this.measuring = null;
    [this.sets, this.places, this.sweep] = [[], [], null];
  }

  /** @param of how many sets the checkpoints share their room */
  private create(experiment: Experiment, pool: Pool, of: number, needsCheckpoints: boolean): RepeatSet {
    const known = usable(this.session.known(experiment), experiment, needsCheckpoints);
    const set = new RepeatSet(experiment, pool, () => this.heard(), known);
    const each = Math.floor(budget / (of * experiment.repeats));
    // What the page has as well keeps what it has there.
    for (const member of set.members) if (!known?.members.includes(member)) member.shrink(each);
    return set;
  }

  /** Holds the workers while they are not to work, and lets them go on. */
  private settle(): void {
    if (this.wish === 'stop') return this.tell();
    const held = this.wish === 'hold' || this.isPageBusy();
    if (held !== this.isHeld) {
      this.isHeld = held;
      for (const set of this.sets) {
        if (held) set.hold();
        else set.resume();
      }
      this.measuring?.hold(held);
    }
    this.heard();
  }

  private isPageBusy(): boolean {
    const behind = this.session.followers.store.getState().now?.repeats.status;
    return this.session.repeats.getState().status === 'running' || behind === 'running';
  }

  private heard(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.tell();
    }, tellMs);
  }

  private tell(): void {
    const { sweep, measuring } = this;
    if (!sweep) return this.store.setState(noSweep, true);
    if (measuring && this.wish === 'go') {
      const rulers = this.places.flatMap(({ value: { ruler } }) => ruler ?? []);
      measuring.want(
        rulers,
        (this.sets[0]?.members ?? []).filter((member) => member.isDone),
      );
    }
    const cells = this.places.map((place) => this.cellOf(place));
    const progress = cells.reduce((sum, cell) => sum + cell.progress, 0) / Math.max(1, cells.length);
    const status = this.statusOf(cells);
    this.store.setState({ sweep, status, cells, progress, secondsLeft: this.secondsLeft() }, true);
  }

  private statusOf(cells: readonly SweepCell[]): SweepStatus {
    const open = cells.some(({ status }) => status !== 'done' && status !== 'failed' && status !== 'stopped');
    if (!open) return cells.some(({ status }) => status === 'stopped') ? 'stopped' : 'ended';
    if (this.wish === 'hold') return 'held';
    return this.isPageBusy() ? 'yielding' : 'running';
  }

  private cellOf({ value, set }: Place): SweepCell {
    const { members, discarded: _, ...state } = set.state(1);
    const runs = set.members;
    const trained = state.totalEpochs > 0 ? state.trainedEpochs / state.totalEpochs : 0;
    const trainingTroubles = members.flatMap(({ repeat, trouble, violations }) => [
      ...(trouble && trouble.kind !== 'repeated'
        ? [named(repeat, members.length, trouble.detail || trouble.kind)]
        : []),
      ...violations.slice(0, 1).map(({ message }) => named(repeat, members.length, message)),
    ]);
    const common = {
      value,
      done: state.done,
      troubles: trainingTroubles,
      fingerprint: state.fingerprint,
      canRunAgain: state.status === 'failed' && state.missing > 0,
    };
    const training: CellStatus = trainingStatus(state.status, runs);
    const { ruler } = value;
    const { measuring } = this;
    if (ruler === null || !measuring || training !== 'done') {
      const part = ruler === null ? 1 : 0.5;
      const version = `${state.version} ${runs.reduce((sum, { facts }) => sum + facts.measurements, 0)}`;
      return { ...common, status: training, progress: training === 'done' ? 1 : trained * part, version };
    }
    const failure = measuring.failureOf(ruler);
    const measured = measuring.progressOf(ruler);
    const troubles =
      failure === null ? trainingTroubles : [...trainingTroubles, { repeat: null, text: failure }];
    const status = failure !== null ? 'failed' : this.measuringStatus(ruler, measured);
    const version = `${ruler} ${measured}`;
    return {
      ...common,
      troubles,
      status,
      canRunAgain: failure !== null,
      progress: (1 + measured) / 2,
      version,
    };
  }

  private measuringStatus(ruler: string, measured: number): CellStatus {
    if (measured >= 1) return 'done';
    if (this.wish === 'stop') return 'stopped';
    if (this.measuring?.isAtWork(ruler)) return 'measuring';
    return this.wish === 'hold' ? 'held' : 'waiting';
  }

  /** All epochs that are left, each at the speed of its own value, or at that of all where it has not begun. */
  private secondsLeft(): number | null {
    const runs = this.sets.flatMap((set) =>
      set.members.map((member) => ({ member, each: totalEpochs(set.experiment) })),
    );
    const trained = runs.filter(({ member: { facts } }) => facts.trainedEpochs > 0 && facts.elapsedMs > 0);
    const epochs = trained.reduce((sum, { member }) => sum + member.facts.trainedEpochs, 0);
    const ms = trained.reduce((sum, { member }) => sum + member.facts.elapsedMs, 0);
    const open = runs.filter(({ member: { facts } }) => facts.status !== 'done' && facts.status !== 'failed');
    if (epochs === 0 || open.length === 0) return null;
    const left = open.reduce((sum, { member: { facts }, each }) => {
      const own = facts.trainedEpochs > 0 ? facts.elapsedMs / facts.trainedEpochs : ms / epochs;
      return sum + own * Math.max(0, each - facts.trainedEpochs);
    }, 0);
    return left / 1000 / Math.max(1, Math.min(this.session.pool.workers, open.length));
  }
}

/**
 * What may be shared with the page: of the very same settings, since a repeat carries those it belongs to. Runs from a
 * file have no checkpoints, and cannot be measured by another ruler.
 */
function usable(known: KeptSet | null, wanted: Experiment, needsCheckpoints: boolean): KeptSet | null {
  if (!known || !isSameExperiment(known.experiment, wanted)) return null;
  if (!needsCheckpoints) return known;
  return { ...known, members: known.members.filter(({ checkpoints }) => checkpoints.summary().kept > 0) };
}

const named = (repeat: number, of: number, text: string): SweepTrouble => ({
  repeat: of > 1 ? repeat : null,
  text,
});

function trainingStatus(status: string, members: readonly Member[]): CellStatus {
  if (status === 'done') return 'done';
  if (status === 'failed') return 'failed';
  if (status === 'cancelled') return 'stopped';
  if (members.every(({ facts }) => facts.status === 'waiting' || facts.status === 'done')) return 'waiting';
  return status === 'paused' ? 'held' : 'training';
}
