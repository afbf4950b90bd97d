import { l } from '../../i18n/lessons.ts';
import { useSampled } from '../../store/hooks.ts';
import type { Readiness } from '../../store/lessons/evidence.ts';
import { lastEpoch } from '../../store/player.ts';

/** How far the training is that a question waits for. */
export function TrainingLine({ readiness }: { readonly readiness: Readiness }) {
  const part = useSampled((state, _, repeats) =>
    repeats.totalEpochs > 0 && !state.old ? repeats.trainedEpochs / repeats.totalEpochs : 0,
  );
  const line = useSampled((state, _, repeats) => {
    const { members, done } = repeats;
    if (members.length > 1) return l('trainingMany', { done, of: members.length });
    return l('training', { epoch: Math.floor(state.trainedEpochs), epochs: lastEpoch(state) });
  });
  return (
    <>
      <p>{readiness === 'measuring' ? l('measuring') : line}</p>
      <progress max={1} value={part} aria-label={l('run')} />
    </>
  );
}
