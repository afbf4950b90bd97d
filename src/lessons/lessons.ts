import { forget } from './forget.ts';
import type { Lesson } from './lesson.ts';
import { reading } from './reading.ts';

/** All lessons, in the order in which they build on each other. */
export const lessons: readonly Lesson[] = [reading, forget];

export function lessonOf(id: string): Lesson | null {
  return lessons.find((lesson) => lesson.id === id) ?? null;
}
