import { formatDecimal, isDecimal, isWhole } from '../decimal.ts';
import { right, wrong, type Bounds, type Kind, type Verdict } from './kind.ts';

export interface NumberKind extends Kind<number>, Bounds {
  readonly type: 'integer' | 'decimal';
}

export interface IntegerOrWordKind<W extends string> extends Kind<number | W>, Bounds {
  readonly type: 'integerOrWord';
  readonly word: W;
}

/** A whole number from min to max. */
export function integer(min: number, max: number): NumberKind {
  return numberKind('integer', { min, max });
}

/** A number from min to max; every double between them is allowed. */
export function decimal(min: number, max: number): NumberKind {
  return numberKind('decimal', { min, max });
}

/** A whole number from min to max, or one word. */
export function integerOrWord<W extends string>(min: number, max: number, word: W): IntegerOrWordKind<W> {
  const numbers = integer(min, max);
  const orWord = (verdict: Verdict<number>): Verdict<number | W> =>
    verdict.ok
      ? verdict
      : { ...verdict, fault: { code: verdict.fault.code, values: { ...verdict.fault.values, word } } };
  return {
    type: 'integerOrWord',
    min,
    max,
    word,
    judge: (value) => (value === word ? right(word) : orWord(numbers.judge(value))),
    parse: (text) => (text === word ? right(word) : orWord(numbers.parse(text))),
    format: (value) => (typeof value === 'number' ? formatDecimal(value) : value),
  };
}

/** The bounds as text, for messages. */
export function boundsAsText({ min, max }: Bounds): { min: string; max: string } {
  return { min: formatDecimal(min), max: formatDecimal(max) };
}

export function clamp(value: number, { min, max }: Bounds): number {
  return Math.min(max, Math.max(min, value));
}

function numberKind(type: NumberKind['type'], bounds: Bounds): NumberKind {
  const judge = (value: unknown): Verdict<number> => {
    if (typeof value !== 'number' || Number.isNaN(value)) return wrong('type');
    if (value < bounds.min || value > bounds.max) {
      return wrong('bounds', boundsAsText(bounds), clamp(value, bounds));
    }
    return type === 'integer' && !Number.isInteger(value)
      ? wrong('notWhole', boundsAsText(bounds), Math.round(value))
      : right(value);
  };
  return {
    type,
    ...bounds,
    judge,
    parse(text) {
      if (text === '') return wrong('empty');
      if (!isDecimal(text)) return wrong('notDecimal');
      // A whole number has one notation: 5.0 is none.
      if (type === 'integer' && !isWhole(text)) {
        return wrong('notWhole', boundsAsText(bounds), clamp(Math.round(Number(text)), bounds));
      }
      return judge(Number(text));
    },
    format: formatDecimal,
  };
}
