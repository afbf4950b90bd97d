import { labelEntropy } from '../core/information/mutual-information.ts';
import { booleanLabels } from '../core/tasks/boolean.ts';
import { formatExpression, type Expression } from '../core/tasks/expression.ts';
import {
  isFault,
  parseTask,
  type BooleanSpec,
  type TaskName,
  type TaskNameFault,
  type TaskSpec,
} from '../core/tasks/task-name.ts';
import { spaced } from './taskNames.ts';

export type BooleanKind = BooleanSpec['kind'];

/** The kinds in the order of the list, and which parts each is made of. */
export const parts = {
  parity: ['inputs'],
  majority: ['inputs'],
  multiplexer: ['width'],
  expr: ['expression'],
  symmetric: ['bits'],
  random: ['inputs', 'percent', 'seed'],
  table: ['hex'],
} as const satisfies Record<BooleanKind, readonly string[]>;

export const kinds = Object.keys(parts) as readonly BooleanKind[];

export type Part = (typeof parts)[BooleanKind][number];

/** What has been typed, of all kinds, so that nothing is lost by looking at another. */
export interface Form extends Readonly<Record<Part, string>> {
  readonly kind: BooleanKind;
}

const blank: Form = {
  kind: 'parity',
  inputs: '4',
  width: '6',
  expression: 'x1 & (x2 | !x3)',
  bits: '00110',
  percent: '50',
  seed: '1',
  hex: '1ee1',
};

const isBoolean = (spec: TaskSpec): spec is BooleanSpec => 'inputs' in spec;

/** The form filled in with the present task, if that is a Boolean one. */
export function formOf(task: TaskName): Form {
  const spec = parseTask(task);
  if (isFault(spec) || !isBoolean(spec)) return blank;
  const { kind } = spec;
  switch (kind) {
    case 'multiplexer':
      return { ...blank, kind, width: String(spec.inputs) };
    case 'expr':
      return { ...blank, kind, expression: spaced(formatExpression(spec.expression)) };
    case 'symmetric':
      return { ...blank, kind, bits: spec.bits };
    case 'random': {
      const [inputs, percent, seed] = [spec.inputs, spec.percent, spec.seed].map(String);
      return { ...blank, kind, inputs: inputs ?? '', percent: percent ?? '', seed: seed ?? '' };
    }
    case 'table':
      return { ...blank, kind, hex: spec.hex };
    default:
      return { ...blank, kind, inputs: String(spec.inputs) };
  }
}

/** The task that the form describes, or what is wrong with it. */
export function readForm(form: Form): BooleanSpec | TaskNameFault {
  const parsed = parseTask(nameOf(form));
  if (isFault(parsed) || isBoolean(parsed)) return parsed;
  throw new Error(`"${nameOf(form)}" is no Boolean task`);
}

function nameOf(form: Form): TaskName {
  const inputs = form.inputs.trim();
  switch (form.kind) {
    case 'multiplexer':
      return `multiplexer-${form.width}`;
    case 'expr':
      return `expr:${form.expression}`;
    case 'symmetric': {
      const bits = form.bits.trim();
      return `symmetric-${bits.length - 1}-${bits}`;
    }
    case 'random':
      return `random-${inputs}-${form.percent.trim()}-${form.seed.trim()}`;
    case 'table': {
      const hex = form.hex.trim();
      return `table-${Math.log2(4 * hex.length)}-${hex}`;
    }
    default:
      return `${form.kind}-${inputs}`;
  }
}

/** Samples times parts of an expression: counting more than these would hold up the page while one types. */
const countable = 1 << 22;

/** How many samples have label 1, and H(Y) in bits; null where there are too many to count between two keys. */
export function countsOf(spec: BooleanSpec): { readonly ones: number; readonly hy: number } | null {
  const parts = spec.kind === 'expr' ? partsOf(spec.expression) : 1;
  if (parts << spec.inputs > countable) return null;
  const labels = booleanLabels(spec);
  return { ones: labels.reduce((sum, label) => sum + label, 0), hy: labelEntropy(labels, 2) };
}

function partsOf(expression: Expression): number {
  if (expression.kind === 'variable') return 1;
  if (expression.kind === 'not') return 1 + partsOf(expression.of);
  return 1 + partsOf(expression.left) + partsOf(expression.right);
}
