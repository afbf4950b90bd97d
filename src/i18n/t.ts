import { en } from './en.ts';

export type MessageKey = keyof typeof en;

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Value = string | number;

/** What `t` needs beside the key: values for the message's placeholders, nothing if it has none. */
type Values<Key extends MessageKey> = [Placeholders<(typeof en)[Key]>] extends [never]
  ? []
  : [values: Record<Placeholders<(typeof en)[Key]>, Value>];

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });
const fixed = new Map<number, Intl.NumberFormat>();

/** The message of `key`, its `{placeholders}` filled in; numbers are written as the language writes them. */
export function t<Key extends MessageKey>(key: Key, ...[values]: Values<Key>): string {
  return fill(key, values ?? {});
}

/** The message of `key` with whatever of its placeholders `values` fills, for values whose names come as data. */
export function fill(key: MessageKey, values: Readonly<Record<string, Value>>): string {
  return en[key].replace(/\{(\w+)\}/g, (whole: string, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number.format(value) : value;
  });
}

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
