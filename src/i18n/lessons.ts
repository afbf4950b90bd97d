import { activationsWords } from './en-lesson-activations.ts';
import { bitsWords } from './en-lesson-bits.ts';
import { forgetWords } from './en-lesson-forget.ts';
import { meaningWords } from './en-lesson-meaning.ts';
import { readingWords } from './en-lesson-reading.ts';
import { rulerLessonWords } from './en-lesson-ruler.ts';
import { lessonWords } from './en-lessons.ts';
import { translator } from './t.ts';

/** The texts of all lessons. */
export const lessonTexts = {
  ...readingWords,
  ...forgetWords,
  ...activationsWords,
  ...rulerLessonWords,
  ...bitsWords,
  ...meaningWords,
} as const;

export type LessonKey = keyof typeof lessonTexts;

/** Messages around the lessons, which come with them. */
export const { t: l } = translator(lessonWords, 'lessons');

/** A lesson's own text, with the numbers of its runs filled in. */
export const { fill: lessonText } = translator(lessonTexts, 'lessons');
