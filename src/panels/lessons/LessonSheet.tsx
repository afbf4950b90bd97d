import { Maximize2, Minimize2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { l } from '../../i18n/lessons.ts';
import { lessonOf } from '../../lessons/lessons.ts';
import { lessonPlace, openLesson } from '../../store/lesson-place.ts';
import { ProgressStore } from '../../store/lessons/progress.ts';
import { LessonList } from './LessonList.tsx';
import { LessonView } from './LessonView.tsx';

const progress = new ProgressStore();

/** The lessons beside the plane, which stays in use; on a phone a sheet below it. */
export default function LessonSheet() {
  const open = useStore(lessonPlace, (place) => place.open) ?? '';
  const lesson = lessonOf(open);
  const [large, setLarge] = useState(false);
  const sheet = useRef<HTMLElement>(null);
  // Who has opened them goes on here, and back where they were when they are closed.
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    return () => {
      const opener = before instanceof HTMLElement && before !== document.body ? before : null;
      (opener ?? document.querySelector<HTMLElement>('.lessons-open'))?.focus();
    };
  }, []);
  return (
    <aside
      ref={sheet}
      className="lesson"
      aria-label={l('title')}
      tabIndex={-1}
      data-large={large}
      data-asks={lesson !== null}
    >
      <div className="lesson-head">
        {lesson ? (
          <button type="button" className="quiet" onClick={() => openLesson('')}>
            {l('all')}
          </button>
        ) : (
          <h2>{l('title')}</h2>
        )}
        <span className="space" />
        <button
          type="button"
          className="icon quiet lesson-size"
          aria-label={l(large ? 'smaller' : 'larger')}
          onClick={() => setLarge(!large)}
        >
          {large ? <Minimize2 aria-hidden="true" /> : <Maximize2 aria-hidden="true" />}
        </button>
        <button type="button" className="icon quiet" aria-label={l('close')} onClick={() => openLesson(null)}>
          <X aria-hidden="true" />
        </button>
      </div>
      {lesson ? (
        <LessonView key={lesson.id} lesson={lesson} progress={progress} />
      ) : (
        <LessonList progress={progress} unknown={open === '' ? null : open} />
      )}
    </aside>
  );
}
