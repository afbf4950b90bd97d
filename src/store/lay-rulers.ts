import { spreadEpochs } from '../core/experiment/coarse-first.ts';
import { isGlobal } from '../core/experiment/reestimate.ts';
import type { Trajectory } from '../core/experiment/trajectory.ts';
import type { Ruler } from '../core/information/ruler.ts';
import { laidRepeats, MeanPath, type LaidRepeats } from './laid-repeats.ts';
import type { MeasureClient } from './measure-client.ts';
import { MeasureRequests } from './measure-requests.ts';
import type { RepeatSet } from './repeat-set.ts';
import { RulerPath } from './ruler-path.ts';
import {
  askedRulers,
  comparedSamples,
  densityLimit,
  drawCounted,
  forgetPaths,
  isForOne,
  isSlow,
  keepPath,
  runPath,
  type RulerStatus,
} from './rulers.ts';
import { sheetsOf, type OnPage, type Sheet, type Sheets } from './sheets.ts';
import type { ViewStore } from './view.ts';

/** Rulers of a run that are kept; of each of several repeats only so many as there are side by side. */
const most = { alone: 24, repeats: 6 };
/** Kernel density bounds are taken at epochs that are this much later than the one before, at least. */
const densityStride = 1.07;
/** Milliseconds between two requests while a run trains: its newest measurements, or all again under new bounds. */
const liveMs = { rest: 250, global: 1500 };
/** Milliseconds between two means while repeats are laid one after another. */
const meanMs = 500;

/** A ruler that is to be laid over a run. */
interface Task {
  readonly text: string;
  readonly ruler: Ruler;
  readonly sheet: Sheet;
}

interface Job extends Task {
  /** Measurements of the run when it was begun. */
  readonly over: number;
  progress: number;
}

interface Mean {
  readonly laid: LaidRepeats;
  readonly path: MeanPath;
  readonly at: number;
}

/**
 * Lays the rulers that the view asks for over the run on the page, when they change and as it grows; then over the
 * other repeats that are done, one after another: the one that is drawn, or, if the mean is shown, each. The one that
 * is drawn is laid over a run that is compared, too.
 */
export class RulerWork {
  private readonly client: MeasureClient;
  private readonly page: OnPage;
  private readonly view: ViewStore;
  private readonly requests = new MeasureRequests();
  private job: Job | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private begun = -Infinity;
  /** By ruler: over which run it failed, and why. It is not tried again while that run is among those asked for. */
  private readonly failed = new Map<string, { readonly trajectory: Trajectory; readonly detail: string }>();
  /** Measurements whose ends were known to a global ruler's path. */
  private readonly over = new WeakMap<RulerPath, number>();
  private means = new Map<string, Mean>();
  private set: RepeatSet | null = null;
  private made = 0;

  constructor(page: OnPage & { readonly view: ViewStore }, client: MeasureClient) {
    this.client = client;
    this.page = page;
    this.view = page.view;
    page.run.store.subscribe((state, old) => {
      const { trajectory, measurements, status } = state;
      const same =
        trajectory === old.trajectory && measurements === old.measurements && status === old.status;
      if (!same) this.update();
    });
    page.repeats.subscribe((state, old) => {
      if (state.version !== old.version || state.shown !== old.shown) this.update();
    });
    page.compare?.subscribe(({ other }, old) => other !== old.other && this.update());
    this.view.subscribe((state, old) => {
      const { rulers, chance, output } = state;
      if (rulers === old.rulers && chance === old.chance && (!chance || output === old.output)) return;
      this.failed.clear();
      this.update();
    });
    this.update();
  }

  dispose(): void {
    if (this.timer) clearTimeout(this.timer);
    this.client.dispose();
  }

  /** Begins what is to be measured next, unless what is at work is still wanted. */
  private update(): void {
    this.forgetSet();
    const sheets = sheetsOf(this.page);
    const rulers = askedRulers(this.view.getState());
    const tasks = this.possible(this.tasks(rulers, sheets));
    const next = tasks.find((task) => this.due(task).length > 0);
    for (const { text } of rulers) this.takeMean(text, sheets);
    const { job } = this;
    // The run that is looked at comes before all others.
    const first = sheets.shown?.trajectory;
    const givesWay = next?.sheet.trajectory === first && job?.sheet.trajectory !== first;
    if (job && (givesWay || !tasks.some((task) => isSame(task, job)))) {
      this.job = null;
      this.client.cancel();
    }
    for (const { text, ruler } of rulers) this.tell(text, ruler, sheets);
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (!next || this.job) return;
    const { ruler, sheet, text } = next;
    const live = sheet.grows && runPath(sheet.trajectory, text);
    const wait = live ? this.begun + liveMs[isGlobal(ruler) ? 'global' : 'rest'] - performance.now() : 0;
    if (wait <= 0) void this.measure(next, sheets);
    else this.timer = setTimeout(() => this.update(), wait);
  }

