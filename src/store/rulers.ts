import { isGlobal, spread } from '../core/experiment/reestimate.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import type { Trajectory, TrajectoryColumns } from '../core/experiment/trajectory.ts';
import type { Ruler } from '../core/information/ruler.ts';
import { isRuler, parseRuler } from '../core/information/ruler-text.ts';
import type { MeasurePart, MeasureRequest } from '../worker/measure-protocol.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { MeasureClient } from './measure-client.ts';
import { isTraining } from './player.ts';
import { RulerPath } from './ruler-path.ts';
import type { RunState, RunStore } from './run.ts';
import type { ViewState, ViewStore } from './view.ts';

/** How far a ruler has been laid over the run on the page. */
export interface RulerStatus {
  /**
   * `none`: the run has no checkpoints to measure (a mean of repeats); `large`: a kernel density bound over so many
   * samples would take hours.
   */
  readonly kind: 'measuring' | 'done' | 'failed' | 'none' | 'large';
  /** 0 to 1. */
  readonly progress: number;
  /** Its bounds are those of the whole run, which is not over: they are what the run has shown so far. */
  readonly provisional: boolean;
  /** Why it failed, in the program's own words. */
  readonly detail: string;
}

/** What is drawn of a run, and read off it: all measurements as counted, or those a ruler was laid at. */
export interface ShownPath {
  readonly columns: TrajectoryColumns;
  readonly rows: number;
  /** Null: as counted by the run itself. */
  readonly ruler: string | null;
  /** Changes when what was drawn already has changed; empty as counted. */
  readonly key: string;
}

/** Does the text name a reading that the run itself has counted? `output` of the view says which of the two is shown. */
export const isCounted = (text: string): boolean => text === 'exact' || text === 'grid';

/** Rulers of one run that are kept. */
const most = 24;
/** Samples up to which a kernel density bound is offered: it takes all pairs. */
export const densityLimit = 10_000;
/** Kernel density bounds are taken at epochs that are this much later than the one before, at least. */
const densityStride = 1.07;
/** Milliseconds between two requests while a run trains: its newest measurements, or all again under new bounds. */
const liveMs = { rest: 250, global: 1500 };

const laid = new WeakMap<Trajectory, Map<string, RulerPath>>();

function pathsOf(trajectory: Trajectory): Map<string, RulerPath> {
  const known = laid.get(trajectory);
  if (known) return known;
  const paths = new Map<string, RulerPath>();
  laid.set(trajectory, paths);
  return paths;
}

/** The last ruler that was drawn of a run: it stays until the next has something to show. */
const drawn = new WeakMap<Trajectory, string>();

/** The path to draw and to read: that of the first ruler, or, with none, as counted. */
export function shownPath(
  { trajectory }: Pick<RunState, 'trajectory'>,
  { rulers }: Pick<ViewState, 'rulers'>,
): ShownPath | null {
  if (!trajectory) return null;
  const { rows } = trajectory;
  const [wanted] = rulers;
  if (wanted !== undefined && !isCounted(wanted)) {
    const paths = pathsOf(trajectory);
    const own = paths.get(wanted);
    const ruler = own && own.length > 1 ? wanted : drawn.get(trajectory);
    const path = ruler === undefined ? undefined : paths.get(ruler);
    if (path && ruler !== undefined) {
      drawn.set(trajectory, ruler);
      return { columns: path.columns(trajectory), rows, ruler, key: path.key };
    }
  }
  drawn.delete(trajectory);
  return { columns: trajectory.columns(), rows, ruler: null, key: '' };
}

/** A ruler's own path, drawn or not. */
export function pathOf({ trajectory }: Pick<RunState, 'trajectory'>, ruler: string): RulerPath | null {
  return (trajectory && laid.get(trajectory)?.get(ruler)) ?? null;
}

interface Job {
  readonly trajectory: Trajectory;
  readonly text: string;
  /** Measurements of the run when it was begun. */
  readonly over: number;
}

/** Lays the rulers that the view asks for over the run on the page: when they change, and as it grows. */
export class Rulers {
  readonly client: MeasureClient;
  private readonly run: RunStore;
  private readonly view: ViewStore;
  private job: Job | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private begun = -Infinity;
  private failed: Job | null = null;
  /** Measurements whose ends were known to a global ruler's path. */
  private readonly over = new WeakMap<RulerPath, number>();
  private sent: { trajectory: Trajectory | null; generation: number; run: number; epochs: Set<number> };

  constructor({ run, view }: { readonly run: RunStore; readonly view: ViewStore }, client: MeasureClient) {
    this.client = client;
    this.run = run;
    this.view = view;
    this.sent = { trajectory: null, generation: -1, run: 0, epochs: new Set() };
    run.store.subscribe((state, old) => {
      const { trajectory, measurements, status } = state;
      const same =
        trajectory === old.trajectory && measurements === old.measurements && status === old.status;
      if (!same) this.update();
    });
    view.subscribe((state, old) => {
      if (state.rulers === old.rulers) return;
      this.failed = null;
      this.update();
    });
  }

  dispose(): void {
    if (this.timer) clearTimeout(this.timer);
    this.client.dispose();
  }

