import { useState } from 'react';
import { useStores } from '../store/hooks.ts';
import { outcomeText } from './milestones.ts';
import { ruleSentences } from './ruleSentences.ts';
import { useShownOutcome } from './useShownOutcome.ts';

/** How the run has ended: said once, whatever is shown of it later. Loaded when a run has ended. */
export default function EndedMilestone() {
  const { session } = useStores();
  const [text, setText] = useState('');
  const rows = useShownOutcome();
  if (rows && text === '') {
    setText(outcomeText(session.run.state, session.repeats.getState(), ruleSentences(rows)));
  }
  return text;
}