  /** All that is to be laid, in this order, done or not. */
  private tasks(rulers: readonly Pick<Task, 'text' | 'ruler'>[], sheets: Sheets): Task[] {
    const { shown, repeats, mean, other } = sheets;
    const free = rulers.filter(({ ruler }) => !this.obstacle(ruler, sheets));
    const over = (which: typeof free, runs: readonly Sheet[]): Task[] =>
      which.flatMap((each) => runs.map((sheet) => ({ ...each, sheet })));
    const drawn = free.filter(
      ({ text, ruler }) => !isForOne(this.page.run.state.start, ruler) && text === this.drawnText(),
    );
    const compared = over(drawn, other ? [other] : []);
    // A null belongs to one run.
    const forMeans = free.filter(({ ruler }) => !ruler.labels);
    if (mean) return [...over(forMeans, repeats), ...compared];
    if (!shown) return [];
    const own = over(free, [shown]);
    if (shown.grows) return [...own, ...compared];
    const rest = repeats.filter(({ trajectory }) => trajectory !== shown.trajectory);
    return [...own, ...compared, ...over(drawn, rest)];
  }

  private drawnText(): string | undefined {
    return this.view.getState().rulers[0];
  }

  private obstacle(ruler: Ruler, { shown, repeats, mean }: Sheets): 'none' | 'large' | 'pairs' | null {
    const { start, measurements, status } = this.page.run.state;
    if (comparedSamples(start, ruler) > densityLimit) return 'large';
    if (mean)
      return isForOne(this.page.run.state.start, ruler) ? 'pairs' : repeats.length < 2 ? 'none' : null;
    const over = measurements > 0 && status === 'done';
    return over && shown?.checkpoints.summary().kept === 0 ? 'none' : null;
  }

  /** Without those by a ruler that has failed over one of the runs. */
  private possible(tasks: readonly Task[]): readonly Task[] {
    for (const [text, { trajectory }] of this.failed) {
      if (!tasks.some((task) => isSame(task, { text, sheet: { trajectory } }))) this.failed.delete(text);
    }
    return tasks.filter(({ text }) => !this.failed.has(text));
  }

  /** Epochs that a ruler is still to be laid at. */
  private due({ ruler, text, sheet }: Task): number[] {
    const path = runPath(sheet.trajectory, text);
    if (path?.isWhole) return [];
    const epochs = sheet.checkpoints.epochs();
    const known = isGlobal(ruler) ? path && this.over.get(path) === epochs.at(-1) : false;
    const wanted = isSlow(this.page.run.state.start, ruler)
      ? spreadEpochs(epochs, densityStride, !sheet.grows)
      : epochs;
    const due = isGlobal(ruler) ? (known ? [] : epochs) : wanted.filter((epoch) => !path?.has(epoch));
    if (path && due.length === 0 && !sheet.grows) path.isWhole = true;
    return due;
  }

  private async measure(task: Task, { repeats }: Sheets): Promise<void> {
    const { text, ruler, sheet } = task;
    const { trajectory } = sheet;
    const epochs = this.due(task);
    const job: Job = { ...task, over: epochs.at(-1) ?? -1, progress: 0 };
    this.job = job;
    this.begun = performance.now();
    const known = runPath(trajectory, text);
    // Other bounds make another path: it takes the old one's place when it is whole.
    const path =
      known && !isGlobal(ruler) ? known : new RulerPath(trajectory.rows - 1, `${text} ${++this.made}`);
    const takesOver = known !== undefined && path !== known && this.over.has(known);
    const kept = repeats.length > 1 ? most.repeats : most.alone;
    if (!takesOver) keepPath(trajectory, text, path, kept);
    this.tell(text, ruler, sheetsOf(this.page));
    const request = this.requests.write(sheet, text, epochs, this.client.generation);
    const outcome = await this.client.measure(request, {
      progress: (parts, progress) => {
        if (this.job !== job) return;
        for (const part of parts) path.add(part);
        job.progress = progress;
        this.tell(text, ruler, sheetsOf(this.page));
      },
    });
    if (this.job !== job) return;
    this.job = null;
    if (outcome.kind === 'done') {
      this.over.set(path, job.over);
      path.isWhole = !sheet.grows;
      if (takesOver) keepPath(trajectory, text, path, kept);
    } else if (outcome.kind === 'failed') this.fail(task, outcome.message);
    this.update();
  }

