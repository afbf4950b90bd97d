import { Random } from '../random/random.ts';
import type { Expression } from './expression.ts';
import { formatTask, type BooleanSpec } from './task-name.ts';
import type { Task } from './task.ts';

/**
 * All 2^N inputs of a Boolean function with its values as labels, so that P(X) is known and all is exact. Sample r
 * has x_i = bit N - i of r, i = 1..N: x1 is the most significant.
 *
 * A function that is constant (`expr:x1&!x1`) is a task like any other: H(Y) and each I(T;Y) are 0, and the plane
 * shows what a network does to its inputs where there is nothing to learn.
 */
export function booleanTask(spec: BooleanSpec): Task & { readonly inputs: Float32Array } {
  const { inputs: features } = spec;
  const samples = 1 << features;
  const inputs = new Float32Array(samples * features);
  for (let r = 0; r < samples; r++) {
    for (let i = 0; i < features; i++) inputs[r * features + i] = (r >> (features - 1 - i)) & 1;
  }
  const labels = booleanLabels(spec);
  const shape = { samples, features, classes: 2, image: null, ownTrainSamples: null };
  return { name: formatTask(spec), ...shape, inputs, labels };
}

/**
 * The function's value for each sample, (2^N):
 *
 * - parity: 1 if the number of ones is odd.
 * - majority: 1 if more than half of the inputs are ones; a tie is 0.
 * - multiplexer: the first a inputs, N = a + 2^a, are the number of one of the others (x1 its highest bit, 0 the first
 *   of them); y is that input.
 * - symmetric: with k ones, digit k of `bits`, the first for k = 0.
 * - random: sample after sample, 1 if `below(100)` of the stream (seed, task) is less than the percentage.
 * - expr: the expression's value.
 * - table: sample r is bit 3 - (r mod 4) of hexadecimal digit floor(r / 4).
 */
export function booleanLabels(spec: BooleanSpec): Uint8Array {
  const { kind, inputs } = spec;
  const samples = 1 << inputs;
  const from = (label: (r: number) => boolean): Uint8Array =>
    Uint8Array.from({ length: samples }, (_, r) => (label(r) ? 1 : 0));
  switch (kind) {
    case 'parity':
      return from((r) => ones(r) % 2 === 1);
    case 'majority':
      return from((r) => 2 * ones(r) > inputs);
    case 'multiplexer': {
      const address = { 3: 1, 6: 2, 11: 3 }[inputs] ?? 0;
      const data = inputs - address;
      return from((r) => ((r >> (data - 1 - (r >> data))) & 1) === 1);
    }
    case 'symmetric':
      return from((r) => spec.bits[ones(r)] === '1');
    case 'random': {
      const random = new Random(spec.seed, 'task');
      return from(() => random.below(100) < spec.percent);
    }
    case 'expr':
      return valuesOf(spec.expression, inputs);
    case 'table':
      return from((r) => ((parseInt(spec.hex[r >> 2] ?? '0', 16) >> (3 - (r & 3))) & 1) === 1);
  }
}

/** How many bits of r are set. */
function ones(r: number): number {
  let count = 0;
  for (let rest = r; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/** Values of an expression for all samples, (2^N): each part of it for all of them at once. */
function valuesOf(expression: Expression, inputs: number): Uint8Array {
  if (expression.kind === 'variable') {
    const { index } = expression;
    return Uint8Array.from({ length: 1 << inputs }, (_, r) => (r >> (inputs - index)) & 1);
  }
  if (expression.kind === 'not') return valuesOf(expression.of, inputs).map((value) => 1 - value);
  const { kind } = expression;
  const right = valuesOf(expression.right, inputs);
  return valuesOf(expression.left, inputs).map((value, r) => {
    const other = right[r] ?? 0;
    if (kind === 'and') return value & other;
    return kind === 'or' ? value | other : value ^ other;
  });
}
