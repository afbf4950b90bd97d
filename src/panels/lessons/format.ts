import { decimals } from '../../i18n/t.ts';
import { l, lessonText, type LessonKey } from '../../i18n/lessons.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { unitOf, type Quantity, type Unit } from '../../lessons/quantity.ts';

/** Bits to hundredths, percent to tenths, counts whole. */
export function formatNumber(value: number, unit: Unit): string {
  return decimals(value, unit === 'bits' ? 2 : unit === 'percent' ? 1 : 0);
}

export function withUnit(value: number, unit: Unit): string {
  const text = formatNumber(value, unit);
  return unit === 'count' ? text : l(unit, { value: text });
}

/** All numbers of a lesson by name. */
export function quantitiesOf(lesson: Lesson): Readonly<Record<string, Quantity>> {
  return Object.assign({}, ...lesson.steps.map(({ given, numbers }) => ({ ...given, ...numbers }))) as Record<
    string,
    Quantity
  >;
}

/** A text of the lesson with its numbers; null while one of them is not known yet. */
export function textOf(
  lesson: Lesson,
  key: LessonKey,
  numbers: Readonly<Record<string, number>>,
): string | null {
  const quantities = quantitiesOf(lesson);
  const values = Object.entries(numbers).flatMap(([name, value]) => {
    const quantity = quantities[name];
    return quantity ? [[name, formatNumber(value, unitOf(quantity))] as const] : [];
  });
  const text = lessonText(key, Object.fromEntries(values));
  return /\{\w+\}/.test(text) ? null : text;
}
