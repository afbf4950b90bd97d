import { parseArgs } from 'node:util';
import { describe } from '../core/experiment/problems.ts';
import { isRuler, parseRuler, rulerForms, rulerText } from '../core/information/ruler-text.ts';
import type { Ruler } from '../core/information/ruler.ts';
import { isSweepSetting, sweepSettings, type SweepSetting } from '../core/experiment/sweep/sweep.ts';
import type { Kernel } from '../core/kernel.ts';
import { presetNames, type RepeatChoice } from './set/plan.ts';
import type { OwnFile } from './own-files.ts';
import { UsageError } from './usage-error.ts';

export interface RunCommand {
  readonly name: 'run';
  /** Settings as in a link, a whole link, or a preset. */
  readonly what: string;
  readonly json: boolean;
  readonly kernel: Kernel['name'];
  /** Null: as many as the link or preset says. */
  readonly repeats: RepeatChoice | null;
  readonly out: string | null;
  /** Null: the machine's cores but one. */
  readonly workers: number | null;
  /** Null: no trace. */
  readonly trace: TraceChoice | null;
  /** Laid over each run beside its own; null: those of the preset, if any. */
  readonly rulers: readonly Ruler[] | null;
  /** Own data to be trained on; null: the link's task. */
  readonly own: OwnFile | null;
}

/** The steps after which a trace has the network; null: the usual ones. */
export interface TraceChoice {
  readonly steps: readonly number[] | null;
}

export interface MergeCommand {
  readonly name: 'merge';
  readonly folders: readonly string[];
  readonly out: string;
  readonly json: boolean;
}

export interface SweepCommand extends Pick<RunCommand, 'json' | 'kernel' | 'out' | 'workers'> {
  readonly name: 'sweep';
  readonly setting: SweepSetting;
  /** As `parseSweep` reads them. */
  readonly values: string;
  /** Settings as in a link, or a whole link: what all values have in common. */
  readonly what: string;
  /** Null: as many as the link says. */
  readonly repeats: number | null;
}

/** What the command line asks for. */
export type Command = { readonly name: 'help' } | RunCommand | SweepCommand | MergeCommand;

