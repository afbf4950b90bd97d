import { useSyncExternalStore } from 'react';
import type { Experiment } from '../core/experiment/experiment.ts';
import type { PresetId } from '../core/experiment/presets/preset.ts';
import type { Choice } from '../core/experiment/presets/presets.ts';

type ChoiceOf = (experiment: Experiment, preferred?: PresetId | null) => Choice | undefined;

let choiceOf: ChoiceOf | null = null;
let loading: Promise<void> | null = null;

/** Begins to load the table when it is first looked at. */
function whenLoaded(heard: () => void): () => void {
  let wanted = true;
  loading ??= import('../core/experiment/presets/presets.ts').then((table) => {
    choiceOf = table.choiceOf;
  });
  void loading.then(() => {
    if (wanted) heard();
  });
  return () => {
    wanted = false;
  };
}

const unknown: ChoiceOf = () => undefined;

/** Says of which preset settings are. The table of presets loads behind the page: until it is there, of none. */
export function useChoiceOf(): ChoiceOf {
  return useSyncExternalStore(whenLoaded, () => choiceOf ?? unknown);
}
