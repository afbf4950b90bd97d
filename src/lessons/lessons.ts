import { activations } from './activations.ts';
import { bits } from './bits.ts';
import { forget } from './forget.ts';
import type { Lesson } from './lesson.ts';
import { meaning } from './meaning.ts';
import { reading } from './reading.ts';
import { ruler } from './ruler.ts';

/** All lessons, in the order in which they build on each other. */
export const lessons: readonly Lesson[] = [reading, forget, activations, ruler, bits, meaning];

export function lessonOf(id: string): Lesson | null {
  return lessons.find((lesson) => lesson.id === id) ?? null;
}
