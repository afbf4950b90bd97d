import { decimals } from '../../i18n/t.ts';
import { l, lessonText, type LessonKey } from '../../i18n/lessons.ts';
import { quantitiesOf, type Lesson } from '../../lessons/lesson.ts';
import { unitOf, type Unit } from '../../lessons/quantity.ts';

/** Bits to hundredths, percent to tenths, counts whole. */
export function formatNumber(value: number, unit: Unit): string {
  return decimals(value, unit === 'bits' ? 2 : unit === 'percent' ? 1 : 0);
}

export function withUnit(value: number, unit: Unit): string {
  const text = formatNumber(value, unit);
  return unit === 'count' ? text : l(unit, { value: text });
}

/** Stands in a text for a number that is not known yet. */
export const unknown = '…';

/** A text of the lesson with those of its numbers that are known. */
export function textOf(lesson: Lesson, key: LessonKey, numbers: Readonly<Record<string, number>>): string {
  const quantities = quantitiesOf(lesson);
  const values = Object.entries(numbers).flatMap(([name, value]) => {
    const quantity = quantities[name];
    return quantity ? [[name, formatNumber(value, unitOf(quantity))] as const] : [];
  });
  return lessonText(key, Object.fromEntries(values)).replace(/\{\w+\}/g, unknown);
}

/** A number without needless decimals. */
export const short = (value: number): string =>
  decimals(value, Number.isInteger(value) ? 0 : Number.isInteger(10 * value) ? 1 : 2);

/** How far off an answer may be, said before it is given. */
export function toleranceText(tolerance: number, unit: Unit): string {
  if (unit === 'count' && tolerance < 1) return l('exact');
  return l('within', { tolerance: short(tolerance), twice: short(2 * tolerance) });
}

/** What points of a question, 0 to 1, come to. */
export type Verdict = 'right' | 'near' | 'wrong';

export const verdictOf = (points: number): Verdict =>
  points === 1 ? 'right' : points >= 0.5 ? 'near' : 'wrong';
