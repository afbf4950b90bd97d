import { en } from './en.ts';
import { foreign, language, tags, type Dictionary, type Room } from './language.ts';

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

/** What is made for a language and a detail of it once, and then kept. */
function kept<Made>(make: (tag: string, detail: number) => Made): (detail: number) => Made {
  const all = new Map<string, Made>();
  return (detail) => {
    const key = `${language()} ${detail}`;
    const made = all.get(key) ?? make(tags[language()], detail);
    all.set(key, made);
    return made;
  };
}

const whole = kept((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 20 }));
const significant = kept(
  (tag, maximumSignificantDigits) => new Intl.NumberFormat(tag, { maximumSignificantDigits }),
);
const fixed = kept(
  (tag, digits) =>
    new Intl.NumberFormat(tag, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'negative', // No sign at what rounds to zero.
    }),
);
const conjunction = kept((tag) => new Intl.ListFormat(tag, { type: 'conjunction', style: 'long' }));
const categories = kept((tag) => new Intl.PluralRules(tag));

/**
 * Messages in the present language, whose keys and placeholders are those of the English `words`; words that are seldom
 * needed have a translator of their own and are loaded with it.
 *
 * @param room of the other languages' words, if it is not that of most
 */
export function translator<const Words extends Dictionary>(
  words: Words,
  room: Room = 'page',
): Translator<Words> {
  const fill = (key: keyof Words, values: Readonly<Record<string, Value>>): string =>
    (foreign(room, String(key)) ?? words[key] ?? '').replace(/\{(\w+)\}/g, (place: string, name: string) => {
      const value = values[name];
      if (value === undefined) return place;
      return typeof value === 'number' ? whole(0).format(value) : value;
    });
  return { fill, t: (key, ...[values]) => fill(key, values ?? {}) };
}

export type MessageKey = keyof typeof en;

export const { t, fill } = translator(en);

/** A number's text with a minus sign, which is as wide as a plus, in place of a hyphen. */
export const withMinus = (text: string): string => text.replace(/^-/, '−');

/** A number with exactly `digits` decimals. */
export function decimals(value: number, digits: number): string {
  return withMinus(fixed(digits).format(value));
}

/** A number with at most `digits` significant digits. */
export function digits(value: number, digits: number): string {
  return significant(digits).format(value);
}

/** "a, b, and c". */
export function list(parts: readonly string[]): string {
  const text = conjunction(0).format(parts);
  // Between Latin letters or digits and Han there is a space, as in all messages; Intl leaves it out.
  return text.replace(/(?<=\w)和/g, ' 和').replace(/和(?=\w)/g, '和 ');
}

/** Parts that are clauses each, as one sentence: Chinese has no "and" between such. */
export function clauses(parts: readonly string[]): string {
  return language() === 'zh' ? parts.join(t('mark.comma')) : list(parts);
}

/** Which of two messages is for so many: the end of its key. */
export function plural(count: number): 'one' | 'many' {
  return categories(0).select(count) === 'one' ? 'one' : 'many';
}

/** So many of what the key names, as a phrase. */
export function counted(key: 'count.epochs' | 'count.measurements', count: number): string {
  return t(`${key}.${plural(count)}`, { count });
}

/** Whole sentences, one after the other; what is empty or false is left out. */
export function inARow(...sentences: readonly (string | false | null | undefined)[]): string {
  return sentences.filter(Boolean).join(t('mark.gap'));
}
