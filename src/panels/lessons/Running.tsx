import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { l } from '../../i18n/lessons.ts';
import { useSampled, useStores } from '../../store/hooks.ts';
import { lastEpoch } from '../../store/player.ts';
import type { LessonRun } from '../../store/lessons/lesson-run.ts';
import { PredictedOverlay } from './PredictedOverlay.tsx';

/** While the run that decides is trained: how far it is, and, once it is done, the comparison. */
export function Running({ run }: { readonly run: LessonRun }) {
  const { session, settings } = useStores();
  const answer = useStore(run.store, (state) => state.answer);
  const readiness = useSyncExternalStore(
    (changed) => {
      const ends = [session.repeats, session.view, session.run.store, settings.store].map((store) =>
        store.subscribe(changed),
      );
      return () => ends.forEach((end) => end());
    },
    () => run.readiness(),
  );
  const part = useSampled((state, _, repeats) =>
    repeats.totalEpochs > 0 && !state.old ? repeats.trainedEpochs / repeats.totalEpochs : 0,
  );
  const line = useSampled((state, _, repeats) => {
    const { members, done } = repeats;
    if (members.length > 1) return l('trainingMany', { done, of: members.length });
    return l('training', { epoch: Math.floor(state.trainedEpochs), epochs: lastEpoch(state) });
  });
  return (
    <div className="lesson-running">
      {answer && <PredictedOverlay answer={answer} task={run.step.task} />}
      {(readiness === 'training' || readiness === 'measuring') && (
        <>
          <p>{readiness === 'measuring' ? l('measuring') : line}</p>
          <progress max={1} value={part} aria-label={l('run')} />
        </>
      )}
      <p role="status">
        {readiness === 'ready' && l('trained')}
        {readiness === 'ended' && l('stopped')}
        {readiness === 'elsewhere' && l('elsewhere')}
      </p>
      <div className="lesson-buttons">
        {readiness === 'ready' && (
          <button type="button" className="primary" onClick={() => run.reveal()}>
            {l('reveal')}
          </button>
        )}
        {readiness === 'ended' && (
          <button type="button" onClick={() => session.reset()}>
            {l('runAgain')}
          </button>
        )}
        {readiness === 'elsewhere' && (
          <button type="button" onClick={() => run.run()}>
            {l('back')}
          </button>
        )}
      </div>
    </div>
  );
}
