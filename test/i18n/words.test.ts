import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { glossary } from '../../src/i18n/glossary.ts';
import type { Room } from '../../src/i18n/language.ts';
import { dictionaries, sources } from './dictionaries.ts';

const pairs = await dictionaries();
const messages = pairs.flatMap(({ file, english, chinese }) =>
  Object.entries(english).map(([key, text]) => ({ key, file, text, said: chinese[key] })),
);
const translated = messages.filter(
  (message): message is typeof message & { said: string } => message.said !== undefined,
);

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
const hanzi = /\p{Script=Han}/u;

/** What is the same in every language: placeholders, symbols, units of a computer, and what stands between them. */
const neutral = /\{\w+\}|[IH]\([^)]*\)|\b(kB|MB|PgUp|PgDn|Home|End|Enter|Esc|Ctrl\+Z|logit)\b|[^\p{L}]/gu;
/** Names of functions, formats, networks and programs. */
const names =
  /\b(Infoplane|MNIST|CSV|JSON|SVG|PNG|float32|(leaky |hard )?(tanh|ReLU6?)|ELU|sigmoid|softsign|softplus|GELU|SiLU|softmax|Adam|SGD|Bottleneck-\d|HourGlass|4x10|Conv|WebAssembly SIMD)(?!\w)/g;
const isWordless = (text: string): boolean => text.replace(names, '').replace(neutral, '') === '';

describe('each message in each language', () => {
  test('has the same keys, but for the singular that Chinese has no use for', () => {
    for (const { file, english, chinese } of pairs) {
      const wanted = Object.keys(english).filter((key) => !key.endsWith('.one'));
      expect(Object.keys(chinese).sort(), file).toEqual(wanted.sort());
    }
  });

  test('has a plural where it has a singular', () => {
    for (const { english } of pairs) {
      for (const key of Object.keys(english)) {
        if (key.endsWith('.one')) expect(english, key).toHaveProperty([key.replace(/one$/, 'many')]);
      }
    }
  });

  test('has the same placeholders', () => {
    for (const { key, text, said } of translated) expect(placeholders(said), key).toEqual(placeholders(text));
  });

  test('is translated, unless it is a name or a symbol', () => {
    const left = translated.filter(({ text, said }) => !hanzi.test(said) && !isWordless(text));
    expect(left.map(({ key, said }) => `${key}: ${said}`)).toEqual([]);
  });

  test('keeps to the glossary', () => {
    const left = glossary.flatMap(({ english, chinese, except = {} }) =>
      translated
        .filter(({ key, text, said }) => {
          const isSpoken = new RegExp(english, 'i').test(text.replace(/\{\w+\}/g, '{}')) && hanzi.test(said);
          return isSpoken && !Object.hasOwn(except, key) && !chinese.some((term) => said.includes(term));
        })
        .map(({ key, said }) => `${chinese.join('/')}: ${key}: ${said}`),
    );
    expect(left).toEqual([]);
  });

  test('is an exception to the glossary only where it has to be', () => {
    for (const { english, chinese, except = {} } of glossary) {
      for (const name of Object.keys(except)) {
        const message = translated.find(({ key }) => key === name);
        const isSpoken = message !== undefined && new RegExp(english, 'i').test(message.text);
        expect(
          isSpoken && !chinese.some((term) => message.said.includes(term)),
          `${english.source}: ${name}`,
        ).toBe(true);
      }
    }
  });

  test('has Chinese punctuation between Chinese words', () => {
    const wrong =
      /\p{Script=Han}[ ]?[,;:?!()]|[,;:?!()][ ]?\p{Script=Han}|。。|\p{Script=Han}\.(?!\.)|\.\.\./u;
    expect(
      translated
        .filter(({ said }) => wrong.test(said.replace(/[IHP]\([^)]*\)|!（/g, 'H')))
        .map(({ key, said }) => `${key}: ${said}`),
    ).toEqual([]);
  });

  test('ends as a sentence in both or in none', () => {
    const left = translated.filter(({ text, said }) => /[.?!]$/.test(text) !== /[。？！]$/.test(said));
    expect(left.map(({ key, said }) => `${key}: ${said}`)).toEqual([]);
  });
});

/** Where else keys of a room come from, as data. */
const namedIn: Readonly<Partial<Record<Room, readonly string[]>>> = {
  inspector: ['panels/inspector/useInspection.ts', 'core/inspection/cell-orders.ts'],
  maps: ['panels/usePartitions.ts'],
};

describe('the sources', () => {
  const files = [...sources()];

  test.each(pairs.map((pair) => [pair.file, pair] as const))(
    'use every key of %s',
    (_, { room, english }) => {
      const own = files.filter(
        ([path, text]) =>
          (room === 'page' && !path.startsWith('core/')) ||
          path.startsWith(`${room}/`) ||
          text.includes(`/i18n/${room}.ts'`) ||
          namedIn[room]?.includes(path),
      );
      const text = own.map(([, each]) => each).join('\n');
      const templates = templatesIn(text);
      const isUsed = (key: string): boolean =>
        text.includes(`'${key}'`) || templates.some((template) => template.test(key));
      // A plural's name may come as data, its number added to it.
      const unused = Object.keys(english).filter(
        (key) => !isUsed(key) && !isUsed(key.replace(/\.(one|many)$/, '')),
      );
      expect(unused).toEqual([]);
    },
  );
});

/** Names that are put together, `preset.${id}.look`: as patterns, if they begin with a part of the name. */
function templatesIn(text: string): readonly RegExp[] {
  return [...text.matchAll(/`([\w-]+\.[^`]*)`/g)].flatMap(([, template = '']) => {
    const fixed = template.split(/\$\{[^}]*\}/);
    return fixed.length > 1
      ? [new RegExp(`^${fixed.map((part) => part.replaceAll('.', '\\.')).join('.+')}$`)]
      : [];
  });
}

test('the page says of itself in English what its first file says before it has a language', () => {
  const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
  expect(html).toContain(`<title>${en['page.title']}</title>`);
  expect(html).toContain(`content="${en['page.description']}"`);
});