  /** Begins what is to be measured next, unless what is at work is still wanted. */
  private update(): void {
    const { trajectory, experiment } = this.run.state;
    const { rulers } = this.view.getState();
    if (this.job && (this.job.trajectory !== trajectory || !rulers.includes(this.job.text))) {
      this.job = null;
      this.client.cancel();
    }
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (!trajectory || !experiment || this.job) return;
    for (const text of rulers) {
      const ruler = parseRuler(text);
      if (!isRuler(ruler) || isCounted(text)) continue;
      const obstacle = this.obstacle(ruler);
      if (obstacle) {
        if (text === rulers[0]) drawn.delete(trajectory); // No other ruler stands in for it.
        this.tell(text, obstacle, 0);
        continue;
      }
      if (this.failed?.trajectory === trajectory && this.failed.text === text) continue;
      const wanted = this.wanted(ruler, text, trajectory);
      if (wanted.length === 0) {
        this.tell(text, 'done', 1);
        continue;
      }
      const live = isTraining(this.run.state) && pathsOf(trajectory).has(text);
      const wait = live ? this.begun + liveMs[isGlobal(ruler) ? 'global' : 'rest'] - performance.now() : 0;
      if (wait <= 0) void this.measure(trajectory, experiment, text, wanted);
      else this.timer = setTimeout(() => this.update(), wait);
      return;
    }
  }

  private obstacle(ruler: Ruler): 'none' | 'large' | null {
    const { start, measurements, status } = this.run.state;
    const samples = start ? start.trainSamples + start.testSamples : 0;
    if (ruler.strategy === 'kde' && samples > densityLimit) return 'large';
    const over = measurements > 0 && status === 'done';
    return over && this.run.checkpoints.epochs().length === 0 ? 'none' : null;
  }

  /** Epochs that the ruler is still to be laid at. */
  private wanted(ruler: Ruler, text: string, trajectory: Trajectory): number[] {
    const epochs = this.run.checkpoints.epochs();
    const path = pathsOf(trajectory).get(text);
    if (isGlobal(ruler)) return path && this.over.get(path) === epochs.at(-1) ? [] : epochs;
    const own = ruler.strategy === 'kde' ? this.few(epochs) : epochs;
    return own.filter((epoch) => !path?.has(epoch));
  }

  private few(epochs: readonly number[]): number[] {
    const last = isTraining(this.run.state) ? -1 : epochs.length - 1;
    const some = new Set([...spread(epochs, densityStride), last]);
    return epochs.filter((_, index) => some.has(index));
  }

  private async measure(
    trajectory: Trajectory,
    experiment: Experiment,
    text: string,
    epochs: readonly number[],
  ): Promise<void> {
    const ruler = parseRuler(text);
    const global = isRuler(ruler) && isGlobal(ruler);
    const job: Job = { trajectory, text, over: epochs.at(-1) ?? -1 };
    this.job = job;
    this.begun = performance.now();
    const paths = pathsOf(trajectory);
    const layers = trajectory.rows - 1;
    const known = paths.get(text);
    // Other bounds make another path: it takes the old one's place when it is whole.
    const path = known && !global ? known : new RulerPath(layers, `${text} ${++made}`);
    const takesOver = known !== undefined && path !== known && this.over.has(known);
    const show = (): void => {
      paths.delete(text);
      paths.set(text, path);
      for (const other of [...paths.keys()].slice(0, Math.max(0, paths.size - most))) paths.delete(other);
    };
    if (!takesOver) show();
    this.tell(text, 'measuring', 0);
    const progress = (parts: readonly MeasurePart[], done: number): void => {
      if (this.job !== job) return;
      for (const part of parts) path.add(part);
      this.tell(text, 'measuring', done);
    };
    const request = this.request(trajectory, experiment, text, epochs);
    const outcome = await this.client.measure(request, { progress });
    if (this.job !== job) return;
    this.job = null;
    if (outcome.kind === 'done') {
      this.over.set(path, job.over);
      if (takesOver) show();
    } else if (outcome.kind === 'failed') {
      this.failed = job;
      paths.delete(text);
      drawn.delete(trajectory);
      this.tell(text, 'failed', 0, outcome.message);
    }
    this.update();
  }

  private request(
    trajectory: Trajectory,
    experiment: Experiment,
    text: string,
    epochs: readonly number[],
  ): MeasureRequest {
    const { checkpoints } = this.run;
    const kept = checkpoints.epochs();
    const { generation } = this.client;
    if (this.sent.trajectory !== trajectory || this.sent.generation !== generation) {
      this.sent = { trajectory, generation, run: this.sent.run + 1, epochs: new Set() };
    }
    const added = kept.filter((epoch) => !this.sent.epochs.has(epoch));
    for (const epoch of added) this.sent.epochs.add(epoch);
    return {
      run: this.sent.run,
      experiment,
      added: { epochs: Int32Array.from(added), checkpoints: copied(checkpoints, added) },
      kept: Int32Array.from(kept),
      rulers: [text],
      epochs: Int32Array.from(epochs),
    };
  }

  private tell(text: string, kind: RulerStatus['kind'], progress: number, detail = ''): void {
    const ruler = parseRuler(text);
    const provisional = isRuler(ruler) && isGlobal(ruler) && isTraining(this.run.state);
    const status: RulerStatus = { kind, progress, provisional, detail };
    const { laid: all, rulers } = this.view.getState();
    const kept = Object.entries(all).filter(([other]) => other !== text && rulers.includes(other));
    this.view.setState({ laid: { ...Object.fromEntries(kept), [text]: status } });
  }
}

let made = 0;

/** (epochs, checkpoint floats) in an array of its own, to be given away. */
function copied(checkpoints: Checkpoints, epochs: readonly number[]): Float32Array {
  const each = epochs.map((epoch) => checkpoints.at(epoch)?.values ?? new Float32Array());
  const size = each[0]?.length ?? 0;
  const all = new Float32Array(size * each.length);
  for (const [index, values] of each.entries()) all.set(values, index * size);
  return all;
}
