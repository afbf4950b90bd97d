/** The languages of the page, and which of them it speaks now. */

export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];

/** As `lang` attributes and Intl know them. */
export const tags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

/** Each in its own words. */
export const ownNames: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };

/** The same on a phone. */
export const briefNames: Readonly<Record<Language, string>> = { en: 'EN', zh: '中' };

/** Words by key. */
export type Dictionary = Readonly<Record<string, string>>;

/** Most words have keys that differ from all others; those of a part of the page with short keys have a room of their own. */
export type Room =
  'page' | 'reasons' | 'compare' | 'gradients' | 'inspector' | 'lessons' | 'maps' | 'milestones' | 'sweep';

/** Words of a language other than English, as far as they are loaded. */
export type Rooms = Readonly<Partial<Record<Room, Dictionary>>>;

/**
 * A dictionary in another language: each key of the English one, but none that only the singular of English needs, if
 * the language makes no difference there (Chinese has one plural category).
 */
export type Translation<English> = {
  readonly [Key in keyof English as Key extends `${string}.one` ? never : Key]: string;
};

let present: Language = 'en';
let rooms: Rooms = {};
const listeners = new Set<() => void>();

export function language(): Language {
  return present;
}

/** The text of `key` in the present language; undefined where it is the English one that counts. */
export function foreign(room: Room, key: string): string | undefined {
  return rooms[room]?.[key];
}

/** All words of a room in the present language; undefined in English, and before they are loaded. */
export function foreignRoom(room: Room): Dictionary | undefined {
  return rooms[room];
}

/** Speaks `next` from now on; `words` are those of a language other than English. */
export function speak(next: Language, words: Rooms): void {
  present = next;
  rooms = words;
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever the page speaks another language, until the returned function is called. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isLanguage(text: string | null): text is Language {
  return languages.some((one) => one === text);
}

/** What the choice of a language is made from. */
export interface Wishes {
  /** The page's query. */
  readonly query: string;
  /** What was chosen on the page before; null if nothing was. */
  readonly saved: string | null;
  /** What the browser asks for, best first: `navigator.languages`. */
  readonly preferred: readonly string[];
}

/** The link's language if it names one, else the one chosen before, else the browser's first that there is, else English. */
export function chosenLanguage({ query, saved, preferred }: Wishes): Language {
  const asked = askedLanguage(query);
  if (asked !== null) return asked;
  if (isLanguage(saved)) return saved;
  const bases = preferred.map((tag) => tag.toLowerCase().split('-', 1)[0] ?? '');
  return bases.find(isLanguage) ?? 'en';
}

/** The language that a query asks for by `lang`; null if it names none that there is. */
export function askedLanguage(query: string): Language | null {
  const asked = new URLSearchParams(query).get('lang');
  return isLanguage(asked) ? asked : null;
}
