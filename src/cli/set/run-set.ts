import type { DiscardedFit } from '../../core/experiment/repeat.ts';
import { arithmeticVersion } from '../../core/experiment/run.ts';
import { isRuler, parseRuler, rulerText } from '../../core/information/ruler-text.ts';
import type { Ruler } from '../../core/information/ruler.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { EndedRun } from '../../share/ended-run.ts';
import { setOf, type RunSet } from '../../share/set-document.ts';
import { repeatNumber } from '../../share/study-files.ts';
import type { Streams } from '../main.ts';
import type { PlannedSet } from './plan.ts';
import { runJobs } from './pool.ts';
import type { RepeatWorker } from './repeat-worker.ts';
import { ResultFolder } from './result-folder.ts';
import { SetProgress } from './set-progress.ts';

export interface SetOptions {
  readonly kernel: Kernel['name'];
  readonly workers: number;
  readonly openWorker: () => RepeatWorker;
  /** Ends the work; what is done stays. */
  readonly signal: AbortSignal;
}

export interface SetResult {
  /** All repeats that are in the folder now; null if the work was ended before its end. */
  readonly set: RunSet | null;
  /** Repeats without a result. */
  readonly failed: number;
}

/** A set with what is in its folder already. */
export interface OpenedSet {
  readonly plan: PlannedSet;
  /** Null: nothing is written. */
  readonly folder: ResultFolder | null;
  readonly rulers: readonly Ruler[];
  /** By repeat; to be added to. */
  readonly done: Map<number, EndedRun>;
  /** Repeats that are still to be run. */
  readonly due: readonly number[];
}

/** @throws SetConflict if the folder has results of other settings */
export function openSet(plan: PlannedSet, streams: Streams): OpenedSet {
  const folder = plan.folder === null ? null : new ResultFolder(plan.folder);
  const known = folder ? openFolder(folder, plan, streams) : [];
  const rulers = rulersOf(plan, known);
  const names = rulers.map(rulerText);
  const done = new Map(known.filter((run) => hasReadings(run, names)).map((run) => [run.repeat, run]));
  const due = plan.repeats.filter((repeat) => !done.has(repeat));
  if (known.length > 0 && due.length > 0) {
    streams.error(`${plan.name}: ${plan.repeats.length - due.length} repeats are done already\n`);
  }
  const anew = due.filter((repeat) => known.some((run) => run.repeat === repeat));
  if (anew.length > 0) {
    streams.error(
      `${plan.name}: ${anew.length} repeats are run again, for rulers that they were not measured by\n`,
    );
  }
  return { plan, folder, rulers, done, due };
}

/** All repeats that are there now; writes what belongs to all that are in the folder. */
export function closeSet({ plan, folder, done }: OpenedSet, streams: Streams): RunSet {
  if (!folder) return setOf(plan.experiment, [...done.values()], arithmeticVersion);
  const set = closeFolder(folder, plan, done);
  for (const text of partialRulers(set)) streams.error(`${plan.name}: ${text}\n`);
  return set;
}

/**
 * Runs the repeats of a set that are not in its folder yet, writes each as soon as it is done, and at the end what
 * belongs to all that are in the folder.
 *
 * @throws SetConflict if the folder has results of other settings
 */
export async function runSet(plan: PlannedSet, options: SetOptions, streams: Streams): Promise<SetResult> {
  const opened = openSet(plan, streams);
  const { folder, rulers, done, due } = opened;
  const progress = new SetProgress(streams, due.length);
  let failed = 0;
  await runJobs(
    due.map((repeat) => ({
      experiment: plan.experiment,
      repeat,
      kernel: options.kernel,
      rulers,
      ...(plan.own ? { own: plan.own } : {}),
    })),
    options.workers,
    options.openWorker,
    {
      message: ({ repeat }, message) => {
        if (message.kind === 'progress') progress.advance(repeat, message.part);
        else if (message.kind === 'discarded') progress.line(discardedText(repeat, message.fit));
      },
      ended: ({ repeat }, run) => {
        folder?.writeRun(run);
        done.set(repeat, run);
        progress.end(repeat, endText(run));
      },
      failed: ({ repeat }, reason) => {
        failed++;
        progress.end(repeat, noResultText(repeat, reason));
      },
    },
    options.signal,
  );
  progress.clear();
  return { set: options.signal.aborted ? null : closeSet(opened, streams), failed };
}