  private fail({ text, sheet: { trajectory } }: Task, detail: string): void {
    this.failed.set(text, { trajectory, detail });
    forgetPaths(trajectory, text);
    const { mean } = sheetsOf(this.page);
    if (mean) forgetPaths(mean, text);
  }

  /** Puts the mean over the repeats that a ruler has been laid over where the mean on the page is drawn from. */
  private takeMean(text: string, { mean, repeats }: Sheets): void {
    const { set } = this.page;
    if (!mean || !set || this.failed.has(text)) return;
    const laid = laidRepeats(set, text);
    const { length } = laid.runs;
    if (length < 2) return;
    let known = this.means.get(text);
    const now = performance.now();
    const isDue = known?.laid !== laid && (!known || length === repeats.length || now - known.at >= meanMs);
    if (isDue) this.means.set(text, (known = { laid, path: new MeanPath(laid, mean.rows), at: now }));
    if (known) keepPath(mean, text, known.path, most.repeats);
  }

  /** What rulers say of repeats goes with their set: only the run on the page stays drawn. */
  private forgetSet(): void {
    const { set, run } = this.page;
    if (set === this.set) return;
    for (const { facts } of this.set?.members ?? []) {
      if (facts.trajectory && facts.trajectory !== run.state.trajectory) forgetPaths(facts.trajectory);
    }
    this.set = set;
    this.means.clear();
  }

  private tell(text: string, ruler: Ruler, sheets: Sheets): void {
    const status = this.status(text, ruler, sheets);
    const counted = status.kind !== 'measuring' && status.kind !== 'done';
    const { trajectory } = this.page.run.state;
    if (counted && trajectory && text === this.drawnText()) drawCounted(trajectory);
    const { laid: all } = this.view.getState();
    const rulers = askedRulers(this.view.getState()).map((each) => each.text);
    const kept = Object.entries(all).filter(([other]) => other !== text && rulers.includes(other));
    this.view.setState({ laid: { ...Object.fromEntries(kept), [text]: status } });
  }

  private status(text: string, ruler: Ruler, sheets: Sheets): RulerStatus {
    const { shown, repeats, mean, done } = sheets;
    const base = { progress: 0, provisional: false, detail: '', repeats: null } as const;
    const obstacle = this.obstacle(ruler, sheets);
    if (obstacle) return { ...base, kind: obstacle };
    const isLaid = !shown || this.due({ text, ruler, sheet: shown }).length === 0;
    const failure = this.failed.get(text);
    if (failure && (mean || !isLaid)) return { ...base, kind: 'failed', detail: failure.detail };
    const { set } = this.page;
    const { job } = this;
    const several =
      mean !== null ||
      (repeats.length > 1 && text === this.drawnText() && !isForOne(this.page.run.state.start, ruler));
    const whole = several && set ? laidRepeats(set, text).members.length : 0;
    const laid = several && set ? { laid: whole, of: repeats.length, done } : null;
    if (mean) {
      const isDone = whole === repeats.length;
      return {
        ...base,
        kind: isDone ? 'done' : 'measuring',
        progress: whole / repeats.length,
        repeats: laid,
      };
    }
    const provisional = isGlobal(ruler) && (shown?.grows ?? false);
    const isAtWork = job?.text === text && job.sheet.trajectory === shown?.trajectory;
    if (isLaid && !isAtWork) return { ...base, kind: 'done', progress: 1, provisional, repeats: laid };
    return { ...base, kind: 'measuring', progress: isAtWork ? job.progress : 0, provisional, repeats: laid };
  }
}

function isSame(one: Task, other: { text: string; sheet: Pick<Sheet, 'trajectory'> }): boolean {
  return one.text === other.text && one.sheet.trajectory === other.sheet.trajectory;
}
