import { join } from 'node:path';
import { assertValid } from '../../core/experiment/check.ts';
import type { Experiment } from '../../core/experiment/experiment.ts';
import type { Preset } from '../../core/experiment/presets/preset.ts';
import { presetById, presets } from '../../core/experiment/presets/presets.ts';
import { isRuler, parseRuler } from '../../core/information/ruler-text.ts';
import type { Ruler } from '../../core/information/ruler.ts';
import { fromQueryStrict, queryOf } from '../../share/link.ts';
import { parseTask, specOf, type TaskName } from '../../core/tasks/task-name.ts';
import type { OwnFile } from '../own-files.ts';
import { takeOwn, taskOf } from '../task-source.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `--repeats 50`: so many; `--repeats 11-20`: those of an experiment, whose other repeats are run elsewhere;
 * `--repeats 11-20/50`: of 50 in all.
 */
export type RepeatChoice =
  | { readonly kind: 'all'; readonly repeats: number }
  | { readonly kind: 'range'; readonly from: number; readonly to: number; readonly of: number | null };

/** Repeats of one experiment, and where their files go. */
export interface PlannedSet {
  /** As a message names it. */
  readonly name: string;
  /** With as many repeats as the whole set has. */
  readonly experiment: Experiment;
  readonly repeats: readonly number[];
  /** Null: nowhere. */
  readonly folder: string | null;
  /** Laid over each run beside its own two readings. */
  readonly rulers: readonly Ruler[];
  /** Where its data is, if it is own data. */
  readonly own?: OwnFile;
}

/**
 * @param what a link, the part of it behind the question mark, a preset (`main`: all its variants) or one variant of
 *   it (`main/tanh`)
 * @throws UsageError; SettingsError naming every bad field
 */
export function planOf(
  what: string,
  choice: RepeatChoice | null,
  out: string | null,
  rulers: readonly Ruler[] | null = null,
  own: OwnFile | null = null,
): PlannedSet[] {
  const [id = '', variantId] = what.split('/');
  const preset = presetById(id);
  if (!preset) {
    const isLink = what === '' || /[=?:&]/.test(what);
    if (!isLink) throw new UsageError(`"${what}" is no link and none of the presets: ${presetNames()}`);
    refuseFragment(what);
    if (own === null) {
      const plan = planned(what, fromQueryStrict(queryOf(what)), choice, out, rulers ?? []);
      assertThere(plan.experiment.task);
      return [plan];
    }
    const query = withOwn(queryOf(what), own);
    return [{ ...planned(what, fromQueryStrict(query), choice, out, rulers ?? []), own }];
  }
  if (own !== null) throw new UsageError(`--samples: the preset ${id} has its own task`);
  const variants = preset.variants.filter((each) => variantId === undefined || each.id === variantId);
  if (variants.length === 0) {
    const there = preset.variants.map((each) => `${id}/${each.id}`).join(', ');
    throw new UsageError(`the preset ${id} has no variant "${variantId}"; there are ${there}`);
  }
  const isOne = preset.variants.length === 1 || variantId !== undefined;
  return variants.map(({ id: variant, experiment }) => {
    const folder = out !== null && !isOne ? join(out, variant) : out;
    return planned(`${id}/${variant}`, experiment, choice, folder, rulers ?? rulersOf(preset));
  });
}

/** The query with the name of own data as its task: that of the file, which is to be the one that the query names. */
function withOwn(query: string, own: OwnFile): string {
  const pieces = query.split('&').filter((piece) => piece !== '');
  const [given] = pieces.flatMap((piece) =>
    piece.startsWith('task=') ? [piece.slice('task='.length).replace(/%3A/gi, ':')] : [],
  );
  const spec = given === undefined ? null : parseTask(given);
  const isOwn = spec !== null && 'kind' in spec && (spec.kind === 'samples' || spec.kind === 'images');
  if (given !== undefined && !isOwn)
    throw new UsageError(`--samples: the link names the task ${given} already`);
  const { name } = takeOwn(own, given ?? null);
  return [`task=${name}`, ...pieces.filter((piece) => !piece.startsWith('task='))].join('&');
}

/** @throws TaskError if the task is own data that the link only names */
function assertThere(task: TaskName): void {
  const spec = specOf(task);
  if (spec.kind === 'images' || (spec.kind === 'samples' && spec.text === null)) taskOf(task);
}

/** Nothing behind `#` is read; whoever put settings there would get another run than they asked for. */
function refuseFragment(what: string): void {
  const [, ...fragment] = what.split('#');
  if (!fragment.join('#').includes('=')) return;
  throw new UsageError(
    `settings stand behind the question mark of a link; what is behind "#" is not read: "${fragment.join('#')}"`,
  );
}

export function presetNames(): string {
  return presets.map(({ id }) => id).join(', ');
}

function planned(
  name: string,
  given: Experiment,
  choice: RepeatChoice | null,
  folder: string | null,
  rulers: readonly Ruler[],
): PlannedSet {
  const experiment = { ...given, repeats: repeatsOf(given, choice) };
  assertValid(experiment);
  const from = choice?.kind === 'range' ? choice.from : 1;
  const to = choice?.kind === 'range' ? choice.to : experiment.repeats;
  const repeats = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return { name, experiment, repeats, folder, rulers: folder === null ? [] : rulers };
}

/** A preset's rulers but for those that every run has. */
function rulersOf({ rulers }: Preset): Ruler[] {
  return rulers
    .filter((text) => text !== 'grid' && text !== 'exact')
    .map(parseRuler)
    .filter(isRuler);
}

/**
 * Of a range that does not say so: at least as many as it ends with. It is part of a set, so that set has at least two
 * repeats: a run alone is kept even if it is a bad fit.
 */
function repeatsOf({ repeats }: Experiment, choice: RepeatChoice | null): number {
  if (choice === null) return repeats;
  return choice.kind === 'all' ? choice.repeats : (choice.of ?? Math.max(repeats, choice.to, 2));
}
