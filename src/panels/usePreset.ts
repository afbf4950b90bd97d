import { useMemo } from 'react';
import type { Choice } from '../core/experiment/presets/presets.ts';
import type { Preset, Variant } from '../core/experiment/presets/preset.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import { useExperiment, useView, type Stores } from '../store/hooks.ts';
import { useChoiceOf } from './presetTable.ts';

/** The preset whose settings these are, if they are those of one. */
export function usePreset(): Choice | undefined {
  const experiment = useExperiment();
  const preferred = useView((view) => view.preset);
  const choiceOf = useChoiceOf();
  return useMemo(() => choiceOf(experiment, preferred), [choiceOf, experiment, preferred]);
}

/** Those of a preset's rulers that are laid over a run, beside what the run itself counts. */
export function laidRulers({ rulers }: Preset): readonly string[] {
  return rulers.filter((ruler) => ruler !== 'grid' && ruler !== 'exact');
}

/**
 * Loads a preset's settings, which starts its repeats, and shows the mean of them with its rulers, as the study does. The preset's other variants follow behind it.
 */
export function loadPreset({ settings, session }: Stores, preset: Preset, experiment: Experiment): void {
  const rulers = laidRulers(preset);
  session.view.setState({ preset: preset.id, output: 'grid', rulers, repeat: 'mean' });
  session.followers.want(preset.variants.map((variant) => variant.experiment));
  settings.replace(experiment, []);
}

/** Trains another variant of the preset on the page, and leaves the rest of the view as it is. */
export function loadVariant({ settings, session }: Stores, preset: Preset, experiment: Experiment): void {
  session.view.setState({ preset: preset.id });
  settings.replace(experiment, []);
}

/** Another variant with the seed as it is, and with its own number of repeats unless another one was set. */
export function asVariant(present: Experiment, from: Variant, to: Variant): Experiment {
  const repeats = present.repeats === from.experiment.repeats ? to.experiment.repeats : present.repeats;
  return { ...to.experiment, seed: present.seed, repeats };
}
