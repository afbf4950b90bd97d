import { rulerText } from '../../information/ruler-text.ts';
import { clampExperiment } from '../check.ts';
import type { Experiment } from '../experiment.ts';
import { fieldTable } from '../fields.ts';
import { integer } from '../kinds/number.ts';
import type { Kind, Verdict } from '../kinds/kind.ts';
import { quote, type Problem, type ProblemCode } from '../problems.ts';
import { expand, mostValues } from './values.ts';

/** The settings that a list of values makes sense for, the most asked for first. */
export const sweptFields = [
  'bits',
  'act',
  'lr',
  'batch',
  'net',
  'opt',
  'momentum',
  'init',
  'seed',
  'range',
  'weights',
  'decay',
  'start',
  'fixed',
  'epochs',
  'prefit',
  'l1',
  'l2',
  'noise',
  'test',
  'task',
] as const;

export type SweptField = (typeof sweptFields)[number];

/** `bins`: no setting of the run but of how it is measured, so one training is enough for all values. */
export type SweepSetting = SweptField | 'bins';

export const sweepSettings: readonly SweepSetting[] = ['bits', 'act', 'bins', ...sweptFields.slice(2)];

export function isSweepSetting(name: string): name is SweepSetting {
  return sweepSettings.some((setting) => setting === name);
}

/** One value, and what is trained and measured for it. */
export interface SweepValue {
  /** As a link has it. */
  readonly text: string;
  /** Null where it is a word or a list. */
  readonly number: number | null;
  readonly experiment: Experiment;
  /** Text of the ruler the run is measured by; null: as it counts itself. */
  readonly ruler: string | null;
}

/** A sweep: the same experiment but for one setting, which takes several values. */
export interface Sweep {
  readonly setting: SweepSetting;
  readonly base: Experiment;
  /** In the order they were given in, none twice. */
  readonly values: readonly SweepValue[];
}

export interface ParsedSweep {
  readonly sweep: Sweep;
  /** Texts that are no values of the setting, by the table of settings; `used` is null. */
  readonly problems: readonly Problem[];
}

/** Equally wide bins between the smallest and the largest of all layers and epochs: their number has a ruler's bounds. */
const bins = integer(2, 4096);
const rulerOfBins = (count: number): string =>
  rulerText({ strategy: 'uniform', bins: count, bounds: 'global', reading: 'layer' });

/**
 * Reads a list of values such as `1..16,float` (see `expand` for ranges).
 *
 * @param base the experiment in which the setting takes these values; a valid one
 */
export function parseSweep(setting: SweepSetting, text: string, base: Experiment): ParsedSweep {
  const values = new Map<string, SweepValue>();
  const problems: Problem[] = [];
  const refuse = (given: string, code: ProblemCode, more: Problem['values'] = {}): void =>
    void problems.push({ field: setting, code, given: quote(given), used: null, values: more });
  const pieces = text
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length === 0) refuse('', 'empty');
  for (const piece of pieces) {
    const texts = hasRanges(setting) ? expand(piece) : [piece];
    if (typeof texts === 'string') refuse(piece, texts, texts === 'length' ? lengths : {});
    else {
      for (const each of texts) {
        const read = valueOf(setting, each, base);
        if ('problem' in read) problems.push(read.problem);
        else values.set(read.value.text, read.value);
      }
    }
  }
  if (values.size > mostValues) refuse(text, 'length', lengths);
  return { sweep: { setting, base, values: [...values.values()].slice(0, mostValues) }, problems };
}

const lengths = { min: '1', max: String(mostValues) };

/** Of the pairs of numbers, `..` is part of one value. */
function hasRanges(setting: SweepSetting): boolean {
  if (setting === 'bins') return true;
  const { type } = fieldTable[setting].kind as { readonly type?: string };
  return type === 'integer' || type === 'decimal' || type === 'integerOrWord';
}

type Read = { readonly value: SweepValue } | { readonly problem: Problem };

function valueOf(setting: SweepSetting, text: string, base: Experiment): Read {
  if (setting !== 'bins') return fieldValue(setting, text, base);
  const verdict = bins.parse(text);
  if (!verdict.ok) return { problem: problemOf('bins', verdict, text) };
  const count = verdict.value;
  return { value: { text: String(count), number: count, experiment: base, ruler: rulerOfBins(count) } };
}

function fieldValue(name: SweptField, text: string, base: Experiment): Read {
  // What it reads as goes into no other field than its own.
  const kind = fieldTable[name].kind as Kind<unknown>;
  const verdict = kind.parse(text);
  if (!verdict.ok) return { problem: problemOf(name, verdict, text) };
  const { value } = verdict;
  const { experiment, problems } = clampExperiment({ ...base, [name]: value });
  const [problem] = problems;
  // Right by itself, it does not fit the other settings.
  if (problem) return { problem: { ...problem, used: null } };
  const number = typeof value === 'number' ? value : null;
  return { value: { text: kind.format(value), number, experiment, ruler: null } };
}

function problemOf(
  field: string,
  { fault }: Extract<Verdict<unknown>, { ok: false }>,
  text: string,
): Problem {
  return { field, ...fault, given: quote(text), used: null };
}
