import { activationsWordsZh } from './zh-lesson-activations.ts';
import { bitsWordsZh } from './zh-lesson-bits.ts';
import { forgetWordsZh } from './zh-lesson-forget.ts';
import { meaningWordsZh } from './zh-lesson-meaning.ts';
import { readingWordsZh } from './zh-lesson-reading.ts';
import { rulerLessonWordsZh } from './zh-lesson-ruler.ts';
import { lessonWordsZh } from './zh-lessons.ts';

/** 课程的全部文字。 */
export const lessonRoomZh = {
  ...lessonWordsZh,
  ...readingWordsZh,
  ...forgetWordsZh,
  ...activationsWordsZh,
  ...rulerLessonWordsZh,
  ...bitsWordsZh,
  ...meaningWordsZh,
};
