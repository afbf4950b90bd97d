import { Check } from 'lucide-react';
import { useStore } from 'zustand';
import { l, lessonText } from '../../i18n/lessons.ts';
import { lessons } from '../../lessons/lessons.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { openLesson } from '../../store/lesson-place.ts';
import type { LessonProgress, ProgressStore } from '../../store/lessons/progress.ts';
import { short } from './format.ts';

interface Props {
  readonly progress: ProgressStore;
  /** The name in the address, where no lesson has it. */
  readonly unknown: string | null;
}

/** All lessons, how long each takes, and how far one has come. */
export function LessonList({ progress, unknown }: Props) {
  const reached = useStore(progress.store, (state) => state.lessons);
  return (
    <div className="lesson-inside">
      {unknown !== null && <p className="lesson-unknown">{l('unknown', { name: unknown })}</p>}
      <p>{l('intro')}</p>
      <ol className="lesson-list">
        {lessons.map((lesson) => (
          <li key={lesson.id}>
            <Entry lesson={lesson} reached={reached[lesson.id] ?? {}} />
          </li>
        ))}
      </ol>
      {Object.keys(reached).length > 0 && (
        <>
          <p className="note">{l('kept')}</p>
          <button type="button" className="small quiet" onClick={() => progress.forget()}>
            {l('forget')}
          </button>
        </>
      )}
    </div>
  );
}

function Entry({ lesson, reached }: { readonly lesson: Lesson; readonly reached: LessonProgress }) {
  const { steps, minutes } = lesson;
  const done = steps.filter(({ id }) => id in reached);
  const points = done.reduce((sum, { id }) => sum + (reached[id] ?? 0), 0);
  const isDone = done.length === steps.length;
  return (
    <button type="button" className="lesson-entry" data-done={isDone} onClick={() => openLesson(lesson.id)}>
      <b>{lessonText(lesson.title, {})}</b>
      <span>{lessonText(lesson.about, {})}</span>
      <span className="muted">
        {l('minutes', { from: minutes[0], to: minutes[1] })}
        {done.length > 0 && ' · '}
        {isDone && <Check aria-hidden="true" />}
        {isDone && l('done', { points: short(points), of: steps.length })}
        {!isDone && done.length > 0 && l('begun', { done: done.length, of: steps.length })}
      </span>
    </button>
  );
}
