import type { Experiment } from '../experiment.ts';
import { fieldNames, isSameValue } from '../fields.ts';
import { accuracy, bins, bits, curves, networks, prefit } from './appendix.ts';
import { calibrated, quantizer, ruler } from './beyond.ts';
import { main, mnist } from './main.ts';
import type { Preset, PresetId, Variant } from './preset.ts';

/** All presets, in the order of the study. */
export const presets: readonly Preset[] = [
  main,
  mnist,
  bins,
  curves,
  bits,
  prefit,
  networks,
  accuracy,
  ruler,
  quantizer,
  calibrated,
];

export function presetById(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}

/** A preset and which of its variants. */
export interface Choice {
  readonly preset: Preset;
  readonly variant: Variant;
}

/** All variants of all presets. */
export const choices: readonly Choice[] = presets.flatMap((preset) =>
  preset.variants.map((variant) => ({ preset, variant })),
);

/** A variant as people name it on a command line, `main/tanh`; the preset's name alone means its first variant. */
export function choiceByName(name: string): Choice | undefined {
  const [id = '', variantId] = name.split('/');
  const preset = presetById(id);
  const variant = preset?.variants.find((one) => variantId === undefined || one.id === variantId);
  return preset && variant && { preset, variant };
}

/**
 * The preset that these settings are of, whatever their seed and number of repeats. Several presets have some
 * settings in common: then it is `preferred`, or else the first.
 */
export function choiceOf(experiment: Experiment, preferred: PresetId | null = null): Choice | undefined {
  const found = choices.filter(({ variant }) => isSameBut(variant.experiment, experiment));
  return found.find(({ preset }) => preset.id === preferred) ?? found[0];
}

const free: ReadonlySet<string> = new Set(['seed', 'repeats']);

function isSameBut(one: Experiment, other: Experiment): boolean {
  return fieldNames.every((name) => free.has(name) || isSameValue(name, one[name], other[name]));
}
