import { l, lessonText } from '../../i18n/lessons.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { lessons } from '../../lessons/lessons.ts';
import { openLesson } from '../../store/lesson-place.ts';
import type { ProgressStore } from '../../store/lessons/progress.ts';
import { short } from './format.ts';
import { MathText } from './mathml.tsx';

interface Props {
  readonly lesson: Lesson;
  readonly progress: ProgressStore;
  readonly onAgain: () => void;
}

/** The end of a lesson: its points, what was learnt, and the way on. */
export function Finished({ lesson, progress, onAgain }: Props) {
  const reached = progress.of(lesson.id);
  const points = lesson.steps.reduce((sum, { id }) => sum + (reached[id] ?? 0), 0);
  const next = lessons[lessons.indexOf(lesson) + 1];
  return (
    <section className="lesson-finished" aria-label={l('end')}>
      <p>{l('finished', { points: short(points), of: lesson.steps.length })}</p>
      <h3>{l('learnt')}</h3>
      <p className="lesson-text">
        <MathText text={lessonText(lesson.learnt, {})} />
      </p>
      <div className="lesson-buttons lesson-actions">
        {next && (
          <button type="button" className="primary" onClick={() => openLesson(next.id)}>
            {l('nextLesson', { title: lessonText(next.title, {}) })}
          </button>
        )}
        <button type="button" className={next ? undefined : 'primary'} onClick={() => openLesson('')}>
          {l('all')}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => {
            progress.forget(lesson.id);
            onAgain();
          }}
        >
          {l('again')}
        </button>
      </div>
    </section>
  );
}
