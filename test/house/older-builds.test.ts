import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { arithmeticOfSources, putBeside, readVersion } from '../../scripts/older-builds.mjs';
import { arithmeticVersion } from '../../src/core/experiment/arithmetic-version.ts';
import { buildsBeside, readBuilds } from '../../src/store/versions.ts';

let root = '';
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'infoplane-builds-'))));
afterEach(() => rmSync(root, { recursive: true }));

/** A folder like a built page. */
function build(name: string, arithmetic: number | null): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), `<title>${name}</title>`);
  writeFileSync(join(folder, 'assets', 'page.js'), '');
  const file = { version: '0.9.0', arithmetic, beside: [] };
  if (arithmetic !== null) writeFileSync(join(folder, 'version.json'), JSON.stringify(file));
  return folder;
}

const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

describe('older builds beside a page', () => {
  test('lie in v/N/, and each build knows the way to all others', () => {
    const page = build('new', 3);
    putBeside(page, [
      { folder: build('first', null), arithmetic: 1 },
      { folder: build('second', 2), arithmetic: 2 },
    ]);
    expect(readFileSync(join(page, 'v/1/index.html'), 'utf8')).toContain('first');
    expect(existsSync(join(page, 'v/2/assets/page.js'))).toBe(true);
    expect(json(page, 'version.json')).toEqual({
      version: '0.9.0',
      arithmetic: 3,
      beside: [
        { arithmetic: 1, href: 'v/1/' },
        { arithmetic: 2, href: 'v/2/' },
      ],
    });
    expect(json(page, 'v/1/version.json')).toEqual({
      version: 'unknown',
      arithmetic: 1,
      beside: [
        { arithmetic: 3, href: '../../' },
        { arithmetic: 2, href: '../../v/2/' },
      ],
    });
    // All of them are ways that the page takes.
    for (const at of ['', 'v/1', 'v/2']) expect(readBuilds(json(page, at, 'version.json'))).toHaveLength(2);
  });

  test('are put there anew, without what lay beside them', () => {
    const page = build('new', 2);
    const old = build('old', 1);
    mkdirSync(join(old, 'v/7'), { recursive: true });
    putBeside(page, [{ folder: old, arithmetic: 1 }]);
    putBeside(page, [{ folder: old, arithmetic: 1 }]);
    expect(existsSync(join(page, 'v/1/v'))).toBe(false);
  });

  test('of one version twice, or that are no pages, are refused', () => {
    const page = build('new', 2);
    const old = { folder: build('old', 2), arithmetic: 2 };
    expect(() => putBeside(page, [old])).toThrow('two of the builds have version 2');
    expect(() => putBeside(page, [{ folder: join(root, 'none'), arithmetic: 1 }])).toThrow('no built page');
    expect(() => putBeside(build('bare', null), [])).toThrow('build it first');
  });

  test('say their version, in a file of the build or in the sources', () => {
    expect(readVersion(build('some', 4))?.arithmetic).toBe(4);
    expect(readVersion(build('none', null))).toBeNull();
    expect(arithmeticOfSources('.')).toBe(arithmeticVersion);
  });
});

describe('what lies beside the page', () => {
  test('is none where nothing can be read', async () => {
    expect(await buildsBeside(() => Promise.reject(new Error('no network')))).toEqual([]);
    expect(await buildsBeside(() => Promise.resolve(new Response('', { status: 404 })))).toEqual([]);
    expect(await buildsBeside(() => Promise.resolve(new Response('<html>')))).toEqual([]);
  });

  test('is in folders of this site only', () => {
    const hrefs = [
      'v/1/',
      '../../',
      'https://elsewhere.example/',
      '//x/',
      '/v/1/',
      'v/1/../../..',
      'javascript:x',
      '',
    ];
    const found = readBuilds({ beside: hrefs.map((href) => ({ arithmetic: 1, href })) });
    expect(found.map(({ href }) => href)).toEqual(['v/1/', '../../']);
    for (const broken of [
      null,
      [],
      {},
      { beside: 'x' },
      { beside: [null, 1, { arithmetic: 'x', href: 'v/1/' }] },
    ]) {
      expect(readBuilds(broken)).toEqual([]);
    }
  });
});
