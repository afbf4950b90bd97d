import { language, speak, type Language, type Rooms } from './language.ts';

/** The words of a language that the page begins with, and the others. */
interface Words {
  readonly first: () => Promise<Rooms>;
  readonly later: () => Promise<Rooms>;
}

/** English comes with what says it. */
const sources: Readonly<Record<Exclude<Language, 'en'>, Words>> = {
  zh: {
    first: async () => (await import('./zh-first.ts')).rooms,
    later: async () => (await import('./zh-later.ts')).rooms,
  },
};

let rest: Promise<unknown> = Promise.resolve();

/**
 * Begins with a language: resolves when what is in sight at once can be said; all else follows right behind it.
 *
 * @returns whether the page speaks it; false if its words could not be fetched
 */
export async function beginWith(next: Language): Promise<boolean> {
  if (next === 'en') return true;
  const { first, later } = sources[next];
  try {
    const begin = await first();
    speak(next, begin);
    rest = later().then((more) => {
      if (language() === next) speak(next, both(begin, more));
    });
    // What waits for them is said in English then.
    rest = rest.catch(() => undefined);
    return true;
  } catch {
    return false;
  }
}

/** Speaks another language once all of its words are there. @returns false if they could not be fetched */
export async function change(next: Language): Promise<boolean> {
  if (next === 'en') {
    speak(next, {});
    return true;
  }
  const { first, later } = sources[next];
  try {
    const [begin, more] = await Promise.all([first(), later()]);
    speak(next, both(begin, more));
    return true;
  } catch {
    return false;
  }
}

/** Resolves when there are words for what loads later. */
export async function wordsOfTheRest(): Promise<void> {
  await rest;
}

function both(a: Rooms, b: Rooms): Rooms {
  return { ...a, ...b, page: { ...a.page, ...b.page } };
}
