import type { Ensemble } from '../core/experiment/ensemble.ts';
import { ensembleOf } from '../core/experiment/ensemble.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import { fingerprintOfRepeats } from '../core/experiment/fingerprint.ts';
import { outcomeOf, numbersOf, type Outcome, type RowOutcome } from '../core/experiment/presets/outcome.ts';
import { rankRepeats } from '../core/experiment/ranking.ts';
import type { DiscardedFit } from '../core/experiment/repeat.ts';
import { allocate, type Limits } from '../core/experiment/trajectory.ts';
import type { EndedRun, Failure, RulerReading } from './ended-run.ts';
import { toQuery } from './link.ts';

export const setFormat = 'infoplane-set';
export const setFormatVersion = 1;

/** One repeat of a set. */
export interface RepeatEntry {
  readonly repeat: number;
  readonly attempt: number;
  readonly badFit: boolean;
  readonly fingerprint: string;
  readonly failure: Failure | null;
}

export interface RankingDocument {
  /** Repeats and their squared distance to the mean plane in bits^2, nearest first. */
  readonly order: readonly { readonly repeat: number; readonly distance: number }[];
  readonly nearest: number;
  readonly middle: number;
  readonly secondFarthest: number;
  readonly farthest: number;
}

/** Several repeats of one experiment as JSON: a folder's set.json. It holds no times: the same runs give the same bytes. */
export interface SetDocument {
  readonly format: typeof setFormat;
  readonly version: typeof setFormatVersion;
  /** Every setting, by its name in links. */
  readonly settings: Experiment;
  readonly link: string;
  readonly arithmeticVersion: number;
  /** Of all repeats together; null while some are missing or failed. */
  readonly fingerprint: string | null;
  /** H(X) and H(Y) in bits. */
  readonly limits: Limits | null;
  readonly repeats: readonly RepeatEntry[];
  /** Repeats of the experiment that are not here. */
  readonly missing: readonly number[];
  /** Repeats that are here, but ended without a result: `failure` of theirs says why. */
  readonly failed: readonly number[];
  /** Attempts that were thrown away. */
  readonly discarded: readonly DiscardedFit[];
  readonly violations: readonly {
    readonly repeat: number;
    readonly epoch: number;
    readonly message: string;
  }[];
  /** Null where there is nothing to rank. */
  readonly ranking: RankingDocument | null;
  /** What came out, over the repeats that came to their end; by row: hidden layers, the output on the grid, exactly. */
  readonly outcome: Outcome | null;
  /** The same by the other rulers that all of these repeats have been measured by: T1 first, the output once. */
  readonly readings: readonly { readonly ruler: string; readonly rows: readonly RowOutcome[] }[];
}

/** What another ruler says of all repeats; of the ensemble only `ixt` and `ity` are filled, (measurements, layers). */
export interface ReadingSet {
  readonly ruler: string;
  /** H(X) and H(Y) of its samples, where it is laid over a part of them. */
  readonly limits?: Limits;
  readonly ensemble: Ensemble;
}

/** Repeats of one experiment, with their statistics. */
export interface RunSet {
  readonly document: SetDocument;
  /** In order of the repeat; each with the settings of the set. */
  readonly runs: readonly EndedRun[];
  /** Those that came to their end. */
  readonly complete: readonly EndedRun[];
  /** Over the complete ones; null without any. */
  readonly ensemble: Ensemble | null;
  /** Rulers that all complete ones have been measured by. */
  readonly readings: readonly ReadingSet[];
}

/**
 * @param experiment with as many repeats as the whole set has
 * @param given some or all of its repeats, each once, in any order; as parts they may not have known how many there are
 */
