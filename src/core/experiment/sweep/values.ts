import { formatDecimal } from '../decimal.ts';

/** As many values as a sweep may have. */
export const mostValues = 64;

const number = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const plain = new RegExp(`^${number}$`, 'i');
const range = new RegExp(`^(${number})\\.\\.(${number})(?:([*+])(${number}))?$`, 'i');

/** What is wrong with a range, as problems have it. */
export type RangeFault = 'order' | 'length' | 'type';

/**
 * The values that a piece of a list stands for: `1..16` each whole number, `32..2048*2` each twice the one before,
 * `10..90+20` each so much more; any other text itself. Numbers may have an exponent, and come out in plain notation.
 */
export function expand(piece: string): readonly string[] | RangeFault {
  if (plain.test(piece)) return [formatDecimal(Number(piece))];
  const [, first, last, kind = '+', by = '1'] = range.exec(piece) ?? [];
  if (first === undefined || last === undefined) return [piece];
  const [low, high, step] = [Number(first), Number(last), Number(by)];
  if (low >= high) return 'order';
  if (kind === '*' ? step <= 1 || low <= 0 : step <= 0) return 'type';
  const values: number[] = [];
  // Each from the one before, rounded to what was meant: 0.00001 * 10 is not 0.0001 in binary.
  for (let next = low; next <= high; next = rounded(kind === '*' ? next * step : next + step)) {
    if (values.length === mostValues) return 'length';
    values.push(next);
  }
  return values.map(formatDecimal);
}

const rounded = (value: number): number => Number(value.toPrecision(12));
