import { useEffect, useRef, useState } from 'react';
import { useSampled, useStores } from '../store/hooks.ts';
import { milestoneText, stageOf, type Stage } from './milestones.ts';

/** Milliseconds that a milestone must last before it is told of: while settings are dragged runs come and go. */
const settleMs = 700;

/** Tells who listens what the run on the page has come past: that it began, was fitted, has ended and how. */
export function Milestones() {
  const { session } = useStores();
  const reached = useRef<{ id: number; stage: Stage }>({ id: -1, stage: 'none' });
  const [text, setText] = useState('');
  const now = useSampled((run, view) => {
    const before = reached.current.id === run.id ? reached.current.stage : 'none';
    return `${run.id} ${stageOf(run, view, before)}`;
  });
  useEffect(() => {
    const [id, stage] = now.split(' ') as [string, Stage];
    reached.current = { id: Number(id), stage };
    const timer = setTimeout(() => {
      const { run, view, repeats } = session;
      setText(milestoneText(stage, run.state, view.getState(), repeats.getState()));
    }, settleMs);
    return () => clearTimeout(timer);
  }, [now, session]);
  return (
    <p className="unseen milestones" role="status">
      {text}
    </p>
  );
}
