import type { Limits, Trajectory, TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { isRuler, parseRuler } from '../core/information/ruler-text.ts';
import type { Ruler } from '../core/information/ruler.ts';
import type { RunStart } from '../worker/protocol.ts';
import { RulerPath, type ChanceBand, type LaidPath } from './ruler-path.ts';
import type { RunState } from './run.ts';
import { drawnRun } from './stand-in.ts';
import type { ViewState } from './view.ts';

/** How far a ruler has been laid over the run on the page. */
export interface RulerStatus {
  /**
   * `none`: no checkpoints are there to measure; `large`: a kernel density bound over so many samples would take hours;
   * `pairs`: one over all repeats would, too.
   */
  readonly kind: 'measuring' | 'done' | 'failed' | 'none' | 'large' | 'pairs';
  /** 0 to 1. */
  readonly progress: number;
  /** Its bounds are those of the whole run, which is not over: they are what the run has shown so far. */
  readonly provisional: boolean;
  /** Why it failed, in the program's own words. */
  readonly detail: string;
  /** Null where it is laid over the one run alone. */
  readonly repeats: RepeatsLaid | null;
}

/** How many of the repeats that are done a ruler has been laid over. */
export interface RepeatsLaid {
  readonly laid: number;
  /** Those that have checkpoints. */
  readonly of: number;
  readonly done: number;
}

/** What is drawn of a run, and read off it: all measurements as counted, or those a ruler was laid at. */
export interface ShownPath {
  readonly columns: TrajectoryColumns;
  readonly rows: number;
  /** H(X) and H(Y) of the samples it is measured over. */
  readonly limits: Limits;
  /** Null: as counted by the run itself. */
  readonly ruler: string | null;
  /** Changes when what was drawn already has changed; empty as counted. */
  readonly key: string;
  /** Of a mean by a ruler: standard deviations over the repeats, laid out as the columns. */
  readonly sd?: { readonly ixt: Float64Array; readonly ity: Float64Array };
}

/** Does the text name a reading that the run itself has counted? `output` of the view says which of the two is shown. */
export const isCounted = (text: string): boolean => text === 'exact' || text === 'grid';

/** Samples up to which a kernel density bound is offered: it takes all pairs. */
export const densityLimit = 10_000;

/** The same over many repeats. */
export const densityLimitOfMany = 1000;

/** Samples of which a ruler compares all pairs; 0 where it compares none. */
export function comparedSamples(
  start: Pick<RunStart, 'trainSamples' | 'testSamples'> | null,
  { strategy, samples }: Ruler,
): number {
  if (strategy !== 'kde' || !start) return 0;
  return (samples === 'test' ? 0 : start.trainSamples) + (samples === 'train' ? 0 : start.testSamples);
}

const laid = new WeakMap<Trajectory, Map<string, LaidPath>>();

/** The last ruler that was drawn of a run: it stays until the next has something to show. */
const drawn = new WeakMap<Trajectory, string>();

/** The path to draw and to read: that of the first ruler, or, with none, as counted. */
export function shownPath(
  run: Parameters<typeof drawnRun>[0],
  { rulers }: Pick<ViewState, 'rulers'>,
): ShownPath | null {
  const counted = drawnRun(run);
  if (!counted) return null;
  const { limits, trajectory: drawnAs } = counted;
  const trajectory = run.trajectory ?? drawnAs;
  const { rows } = trajectory;
  const [wanted] = rulers;
  if (wanted !== undefined && !isCounted(wanted)) {
    const paths = laid.get(trajectory);
    const own = paths?.get(wanted);
    const ruler = own && own.length > 1 ? wanted : drawn.get(trajectory);
    const path = ruler === undefined ? undefined : paths?.get(ruler);
    if (path && ruler !== undefined) {
      drawn.set(trajectory, ruler);
      const { key, sd } = path;
      const own = { columns: path.columns(trajectory), rows, limits: path.limits ?? limits };
      return { ...own, ruler, key, ...(sd ? { sd } : {}) };
    }
  }
  drawn.delete(trajectory);
  return { columns: drawnAs.columns(), rows, limits, ruler: null, key: '' };
}

/** A ruler's own path, drawn or not. */
export function pathOf({ trajectory }: Pick<RunState, 'trajectory'>, ruler: string): LaidPath | null {
  return (trajectory && laid.get(trajectory)?.get(ruler)) ?? null;
}

/** A ruler's path over one run, which is no mean. */
export function runPath(trajectory: Trajectory, ruler: string): RulerPath | undefined {
  const path = laid.get(trajectory)?.get(ruler);
  return path instanceof RulerPath ? path : undefined;
}

/** Does it compare so many pairs of samples that it is laid over one repeat alone? */
export const isForOne = (start: Parameters<typeof comparedSamples>[0], ruler: Ruler): boolean =>
  comparedSamples(start, ruler) > densityLimitOfMany;

/** Is it laid at some of the measurements only, as it takes long at each? */
export function isSlow(start: Parameters<typeof comparedSamples>[0], { strategy, labels }: Ruler): boolean {
  const samples = start ? start.trainSamples + start.testSamples : 0;
  return strategy === 'kde' || (labels !== undefined && samples > densityLimit);
}

/** Rulers that are to be laid, and behind them the null of the one that is drawn. */
export function askedRulers(
  view: Pick<ViewState, 'rulers' | 'output' | 'chance'>,
): { text: string; ruler: Ruler }[] {
  const chance = view.chance ? chanceText(view) : null;
  return [...view.rulers, ...(chance === null ? [] : [chance])].flatMap((text) => {
    const ruler = parseRuler(text);
    return isRuler(ruler) && !isCounted(text) ? [{ text, ruler }] : [];
  });
}

/** The null that belongs to what is drawn: its text; null where it has none, as kernel density. */
export function chanceText({ rulers, output }: Pick<ViewState, 'rulers' | 'output'>): string | null {
  const drawn = rulers[0] ?? output;
  if (drawn.startsWith('kde')) return null;
  return `${isCounted(drawn) ? output : drawn}-null`;
}

/** What I(T;Y) would be by chance, as far as it is known; null if it is not asked for. */
export function chanceBand(
  { trajectory }: Pick<RunState, 'trajectory'>,
  view: Pick<ViewState, 'rulers' | 'output' | 'chance'>,
): ChanceBand | null {
  const text = view.chance ? chanceText(view) : null;
  return (trajectory && text !== null && runPath(trajectory, text)?.chance()) || null;
}

/** Takes a path in as the newest of a run. The oldest make room. @param most how many are kept */
export function keepPath(trajectory: Trajectory, ruler: string, path: LaidPath, most: number): void {
  const paths = laid.get(trajectory) ?? new Map<string, LaidPath>();
  laid.set(trajectory, paths);
  paths.delete(ruler);
  paths.set(ruler, path);
  for (const other of [...paths.keys()].slice(0, Math.max(0, paths.size - most))) paths.delete(other);
}

/** Forgets what one ruler, or (left out) each of them, says of a run. */
export function forgetPaths(trajectory: Trajectory, ruler?: string): void {
  if (ruler === undefined) laid.delete(trajectory);
  else laid.get(trajectory)?.delete(ruler);
}

/** The run is drawn as counted until the ruler that is asked for has something to show: no other stands in for it. */
export function drawCounted(trajectory: Trajectory): void {
  drawn.delete(trajectory);
}
