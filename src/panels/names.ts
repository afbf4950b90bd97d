import type { Experiment } from '../core/experiment/experiment.ts';
import { formatField } from '../core/experiment/fields.ts';
import { isConvolution, isDense, isPooling, type HiddenLayer } from '../core/experiment/hidden-layer.ts';
import { activationNames, type ActivationName } from '../core/network/activations.ts';
import { plural, t } from '../i18n/t.ts';
import { shapeOf, unitsOf } from './dataSets.ts';
import { bitsName } from './layerNames.ts';
import { taskText } from './taskNames.ts';

/** The activations as choices, in the order of the table. */
export const activationChoices = (): { value: ActivationName; text: string }[] =>
  activationNames.map((value) => ({ value, text: activationText(value) }));

export function activationText(name: ActivationName): string {
  return t(`field.act.${name}`);
}

/** The experiment as a sentence: "12-bit task, 12-10-7-5-4-3-2, tanh, 8 bits, seed 1". */
export function sentenceOf(experiment: Experiment): string {
  const [first = 'tanh'] = experiment.act;
  const one = experiment.act.every((name) => name === first);
  return t('header.sentence', {
    task: taskWithNoise(experiment),
    net: networkText(experiment),
    act: one ? activationText(first) : t('field.act.mixed'),
    bits: bitsName(experiment.bits),
    seed: String(experiment.seed),
  });
}

function taskWithNoise({ task, noise }: Experiment): string {
  const name = taskText(task);
  return noise === 0 ? name : t('header.noise', { task: name, noise: formatField('noise', noise) });
}

/** "12-10-7-5-4-3-2", or with an arrow to each layer where some have names: "784 → 2 filters 3×3 → ... → 10". */
function networkText(experiment: Experiment): string {
  const { features, classes } = shapeOf(experiment);
  const layers = experiment.net.map(hiddenText);
  return [String(features), ...layers, String(classes)].join(experiment.net.every(isDense) ? '-' : ' → ');
}

/** A hidden layer as the setting has it: its units, its filters, or its pooling. */
export function hiddenText(layer: HiddenLayer): string {
  if (isPooling(layer)) return t('layers.pool', { size: layer.pool });
  if (!isConvolution(layer)) return String(layer);
  const { filters, size } = layer;
  return t(`layers.filters.${plural(filters)}`, { filters, size });
}

/** "3 units", or with what they come from: "2 filters 3×3, 1,352 units". The last layer is the output. */
export function layerText(experiment: Experiment, layer: number): string {
  const units = unitsOf(experiment)[layer] ?? 0;
  const text = t(`layers.unit.${plural(units)}`, { units });
  const hidden = experiment.net[layer];
  return hidden === undefined || isDense(hidden) ? text : hiddenText(hidden) + t('mark.comma') + text;
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