export function setOf(experiment: Experiment, given: readonly EndedRun[], arithmeticVersion: number): RunSet {
  const runs = given.map((run) => ({ ...run, experiment })).sort((a, b) => a.repeat - b.repeat);
  const complete = runs.filter(({ failure }) => failure === null);
  const here = new Set(runs.map(({ repeat }) => repeat));
  const all = Array.from({ length: experiment.repeats }, (_, index) => index + 1);
  const missing = all.filter((repeat) => !here.has(repeat));
  const failed = runs.filter(({ failure }) => failure !== null).map(({ repeat }) => repeat);
  const isWhole = missing.length === 0 && failed.length === 0;
  const rows = experiment.net.length + 2;
  const columns = complete.map((run) => run.columns);
  const summaries = complete.map((run) => numbersOf({ ...run, rows }, experiment));
  return {
    runs,
    complete,
    ensemble: columns.length > 0 ? ensembleOf(columns, rows) : null,
    readings: readingSets(complete, rows - 1),
    document: {
      format: setFormat,
      version: setFormatVersion,
      settings: experiment,
      link: toQuery(experiment),
      arithmeticVersion,
      fingerprint: isWhole
        ? fingerprintOfRepeats(
            arithmeticVersion,
            runs.map(({ fingerprint }) => fingerprint),
          )
        : null,
      limits: runs[0]?.limits ?? null,
      repeats: runs.map(({ repeat, attempt, isBadFit, fingerprint, failure }) => ({
        repeat,
        attempt,
        badFit: isBadFit,
        fingerprint,
        failure,
      })),
      missing,
      failed,
      discarded: runs.flatMap(({ discarded }) => discarded),
      violations: runs.flatMap(({ repeat, violations }) => violations.map((each) => ({ repeat, ...each }))),
      ranking: rankingOf(complete, rows),
      outcome: outcomeOf(summaries),
      readings: rulersOf(complete).map((ruler) => ({ ruler, rows: readingRows(complete, ruler, rows - 1) })),
    },
  };
}

function readingSets(runs: readonly EndedRun[], layers: number): ReadingSet[] {
  return rulersOf(runs).map((ruler) => {
    const columns = readingsBy(runs, ruler).map(({ epoch, ixt, ity }) => ({
      ...allocate(layers, epoch.length),
      ...{ epoch, ixt, ity },
    }));
    const limits = readingsBy(runs, ruler)[0]?.limits;
    return { ruler, ensemble: ensembleOf(columns, layers), ...(limits ? { limits } : {}) };
  });
}

/** Rulers that all of these have been measured by. */
function rulersOf(runs: readonly EndedRun[]): string[] {
  const rulers = (runs[0]?.readings ?? []).map(({ ruler }) => ruler);
  return rulers.filter((ruler) => readingsBy(runs, ruler).length === runs.length);
}

function readingsBy(runs: readonly EndedRun[], ruler: string): RulerReading[] {
  return runs.flatMap(({ readings }) => readings.filter((each) => each.ruler === ruler));
}

/** The outcome by one ruler: it reads the output once, where the run's own rows have it twice. */
function readingRows(runs: readonly EndedRun[], ruler: string, layers: number): readonly RowOutcome[] {
  const rows = layers + 1;
  const numbers = runs.flatMap((run) =>
    readingsBy([run], ruler).map(({ epoch, ixt, ity, limits = run.limits }) => {
      const twice = (column: Float64Array): Float64Array =>
        Float64Array.from({ length: epoch.length * rows }, (_, i) => {
          const row = i % rows;
          return column[((i - row) / rows) * layers + Math.min(row, layers - 1)] ?? NaN;
        });
      const columns = { ...allocate(rows, epoch.length), epoch, ixt: twice(ixt), ity: twice(ity) };
      return numbersOf({ columns, rows, limits }, run.experiment);
    }),
  );
  return outcomeOf(numbers)?.rows.slice(0, -1) ?? [];
}

function rankingOf(runs: readonly EndedRun[], rows: number): RankingDocument | null {
  if (runs.length === 0) return null;
  const { distances, order, picks } = rankRepeats(
    runs.map(({ columns }) => columns),
    rows,
  );
  const repeat = (index: number): number => runs[index]?.repeat ?? 0;
  return {
    order: order.map((index) => ({ repeat: repeat(index), distance: distances[index] ?? NaN })),
    nearest: repeat(picks.nearest),
    middle: repeat(picks.middle),
    secondFarthest: repeat(picks.secondFarthest),
    farthest: repeat(picks.farthest),
  };
}
