import {
  ExpressionError,
  formatExpression,
  largestVariable,
  parseExpression,
  type Expression,
} from './expression.ts';
import { formatOwn, ownForms, parseOwn, type OwnSpec } from './own-task-name.ts';

/** Tasks on the 64 x 64 points of the square (see square.ts). */
export const squareNames = [
  'half-plane',
  'circle',
  'ring',
  'xor',
  'checkerboard',
  'spiral',
  'gaussians',
] as const;

export type SquareName = (typeof squareNames)[number];

/** A Boolean function of 2 to 16 inputs (see boolean.ts for what each is). */
export type BooleanSpec =
  | { readonly kind: 'parity' | 'majority' | 'multiplexer'; readonly inputs: number }
  /** One digit, 0 or 1, for each number of ones from none to all. */
  | { readonly kind: 'symmetric'; readonly inputs: number; readonly bits: string }
  | {
      readonly kind: 'random';
      readonly inputs: number;
      /** Of ones, 1 to 99. */
      readonly percent: number;
      readonly seed: number;
    }
  | { readonly kind: 'expr'; readonly inputs: number; readonly expression: Expression }
  /** The labels of all samples, four in a hexadecimal digit, the first sample's highest. */
  | { readonly kind: 'table'; readonly inputs: number; readonly hex: string };

/** What the name of a task says. */
export type TaskSpec =
  | { readonly kind: 'icosahedron' | 'mnist' }
  | { readonly kind: 'square'; readonly rule: SquareName }
  | BooleanSpec
  | OwnSpec;

/** A task's name in its one canonical form, as links have it: `icosahedron`, `circle`, `parity-4`, `expr:x1&x2`. */
export type TaskName = string;

/** Why a text names no task; `values` are for its message. */
export type TaskNameFault =
  | { readonly code: 'notChoice'; readonly values: { readonly choices: string } }
  | { readonly code: 'taskForm'; readonly values: { readonly form: string } }
  | { readonly code: 'expression'; readonly values: { readonly at: string; readonly expected: string } }
  | {
      readonly code: 'expressionSign';
      readonly values: { readonly at: string; readonly written: string; readonly meant: string };
    };

const some = 'N = 2..16';
/** How each kind with parts is written; in a notation that no language need translate. */
const forms = {
  parity: `parity-N, ${some}`,
  majority: `majority-N, ${some}`,
  multiplexer: 'multiplexer-N, N = 3, 6, 11',
  symmetric: `symmetric-N-BITS, ${some}, BITS = 0|1 (N + 1)`,
  random: `random-N-PERCENT-SEED, ${some}, PERCENT = 1..99, SEED = 0..4294967295`,
  expr: `expr:x1&(x2|!x3), expr-N:..., ${some}, x1...xN`,
  table: `table-N-HEX, ${some}, HEX = 0..f (2^N / 4)`,
} as const satisfies Record<BooleanSpec['kind'], string>;

const words = ['icosahedron', 'mnist', ...squareNames];
const choices = [
  ...words,
  ...Object.values(forms).map((form) => form.slice(0, form.indexOf(', '))),
  ...Object.values(ownForms),
].join(', ');

const isKind = (text: string): text is BooleanSpec['kind'] => Object.hasOwn(forms, text);
const isOwn = (text: string): text is keyof typeof ownForms => Object.hasOwn(ownForms, text);
const isSquare = (text: string): text is SquareName => squareNames.some((name) => name === text);

/** Reads the name of a task, or says what is wrong with it. */
export function parseTask(text: string): TaskSpec | TaskNameFault {
  if (text === 'icosahedron' || text === 'mnist') return { kind: text };
  if (isSquare(text)) return { kind: 'square', rule: text };
  const [, kind = ''] = /^([a-z]+)[-:]/.exec(text) ?? [];
  if (isOwn(kind)) return parseOwn(text) ?? { code: 'taskForm', values: { form: ownForms[kind] } };
  if (!isKind(kind)) return { code: 'notChoice', values: { choices } };
  try {
    const spec = readBoolean(kind, text.slice(kind.length));
    return spec ?? { code: 'taskForm', values: { form: forms[kind] } };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const at = String(error.at);
    if (error.foreign) return { code: 'expressionSign', values: { at, ...error.foreign } };
    return { code: 'expression', values: { at, expected: error.expected } };
  }
}

