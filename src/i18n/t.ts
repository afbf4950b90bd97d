import { en } from './en.ts';

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Value = string | number;

/** What `t` needs beside the key: values for the message's placeholders, nothing if it has none. */
type Values<Text> = [Placeholders<Text>] extends [never] ? [] : [values: Record<Placeholders<Text>, Value>];

interface Translator<Words> {
  /** The message of `key`, its `{placeholders}` filled in; numbers are written as the language writes them. */
  readonly t: <Key extends keyof Words>(key: Key, ...values: Values<Words[Key]>) => string;
  /** The message of `key` with whatever of its placeholders `values` fills, for values whose names come as data. */
  readonly fill: (key: keyof Words, values: Readonly<Record<string, Value>>) => string;
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });
const fixed = new Map<number, Intl.NumberFormat>();

/** Messages from these words; words that are seldom needed have a translator of their own and are loaded with it. */
export function translator<const Words extends Readonly<Record<string, string>>>(
  words: Words,
): Translator<Words> {
  const fill = (key: keyof Words, values: Readonly<Record<string, Value>>): string =>
    (words[key] ?? '').replace(/\{(\w+)\}/g, (whole: string, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? number.format(value) : value;
    });
  return { fill, t: (key, ...[values]) => fill(key, values ?? {}) };
}

export type MessageKey = keyof typeof en;

export const { t, fill } = translator(en);

/** A number with exactly `digits` decimals. */
export function decimals(value: number, digits: number): string {
  let format = fixed.get(digits);
  if (!format) {
    format = new Intl.NumberFormat('en', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'negative', // No sign at what rounds to zero.
    });
    fixed.set(digits, format);
  }
  return format.format(value);
}

const conjunction = new Intl.ListFormat('en', { type: 'conjunction', style: 'long' });

/** "a, b, and c". */
export function list(parts: readonly string[]): string {
  return conjunction.format(parts);
}
