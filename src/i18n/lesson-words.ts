import { forgetWords } from './en-lesson-forget.ts';
import { readingWords } from './en-lesson-reading.ts';
import { lessonWords } from './en-lessons.ts';
import { translator } from './t.ts';

/** The texts of all lessons. */
export const lessonTexts = { ...readingWords, ...forgetWords } as const;

export type LessonKey = keyof typeof lessonTexts;

/** Messages around the lessons, which come with them. */
export const { t: l } = translator(lessonWords);

/** A lesson's own text, with the numbers of its runs filled in. */
export const { fill: lessonText } = translator(lessonTexts);
