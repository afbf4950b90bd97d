import { join } from 'node:path';
import type { Experiment } from '../../core/experiment/experiment.ts';
import { arithmeticVersion } from '../../core/experiment/run.ts';
import type { Sweep, SweepValue } from '../../core/experiment/sweep/sweep.ts';
import { isRuler, parseRuler } from '../../core/information/ruler-text.ts';
import type { RunSet } from '../../share/set-document.ts';
import { sweepCsv, sweepJson, type SweepEntry, type SweepResult } from '../../share/sweep-document.ts';
import { sweepSvg } from '../figures/sweep-svg.ts';
import type { Streams } from '../main.ts';
import { closeSet, discardedText, endText, noResultText, openSet, type OpenedSet } from './run-set.ts';
import type { SetOptions } from './run-set.ts';
import type { PlannedSet } from './plan.ts';
import { runJobs } from './pool.ts';
import { SetProgress } from './set-progress.ts';
import type { RepeatJob } from './thread-protocol.ts';
import { writeWhole } from './whole-file.ts';

export interface SweepRun {
  /** Null if the work was ended before its end. */
  readonly result: SweepResult | null;
  /** Repeats without a result, or with broken invariants. */
  readonly failed: number;
}

/** One set of runs, and the values that it answers: over bins one set answers all. */
interface Part {
  readonly values: readonly SweepValue[];
  readonly opened: OpenedSet;
}

/**
 * Runs all repeats of all values on one pool of workers; with a folder each value's set has one of its own in it, and
 * what is there already is not run again.
 *
 * @throws SetConflict if a folder has results of other settings
 */
export async function runSweep(
  sweep: Sweep,
  out: string | null,
  options: SetOptions,
  streams: Streams,
): Promise<SweepRun> {
  const parts = partsOf(sweep, out).map(({ values, plan }): Part => ({
    values,
    opened: openSet(plan, streams),
  }));
  const places = new Map<RepeatJob, { readonly opened: OpenedSet; readonly place: number }>();
  for (const { opened } of parts) {
    const { plan, rulers, due } = opened;
    for (const repeat of due) {
      const job = { experiment: plan.experiment, repeat, kernel: options.kernel, rulers };
      places.set(job, { opened, place: places.size });
    }
  }
  const progress = new SetProgress(streams, places.size);
  const troubles = new Map<OpenedSet, string[]>();
  let failed = 0;
  const at = (job: RepeatJob, tell: (opened: OpenedSet, place: number, name: string) => void): void => {
    const found = places.get(job);
    if (found) tell(found.opened, found.place, found.opened.plan.name);
  };
  await runJobs(
    [...places.keys()],
    options.workers,
    options.openWorker,
    {
      message: (job, message) =>
        at(job, (_, place, name) => {
          if (message.kind === 'progress') progress.advance(place, message.part);
          else if (message.kind === 'discarded')
            progress.line(`${name}: ${discardedText(job.repeat, message.fit)}`);
        }),
      ended: (job, run) =>
        at(job, ({ folder, done }, place, name) => {
          folder?.writeRun(run);
          done.set(job.repeat, run);
          progress.end(place, `${name}: ${endText(run)}`);
        }),
      failed: (job, reason) =>
        at(job, (opened, place, name) => {
          const text = noResultText(job.repeat, reason);
          failed++;
          troubles.set(opened, [...(troubles.get(opened) ?? []), text]);
          progress.end(place, `${name}: ${text}`);
        }),
    },
    options.signal,
  );
  progress.clear();
  if (options.signal.aborted) return { result: null, failed };
  const sets = parts.map(({ values, opened }) => ({
    values,
    set: closeSet(opened, streams),
    lost: troubles.get(opened) ?? [],
  }));
  const entries = sets.flatMap(({ values, set, lost }) => values.map((value) => entryOf(value, set, lost)));
  const result = { setting: sweep.setting, base: sweep.base, arithmeticVersion, entries };
  if (out !== null) {
    writeWhole(join(out, 'sweep.csv'), sweepCsv(result));
    writeWhole(join(out, 'sweep.json'), sweepJson(result));
    const pairs = sets.flatMap(({ values, set }) => values.map((value) => ({ value, set })));
    writeWhole(join(out, 'sweep.svg'), sweepSvg(result, pairs));
  }
  const broken = sets.filter(
    ({ set: { document } }) => document.failed.length + document.violations.length > 0,
  );
  return { result, failed: failed + broken.length };
}

function partsOf({ setting, base, values }: Sweep, out: string | null) {
  const planned = (name: string, experiment: Experiment, folder: string, rulers: PlannedSet['rulers']) => ({
    name,
    experiment,
    repeats: Array.from({ length: experiment.repeats }, (_, index) => index + 1),
    folder: out === null ? null : join(out, folder),
    rulers,
  });
  if (setting === 'bins') {
    const rulers = values.map(({ ruler }) => parseRuler(ruler ?? '')).filter(isRuler);
    return [{ values, plan: planned('run', base, 'run', rulers) }];
  }
  const names = folderNames(values.map(({ text }) => `${setting}-${text}`));
  return values.map((value, index) => ({
    values: [value],
    plan: planned(`${setting}=${value.text}`, value.experiment, names[index] ?? '', []),
  }));
}

/** Without what file systems may not take; a number behind where two would be alike. */
function folderNames(texts: readonly string[]): string[] {
  const plain = texts.map((text) => text.replaceAll(/[^\w.-]/g, '_').slice(0, 80));
  return plain.map((name, index) => (plain.indexOf(name) < index ? `${name}-${index + 1}` : name));
}

/** @param lost why repeats have no result */
function entryOf(
  { text, experiment, ruler }: SweepValue,
  { document }: RunSet,
  lost: readonly string[],
): SweepEntry {
  const { outcome, readings, repeats, violations, fingerprint } = document;
  const reading = readings.find((each) => each.ruler === ruler);
  const own = ruler === null ? outcome : outcome && reading ? { ...outcome, rows: reading.rows } : null;
  return {
    value: text,
    experiment,
    ruler,
    fingerprint,
    outcome: own,
    troubles: [
      ...lost,
      ...repeats.flatMap(({ repeat, failure }) => (failure ? [`repeat ${repeat}: ${failure.message}`] : [])),
      ...violations.map(({ repeat, epoch, message }) => `repeat ${repeat}, epoch ${epoch}: ${message}`),
    ],
  };
}
