import type { Experiment } from '../../core/experiment/experiment.ts';
import { defaults, fields } from '../../core/experiment/fields.ts';
import type { NetworkSpec } from '../../core/kernel.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The format of trace files knows the study's quantizers with the study's numbers. What else an experiment has cannot
 * be said in it.
 *
 * @throws UsageError naming the field
 */
export function assertExpressible(experiment: Experiment, { layers, bits }: NetworkSpec): void {
  const refuse = (field: keyof typeof fields, why: string): never => {
    throw new UsageError(`--trace: ${field}: ${why}`);
  };
  if (experiment.task !== 'icosahedron' && experiment.task !== 'mnist') {
    refuse('task', 'a trace knows the 12-bit task and MNIST');
  }
  if (experiment.noise > 0) refuse('noise', 'a trace has no labels of its own');
  if (experiment.prefit > 0) refuse('prefit', 'a trace has no shuffled labels');
  for (const field of ['l1', 'l2'] as const) {
    if (experiment[field] > 0) refuse(field, 'a trace has no penalties');
  }
  if (bits === 'float') return;
  if (layers.some(({ range }) => range === 'last' || range === 'fixed')) {
    refuse('range', `a trace has no ranges of the rule "${experiment.range}", only batch and moving`);
  }
  if (experiment.task === 'mnist') {
    if (experiment.range !== 'study') refuse('range', 'a trace on MNIST has the rule of the study');
    if (experiment.weights !== 'study') refuse('weights', 'a trace on MNIST has the rule of the study');
  } else if (layers.every(({ range, quantizedKernel }) => range === 'batch' && !quantizedKernel)) {
    refuse('weights', 'in a trace at least one layer has a moving range or a quantized kernel');
  }
  if (!layers.some(({ range }) => range === 'moving')) return;
  if (experiment.decay !== defaults.decay) refuse('decay', `a trace has ${defaults.decay}`);
  const start = fields.start.kind.format(experiment.start);
  const known = fields.start.kind.format(defaults.start);
  if (start !== known) refuse('start', `a trace begins with moving ranges of ${known}, not ${start}`);
}
