import { activationNames } from '../network/activations.ts';
import { initializerNames } from '../network/initializers.ts';
import { optimizerNames } from '../network/optimizers.ts';
import type { Experiment } from './experiment.ts';
import { noisePowers } from '../information/label-noise.ts';
import { choice, flag } from './kinds/choice.ts';
import { fraction } from './kinds/fraction.ts';
import { hiddenLayer } from './kinds/hidden-layer.ts';
import type { Kind } from './kinds/kind.ts';
import { listOf } from './kinds/list.ts';
import { decimal, integer, integerOrWord } from './kinds/number.ts';
import { pair, pairOrWord } from './kinds/pair.ts';
import { taskKind } from './kinds/task-kind.ts';

/** A setting's name: the property of Experiment and the parameter of a link are called the same. */
export type FieldName = keyof Experiment;

export interface Field<T> {
  /** Key of its label among the messages; its choices have the keys `label.choice`. */
  readonly label: `field.${FieldName}`;
  /** Bounds or choices; how it is written in a link. */
  readonly kind: Kind<T>;
  /** Its value in the default run, which a link leaves out. */
  readonly default: T;
}

type Table = { readonly [Name in FieldName]: Field<Experiment[Name]> };

/**
 * The one table of settings, in the order of links: 12-bit task, 12-10-7-5-4-3-2, tanh, 8 bits and Adam at 1e-4 by
 * default, as in the study (Lorenzen, Igel & Nielsen 2022).
 */
export const fields = {
  task: { label: 'field.task', kind: taskKind(), default: 'icosahedron' },
  noise: { label: 'field.noise', kind: fraction(0.5, noisePowers), default: 0 },
  act: { label: 'field.act', kind: listOf(choice(activationNames), 1, 8), default: ['tanh'] },
  bits: { label: 'field.bits', kind: integerOrWord(1, 16, 'float'), default: 8 },
  net: { label: 'field.net', kind: listOf(hiddenLayer(1, 64), 1, 8), default: [10, 7, 5, 4, 3] },
  range: {
    label: 'field.range',
    kind: choice(['study', 'batch', 'moving', 'last', 'fixed']),
    default: 'study',
  },
  decay: { label: 'field.decay', kind: decimal(0, 1), default: 0.999 },
  start: { label: 'field.start', kind: pairOrWord(-1000, 1000, 'data'), default: [-6, 6] },
  fixed: { label: 'field.fixed', kind: pair(-1000, 1000), default: [-1, 1] },
  weights: { label: 'field.weights', kind: choice(['study', 'quantized', 'float']), default: 'study' },
  init: { label: 'field.init', kind: choice(initializerNames), default: 'glorot' },
  opt: { label: 'field.opt', kind: choice(optimizerNames), default: 'adam' },
  lr: { label: 'field.lr', kind: decimal(0.0000001, 10), default: 0.0001 },
  momentum: { label: 'field.momentum', kind: decimal(0, 0.9999), default: 0.9 },
  l1: { label: 'field.l1', kind: decimal(0, 10), default: 0 },
  l2: { label: 'field.l2', kind: decimal(0, 10), default: 0 },
  batch: { label: 'field.batch', kind: integerOrWord(1, 65536, 'full'), default: 256 },
  epochs: { label: 'field.epochs', kind: integer(1, 100000), default: 8000 },
  prefit: { label: 'field.prefit', kind: integer(0, 100000), default: 0 },
  every: { label: 'field.every', kind: integerOrWord(1, 100000, 'log'), default: 5 },
  zero: { label: 'field.zero', kind: flag(), default: true },
  test: { label: 'field.test', kind: integer(1, 90), default: 20 },
  seed: { label: 'field.seed', kind: integer(0, 4294967295), default: 1 },
  repeats: { label: 'field.repeats', kind: integer(1, 100), default: 1 },
  badfits: { label: 'field.badfits', kind: choice(['restart', 'keep']), default: 'restart' },
} as const satisfies Table;

/** The table seen as one type for each field, for code that goes through all of them. */
export const fieldTable: Table = fields;

/** All fields, in the order of links. */
export const fieldNames = Object.keys(fields) as readonly FieldName[];

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fields, name);
}

/** The default run. */
export const defaults: Experiment = {
  task: fields.task.default,
  noise: fields.noise.default,
  act: fields.act.default,
  bits: fields.bits.default,
  net: fields.net.default,
  range: fields.range.default,
  decay: fields.decay.default,
  start: fields.start.default,
  fixed: fields.fixed.default,
  weights: fields.weights.default,
  init: fields.init.default,
  opt: fields.opt.default,
  lr: fields.lr.default,
  momentum: fields.momentum.default,
  l1: fields.l1.default,
  l2: fields.l2.default,
  batch: fields.batch.default,
  epochs: fields.epochs.default,
  prefit: fields.prefit.default,
  every: fields.every.default,
  zero: fields.zero.default,
  test: fields.test.default,
  seed: fields.seed.default,
  repeats: fields.repeats.default,
  badfits: fields.badfits.default,
};

/** A value as a link writes it. */
export function formatField<Name extends FieldName>(name: Name, value: Experiment[Name]): string {
  const field: Field<Experiment[Name]> = fieldTable[name];
  return field.kind.format(value);
}

/** Do both values come to the same in a link? */
export function isSameValue<Name extends FieldName>(
  name: Name,
  one: Experiment[Name],
  other: Experiment[Name],
): boolean {
  return formatField(name, one) === formatField(name, other);
}
