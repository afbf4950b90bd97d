import type { Experiment } from '../core/experiment/experiment.ts';
import { formatField } from '../core/experiment/fields.ts';
import { activationNames, type ActivationName } from '../core/network/activations.ts';
import { t } from '../i18n/t.ts';
import { bitsName } from './sentences.ts';

/** The activations as choices, in the order of the table. */
export const activationChoices = activationNames.map((value) => ({ value, text: activationText(value) }));

export function activationText(name: ActivationName): string {
  return t(`field.act.${name}`);
}

/** The experiment as a sentence: "12-bit task, 12-10-7-5-4-3-2, tanh, 8 bits, seed 1". */
export function sentenceOf(experiment: Experiment): string {
  const [first = 'tanh'] = experiment.act;
  const one = experiment.act.every((name) => name === first);
  return t('header.sentence', {
    task: t(`field.task.${experiment.task}`),
    net: [12, formatField('net', experiment.net), 2].join('-'),
    act: one ? activationText(first) : t('field.act.mixed'),
    bits: bitsName(experiment.bits),
    seed: String(experiment.seed),
  });
}

/** Activation of hidden layer `layer`, 0 for T1. */
export function activationOf(experiment: Experiment, layer: number): ActivationName {
  return experiment.act[layer] ?? experiment.act[0] ?? 'tanh';
}

/** The list `act` with that of one hidden layer changed, written as one name if all agree. */
export function withActivation(
  experiment: Experiment,
  layer: number,
  name: ActivationName,
): ActivationName[] {
  const each = experiment.net.map((_, i) => (i === layer ? name : activationOf(experiment, i)));
  return each.every((other) => other === name) ? [name] : each;
}