/** An attempt was thrown away. */
export function discardedText(repeat: number, { attempt, epoch, accuracy }: DiscardedFit): string {
  return (
    `repeat ${repeatNumber(repeat)}: attempt ${attempt} is a bad fit (training accuracy ` +
    `${accuracy.toFixed(3)} after epoch ${epoch}), thrown away and begun again`
  );
}

/** A repeat came to no end. */
export function noResultText(repeat: number, reason: string): string {
  return `repeat ${repeatNumber(repeat)}: no result: ${reason}`;
}

/** Rulers that only some of the folder's repeats have been measured by. */
function partialRulers({ runs, readings }: RunSet): string[] {
  const counts = new Map<string, number>();
  for (const { ruler } of runs.flatMap((run) => run.readings))
    counts.set(ruler, (counts.get(ruler) ?? 0) + 1);
  return [...counts]
    .filter(([ruler]) => !readings.some((reading) => reading.ruler === ruler))
    .map(
      ([ruler, count]) =>
        `by ${ruler} ${count} of the ${runs.length} repeats are measured, so there are no means and figures of it; ` +
        'the same command with all repeats measures the others',
    );
}

/** Those that are asked for, and those that repeats in the folder have been measured by: all are to have the same. */
function rulersOf({ rulers }: PlannedSet, known: readonly EndedRun[]): Ruler[] {
  const named = new Map(rulers.map((ruler) => [rulerText(ruler), ruler]));
  for (const { ruler: text } of known.flatMap(({ readings }) => readings)) {
    const ruler = parseRuler(text);
    if (isRuler(ruler)) named.set(text, ruler);
  }
  return [...named.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ruler]) => ruler);
}

function hasReadings({ readings }: EndedRun, names: readonly string[]): boolean {
  return names.every((name) => readings.some(({ ruler }) => ruler === name));
}

/** A repeat came to its end. */
export function endText(run: EndedRun): string {
  const name = `repeat ${repeatNumber(run.repeat)}`;
  const took = `${run.seconds.toFixed(1)} s`;
  if (run.failure) return `${name}: stopped after ${took}: ${run.failure.message}`;
  const broken = run.violations.length > 0 ? `, ${run.violations.length} invariants are broken` : '';
  return `${name}: ${run.fingerprint}, ${took}${broken}`;
}

/** What is in the folder already, its files complete. */
function openFolder(folder: ResultFolder, plan: PlannedSet, streams: Streams): readonly EndedRun[] {
  const { runs, damaged } = folder.read();
  folder.assertSame(runs, plan.experiment);
  folder.create();
  for (const problem of damaged) streams.error(`${problem}; its repeat is run again if it is asked for\n`);
  for (const run of runs) folder.complete(run);
  return runs;
}

/** Another program may have run other repeats into the folder in the meantime: all of them are of the set. */
function closeFolder(
  folder: ResultFolder,
  { experiment }: PlannedSet,
  done: ReadonlyMap<number, EndedRun>,
): RunSet {
  const runs = [...done.values(), ...folder.read(new Set(done.keys())).runs];
  const written = new Map(runs.map((run) => [run.repeat, run.experiment.repeats]));
  const repeats = Math.max(experiment.repeats, ...runs.map((run) => run.experiment.repeats));
  const set = setOf({ ...experiment, repeats }, runs, arithmeticVersion);
  // Those that were run when the set had fewer.
  for (const run of set.runs) if (written.get(run.repeat) !== repeats) folder.writeRun(run);
  folder.writeSet(set);
  return set;
}
