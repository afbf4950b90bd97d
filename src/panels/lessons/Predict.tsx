import { useState } from 'react';
import { l, type LessonKey } from '../../i18n/lessons.ts';
import { afterPrediction } from '../../lessons/lesson-link.ts';
import type { Step } from '../../lessons/lesson.ts';
import type { LessonRun } from '../../store/lessons/lesson-run.ts';
import { answerOf, draftOf, type Draft } from './draft.ts';
import { Choices, Drawing, Guesses, Places } from './tasks.tsx';

interface Props {
  readonly run: LessonRun;
  readonly step: Step;
  readonly say: (key: LessonKey) => string;
}

const buttons = { looks: 'check', measures: 'measure', trains: 'start' } as const;

/** The question, and what is predicted; the run begins when nothing of it is missing. */
export function Predict({ run, step, say }: Props) {
  const { task } = step;
  const [draft, setDraft] = useState<Draft>(() => draftOf(task));
  const answer = answerOf(draft);
  const common = { onChange: setDraft, say };
  return (
    <form
      className="lesson-task"
      onSubmit={(event) => {
        event.preventDefault();
        if (answer) run.start(answer);
      }}
    >
      {task.kind === 'choose' && draft.kind === 'choose' && <Choices task={task} draft={draft} {...common} />}
      {task.kind === 'number' && draft.kind === 'number' && <Guesses task={task} draft={draft} {...common} />}
      {task.kind === 'place' && draft.kind === 'place' && <Places task={task} draft={draft} {...common} />}
      {task.kind === 'draw' && draft.kind === 'draw' && <Drawing task={task} draft={draft} {...common} />}
      <div className="lesson-buttons">
        <button type="submit" className="primary" disabled={!answer}>
          {l(buttons[afterPrediction(step)])}
        </button>
      </div>
    </form>
  );
}
