import { useState } from 'react';
import { useStore } from 'zustand';
import { l, type LessonKey } from '../../i18n/lessons.ts';
import { afterPrediction } from '../../lessons/lesson-link.ts';
import type { LessonRun } from '../../store/lessons/lesson-run.ts';
import { answerOf, draftOf, type Draft } from './draft.ts';
import { Choices, Drawing, Guesses, Places } from './tasks.tsx';

interface Props {
  readonly run: LessonRun;
  readonly say: (key: LessonKey) => string;
}

const buttons = { looks: 'check', measures: 'measure', trains: 'start' } as const;

/** The question, and what is predicted; the run begins when nothing of it is missing, nor of the text before it. */
export function Predict({ run, say }: Props) {
  const { step } = run;
  const { task } = step;
  const numbers = useStore(run.store, (state) => state.numbers);
  const [draft, setDraft] = useState<Draft>(() => draftOf(task));
  const answer = answerOf(draft);
  const isReady = answer !== null && run.knowsGiven();
  const common = {
    onChange: setDraft,
    say,
    unitOf: (name: string) => run.unitOf(name),
    numberOf: (name: string) => numbers[name],
  };
  return (
    <form
      className="lesson-task"
      data-kind={task.kind}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) run.start(answer);
      }}
    >
      {task.kind === 'choose' && draft.kind === 'choose' && <Choices task={task} draft={draft} {...common} />}
      {task.kind === 'number' && draft.kind === 'number' && <Guesses task={task} draft={draft} {...common} />}
      {task.kind === 'place' && draft.kind === 'place' && <Places task={task} draft={draft} {...common} />}
      {task.kind === 'draw' && draft.kind === 'draw' && <Drawing task={task} draft={draft} {...common} />}
      <div className="lesson-buttons lesson-actions">
        <button type="submit" className="primary" disabled={!isReady}>
          {l(buttons[afterPrediction(step)])}
        </button>
      </div>
    </form>
  );
}