export const isFault = (parsed: TaskSpec | TaskNameFault): parsed is TaskNameFault => 'code' in parsed;

/** What a name says that has been checked, as an experiment's has. @throws RangeError if it names no task */
export function specOf(name: TaskName): TaskSpec {
  const parsed = parseTask(name);
  if (isFault(parsed)) throw new RangeError(`task: "${name.slice(0, 60)}" is none`);
  return parsed;
}

/** The canonical name: `parseTask` gives an equal spec. */
export function formatTask(spec: TaskSpec): TaskName {
  switch (spec.kind) {
    case 'icosahedron':
    case 'mnist':
      return spec.kind;
    case 'square':
      return spec.rule;
    case 'samples':
    case 'images':
      return formatOwn(spec);
    case 'parity':
    case 'majority':
    case 'multiplexer':
      return `${spec.kind}-${spec.inputs}`;
    case 'symmetric':
      return `symmetric-${spec.inputs}-${spec.bits}`;
    case 'random':
      return `random-${spec.inputs}-${spec.percent}-${spec.seed}`;
    case 'expr': {
      const given = spec.inputs === inputsOf(spec.expression) ? '' : `-${spec.inputs}`;
      return `expr${given}:${formatExpression(spec.expression)}`;
    }
    case 'table':
      return `table-${spec.inputs}-${spec.hex}`;
  }
}

/** As many as the largest variable, but two at least. */
const inputsOf = (expression: Expression): number => Math.max(2, largestVariable(expression));

/** @param rest what follows the kind. Undefined if that has not its form. */
function readBoolean(kind: BooleanSpec['kind'], rest: string): BooleanSpec | undefined {
  if (kind === 'expr') return readExpression(rest);
  const [, first = '', ...parts] = rest.startsWith('-') ? rest.split('-') : [];
  const inputs = whole(first, 2, 16);
  const [one = '', two = ''] = parts;
  const wanted = { symmetric: 1, table: 1, random: 2 }[kind as string] ?? 0;
  if (inputs === undefined || parts.length !== wanted) return undefined;
  switch (kind) {
    case 'parity':
    case 'majority':
      return { kind, inputs };
    case 'multiplexer':
      return [3, 6, 11].includes(inputs) ? { kind, inputs } : undefined;
    case 'symmetric':
      return one.length === inputs + 1 && /^[01]+$/.test(one) ? { kind, inputs, bits: one } : undefined;
    case 'random': {
      const percent = whole(one, 1, 99);
      const seed = whole(two, 0, 0xffffffff);
      return percent === undefined || seed === undefined ? undefined : { kind, inputs, percent, seed };
    }
    case 'table': {
      const isTable = one.length === (1 << inputs) >> 2 && /^[0-9a-f]+$/i.test(one);
      return isTable ? { kind, inputs, hex: one.toLowerCase() } : undefined;
    }
  }
}

/** @throws ExpressionError */
function readExpression(rest: string): BooleanSpec | undefined {
  const at = rest.indexOf(':');
  const given = rest.slice(0, at);
  if (at < 0 || (given !== '' && !given.startsWith('-'))) return undefined;
  const expression = parseExpression(rest.slice(at + 1));
  const inputs = given === '' ? inputsOf(expression) : whole(given.slice(1), 2, 16);
  if (inputs === undefined || inputs < largestVariable(expression)) return undefined;
  return { kind: 'expr', inputs, expression };
}

/** A whole number in plain digits, no zeros before it. */
function whole(text: string, min: number, max: number): number | undefined {
  const value = /^(0|[1-9]\d{0,9})$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? value : undefined;
}
