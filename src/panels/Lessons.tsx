import { GraduationCap } from 'lucide-react';
import { Suspense } from 'react';
import { useStore } from 'zustand';
import { t } from '../i18n/t.ts';
import { lessonPlace, openLesson } from '../store/lesson-place.ts';
import { lazyPanel } from './lazyPanel.ts';

const Sheet = lazyPanel(() => import('./lessons/LessonSheet.tsx'));

/** Opens and closes the lessons. */
export function LessonsButton() {
  const open = useStore(lessonPlace, (place) => place.open !== null);
  return (
    <button
      type="button"
      className="dialog-open lessons-open"
      title={t('lessons.open')}
      aria-expanded={open}
      onClick={() => openLesson(open ? null : '')}
    >
      <GraduationCap aria-hidden="true" />
      <span className="label">{t('lessons.open')}</span>
    </button>
  );
}

/** The lessons, beside the plane. Loaded when they are opened. */
export function Lessons() {
  const open = useStore(lessonPlace, (place) => place.open !== null);
  if (!open) return null;
  return (
    <Suspense>
      <Sheet />
    </Suspense>
  );
}