/** A list with commas as lines of so many letters. */
function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const piece of text.split(' ')) {
    const last = lines.length - 1;
    const line = lines[last] ?? '';
    if (line.length + piece.length < width) lines[last] = line === '' ? piece : `${line} ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

export const help = `Usage: infoplane run [LINK or PRESET] [--repeats N, A-B or A-B/N] [--out FOLDER] [options]
       infoplane sweep SETTING=VALUES [LINK] [--repeats N] [--out FOLDER] [options]
       infoplane merge FOLDER FOLDER... --out FOLDER

run trains the network of LINK, measures its information plane exactly and prints what came out.

LINK is a link of the page or the part of it behind the question mark: "act=relu&epochs=200". What it leaves out is
as in the default run; the README lists all settings. Where LINK names its result (result=...), what comes out is compared
with it: "reproduced", or up to which epoch both agree and by which they differ. PRESET is one of the study's experiments, with all its variants,
each in a folder of its own; PRESET/VARIANT is one of them: main/relu. Presets:
${presetNames()}.

  --repeats N         so many repeats, instead of what LINK or PRESET says
  --repeats A-B       only repeats A to B of the set; others are run elsewhere and merged
  --repeats A-B/N     the same of a set of N repeats, so that parts know it; else merge settles how many there are
  --out FOLDER        write CSV, the study's text files, JSON and figures there (docs/files.md says what is what);
                      repeats that are there already are not run again, so the same command goes on after a break
  --samples PATH      train on own data: a CSV or JSON file (up to 64 features, 16 classes, 65536 samples), or a folder
                      with the four idx files of a data set like MNIST; any of them may be gzipped. Its name stands as
                      the task in what is written. A link that names such data needs its file here too
  --class COLUMN      name or number of the column with the class; by default one called class, label, target, y or
                      species, else the last
  --scale yes|no      each feature scaled to 0 ... 1; by default where a value is outside -1 ... 1
  --workers N         threads; by default the machine's cores but one. The results do not depend on it
  --rulers LIST       measure each run by these rulers too, separated by commas; PRESET has its own. Each may end in
                      -mean (over units), then in -train or -test (over these samples only), then, but for kde, in
                      -null (I(T;Y) with labels shuffled, its mean over 200 orders). There are
                      ${wrapped(rulerForms, 90).join('\n                      ')}
  --trace             also write the first training steps of each repeat, in the format of test/golden: starting
                      weights, batches, and weights, ranges and information after some steps. Another program can
                      follow them, and "npm run golden -- FOLDER/trace/001" reads them back
  --trace-steps LIST  after which steps: 1,2,13,65,130 if left out
  --kernel NAME       wasm (the default) or scalar: the same bits, slower
  --json              print one JSON document instead of a table

sweep runs LINK once for each value of one setting and prints a table a quantity: "infoplane sweep bits=1..16,float".
VALUES is a list with commas; of numbers there are ranges: 1..16, 32..2048*2 (each twice the one before), 10..50+10.
"bins=2..4096*2" trains once and measures it by so many equally wide bins. With --out each value has a folder as of
run, beside sweep.csv and sweep.json. Settings:
${wrapped(sweepSettings.join(', '), 110).join('\n')}.

merge joins folders with other repeats of the same settings, and writes what one run of all of them would have;
of a preset's parts, which have a folder for each variant, variant by variant.

  -h, --help          print this

Exit code: 0 done, 1 a run failed or is not the one that LINK names, 2 bad settings, options or folders, 130
stopped by Ctrl-C or by a scheduler.
`;

/**
 * @param args without the program's own name
 * @throws UsageError naming what is wrong
 */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parseOptions(args);
  const [name, ...rest] = positionals;
  if (values.help === true || name === 'help') return { name: 'help' };
  if (name === undefined) throw new UsageError('a command is missing: run, sweep or merge');
  if (name === 'run') return parseRun(values, rest);
  if (name === 'sweep') return parseSweepCommand(values, rest);
  if (name === 'merge') return parseMerge(values, rest);
  throw new UsageError(`"${name}" is no command; there are: run, sweep, merge`);
}

type Values = ReturnType<typeof parseOptions>['values'];

function parseRun(values: Values, [what = '', ...more]: readonly string[]): RunCommand {
  if (more.length > 0) {
    throw new UsageError(`one link is enough, but there is also "${more.join(' ')}"; is the link in quotes?`);
  }
  const trace = parseTrace(values);
  const rulers = values.rulers === undefined ? null : parseRulers(values.rulers);
  if (rulers !== null && values.out === undefined)
    throw new UsageError('--rulers: needs --out FOLDER to write to');
  if (trace !== null && values.out === undefined)
    throw new UsageError('--trace: needs --out FOLDER to write to');
  return {
    name: 'run',
    what,
    ...parseCommon(values),
    repeats: values.repeats === undefined ? null : parseRepeats(values.repeats),
    trace,
    rulers,
    own: parseOwn(values),
  };
}

function parseOwn(values: Values): OwnFile | null {
  const { samples: path, scale } = values;
  const classColumn = values.class ?? null;
  if (scale !== undefined && scale !== 'yes' && scale !== 'no') {
    throw new UsageError(`--scale: "${scale}" is neither yes nor no`);
  }
  if (path !== undefined) return { path, classColumn, scaled: scale === undefined ? null : scale === 'yes' };
  if (classColumn !== null) throw new UsageError('--class: needs --samples');
  if (scale !== undefined) throw new UsageError('--scale: needs --samples');
  return null;
}

function parseCommon(values: Values): Pick<RunCommand, 'json' | 'kernel' | 'out' | 'workers'> {
  const kernel = values.kernel ?? 'wasm';
  if (kernel !== 'wasm' && kernel !== 'scalar') {
    throw new UsageError(`--kernel: "${kernel}" is none of wasm, scalar`);
  }
  return {
    json: values.json ?? false,
    kernel,
    out: values.out === undefined ? null : folderName(values.out),
    workers: values.workers === undefined ? null : wholeNumber('--workers', values.workers, 1, 1024),
  };
}

function parseSweepCommand(
  values: Values,
  [swept = '', what = '', ...more]: readonly string[],
): SweepCommand {
  for (const option of ['trace', 'trace-steps', 'rulers', 'samples', 'class', 'scale'] as const) {
    if (values[option] !== undefined) throw new UsageError(`--${option}: sweep does not take it`);
  }
  if (more.length > 0)
    throw new UsageError(`one setting and one link, but there is also "${more.join(' ')}"`);
  const at = swept.indexOf('=');
  const setting = at < 0 ? swept : swept.slice(0, at);
  if (!isSweepSetting(setting)) {
    throw new UsageError(
      `sweep: "${setting}" is no setting to go through; there are: ${sweepSettings.join(', ')}`,
    );
  }
  return {
    name: 'sweep',
    setting,
    values: at < 0 ? '' : swept.slice(at + 1),
    what,
    ...parseCommon(values),
    repeats: values.repeats === undefined ? null : wholeNumber('--repeats', values.repeats, 1, 100),
  };
}

function parseTrace(values: Values): TraceChoice | null {
  const text = values['trace-steps'];
  if (text === undefined) return values.trace === true ? { steps: null } : null;
  const steps = text.split(',').map((step) => wholeNumber('--trace-steps', step, 1, 1_000_000));
  return { steps: [...new Set(steps)].sort((a, b) => a - b) };
}

/** `grid` and `exact` are always measured. */
function parseRulers(text: string): Ruler[] {
  const found = new Map<string, Ruler>();
  for (const each of text.split(',')) {
    const ruler = parseRuler(each);
    if (!isRuler(ruler)) throw new UsageError(`--rulers: ${describe(ruler)}`);
    found.set(rulerText(ruler), ruler);
  }
  return [...found].flatMap(([name, ruler]) => (name === 'grid' || name === 'exact' ? [] : [ruler]));
}

function parseMerge(values: Values, folders: readonly string[]): MergeCommand {
  for (const option of [
    'kernel',
    'repeats',
    'workers',
    'trace',
    'trace-steps',
    'rulers',
    'samples',
    'class',
    'scale',
  ] as const) {
    if (values[option] !== undefined)
      throw new UsageError(`--${option}: merge runs nothing and does not take it`);
  }
  if (folders.length === 0) throw new UsageError('merge: which folders? There is none');
  if (values.out === undefined) throw new UsageError('--out: merge needs a folder to write to');
  return { name: 'merge', folders, out: folderName(values.out), json: values.json ?? false };
}

function parseRepeats(text: string): RepeatChoice {
  const [, first, last, all] = /^(\d{1,3})-(\d{1,3})(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  if (first === undefined || last === undefined) {
    return { kind: 'all', repeats: wholeNumber('--repeats', text, 1, 100) };
  }
  const from = wholeNumber('--repeats', first, 1, 100);
  const to = wholeNumber('--repeats', last, 1, 100);
  if (from > to) throw new UsageError(`--repeats: "${text}" ends before it begins`);
  const of = all === undefined ? null : wholeNumber('--repeats', all, 2, 100);
  if (of !== null && to > of)
    throw new UsageError(`--repeats: "${text}" has repeats beyond the ${of} there are`);
  return { kind: 'range', from, to, of };
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  const range = option === '--repeats' ? ', nor a range such as 11-20' : '';
  throw new UsageError(`${option}: "${text}" is no whole number from ${least} to ${most}${range}`);
}

function folderName(text: string): string {
  if (text === '') throw new UsageError('--out: the name of the folder is empty');
  return text;
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        kernel: { type: 'string' },
        repeats: { type: 'string' },
        out: { type: 'string' },
        workers: { type: 'string' },
        rulers: { type: 'string' },
        samples: { type: 'string' },
        class: { type: 'string' },
        scale: { type: 'string' },
        trace: { type: 'boolean' },
        'trace-steps': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // Node's own message names the option.
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
