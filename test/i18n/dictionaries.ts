import { readdirSync, readFileSync } from 'node:fs';
import type { Dictionary, Room } from '../../src/i18n/language.ts';

const folder = new URL('../../src/i18n/', import.meta.url);

/** A file of English words, and that of the Chinese ones. */
export interface Pair {
  readonly file: string;
  readonly room: Room;
  readonly english: Dictionary;
  readonly chinese: Dictionary;
}

const rooms: readonly Room[] = [
  'compare',
  'gradients',
  'inspector',
  'lessons',
  'maps',
  'milestones',
  'sweep',
];

/** All words, each file's own: `en.ts` and `zh.ts` hold all others of the first load too. */
export async function dictionaries(): Promise<readonly Pair[]> {
  const files = readdirSync(folder).filter((name) => /^en(-[a-z-]+)?\.ts$/.test(name));
  return Promise.all(
    files.map(async (name) => {
      const part = name.replace(/^en-?|\.ts$/g, '');
      return {
        file: name,
        room: part.startsWith('lesson') ? 'lessons' : (rooms.find((room) => room === part) ?? 'page'),
        english: await wordsOf(name),
        chinese: await wordsOf(name.replace(/^en/, 'zh')),
      };
    }),
  );
}

async function wordsOf(name: string): Promise<Dictionary> {
  const module = (await import(new URL(name, folder).href)) as Readonly<Record<string, Dictionary>>;
  const [words] = Object.values(module);
  if (!words) throw new Error(`${name} exports no words`);
  return words;
}

/** The sources of the page, by path from `src/`. */
export function sources(): ReadonlyMap<string, string> {
  const root = new URL('../../src/', import.meta.url);
  const paths = readdirSync(root, { recursive: true }).map(String);
  return new Map(
    paths
      .filter((path) => /^(app|panels|core|lessons)\/.*\.tsx?$/.test(path) || path === 'i18n/t.ts')
      .map((path) => [path, readFileSync(new URL(path, root), 'utf8')]),
  );
}
