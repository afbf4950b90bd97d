import { Suspense, useEffect, useRef, useState } from 'react';
import { useSampled, useStores } from '../store/hooks.ts';
import { lazyPanel } from './lazyPanel.ts';
import { milestoneText, stageOf, type Stage } from './milestones.ts';

const EndedMilestone = lazyPanel(() => import('./EndedMilestone.tsx'));

/** Milliseconds that a milestone must last before it is told of: while settings are dragged runs come and go. */
const settleMs = 700;

/** Tells who listens what the run on the page has come past: that it began, was fitted, has ended and how. */
export function Milestones() {
  const { session } = useStores();
  const reached = useRef<{ id: number; stage: Stage }>({ id: -1, stage: 'none' });
  const [told, setTold] = useState<{ id: number; text: string; done: boolean } | null>(null);
  const now = useSampled((run, view) => {
    const before = reached.current.id === run.id ? reached.current.stage : 'none';
    return `${run.id} ${stageOf(run, view, before)}`;
  });
  useEffect(() => {
    const [id, stage] = now.split(' ') as [string, Stage];
    reached.current = { id: Number(id), stage };
    const timer = setTimeout(() => {
      const run = session.run.state;
      const text = milestoneText(stage, run, session.view.getState());
      setTold({ id: run.id, text, done: stage === 'ended' && run.status === 'done' });
    }, settleMs);
    return () => clearTimeout(timer);
  }, [now, session]);
  return (
    <p className="unseen milestones" role="status">
      {told?.text}
      {told?.done && (
        <Suspense>
          <EndedMilestone key={told.id} />
        </Suspense>
      )}
    </p>
  );
}
