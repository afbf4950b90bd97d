import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  arithmeticOfSources,
  checkVersions,
  findOlder,
  putBeside,
  readVersion,
} from '../../scripts/older-builds.mjs';
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
    expect(() => putBeside(page, [old])).toThrow("version 2 of the arithmetic is the page's own");
    expect(() => checkVersions(3, [1, 2, 1])).toThrow('two of the builds have version 1');
    expect(() => putBeside(page, [{ folder: join(root, 'none'), arithmetic: 1 }])).toThrow('no built page');
    expect(() => putBeside(build('bare', null), [])).toThrow('build it first');
  });

  test('say their version, in a file of the build or in the sources', () => {
    expect(readVersion(build('some', 4))?.arithmetic).toBe(4);
    expect(readVersion(build('none', null))).toBeNull();
    expect(arithmeticOfSources('.')).toBe(arithmeticVersion);
  });
});

describe('an older build that the command line names', () => {
  test('is a folder of a built page, which may not say its version', () => {
    const named = build('named', 4);
    expect(findOlder(named, root)).toEqual({ folder: named, revision: null, arithmetic: 4 });
    const silent = build('silent', null);
    expect(findOlder(`7=${silent}`, root)).toEqual({ folder: silent, revision: null, arithmetic: 7 });
    expect(() => findOlder(silent, root)).toThrow(`write 2=${silent}`);
    expect(() => findOlder(root, root)).toThrow('it is no built page');
  });

  test('is a folder of sources that have been built', () => {
    const sources = join(root, 'sources');
    mkdirSync(sources);
    writeFileSync(join(sources, 'package.json'), '{}');
    expect(() => findOlder(sources, root)).toThrow(`there is no folder ${join(sources, 'dist')}`);
    build('sources/dist', 5);
    expect(findOlder(sources, root)).toMatchObject({ folder: join(sources, 'dist'), arithmetic: 5 });
  });

  test('is a commit, by any of its names', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: root });
    const folder = join(root, 'src/core/experiment');
    git('init', '--quiet');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'run.ts'), 'export const arithmeticVersion = 6;\n');
    git('add', '.');
    git('commit', '--quiet', '--message', 'first');
    git('tag', 'v0.6.0');
    const { folder: built, revision, arithmetic } = findOlder('v0.6.0', root);
    expect([built, arithmetic]).toEqual([null, 6]);
    expect(revision).toMatch(/^[0-9a-f]{40,}$/);
    git('rm', '--quiet', '-r', '.');
    git('commit', '--quiet', '--message', 'second');
    expect(() => findOlder('HEAD', root)).toThrow('does not say the version');
  });

  test.each(['../nope', 'v9.9.9', '--help', 'HEAD:x'])(
    '%s, which is neither, is told in plain words',
    (text) => {
      expect(() => findOlder(text, root)).toThrow(
        `${text}: there is no such folder, and no such tag, branch or commit`,
      );
      expect(() => findOlder(`2=${join(root, text)}`, root)).toThrow('there is no folder');
    },
  );
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
