import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { l } from '../../i18n/lessons.ts';
import { useStores } from '../../store/hooks.ts';
import type { LessonRun } from '../../store/lessons/lesson-run.ts';
import { PredictedOverlay } from './PredictedOverlay.tsx';
import { TrainingLine } from './TrainingLine.tsx';
import { useReadiness } from './useReadiness.ts';

/** While the run that decides is trained: how far it is, and, once it is done, the comparison. */
export function Running({ run }: { readonly run: LessonRun }) {
  const { session } = useStores();
  const answer = useStore(run.store, (state) => state.answer);
  const readiness = useReadiness(run);
  const here = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: who has pressed it goes on here.
  useEffect(() => here.current?.focus(), []);
  return (
    <div ref={here} className="lesson-running" tabIndex={-1}>
      {answer && <PredictedOverlay answer={answer} task={run.step.task} />}
      {(readiness === 'training' || readiness === 'measuring') && <TrainingLine readiness={readiness} />}
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
