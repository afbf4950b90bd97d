import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a built page says of itself in its `version.json`.
 *
 * @param {string} folder
 * @returns {{ version: string, arithmetic: number, beside: { arithmetic: number, href: string }[] } | null} null if there is none
 */
export function readVersion(folder) {
  const path = join(folder, 'version.json');
  if (!existsSync(path)) return null;
  const { version, arithmetic } = JSON.parse(readFileSync(path, 'utf8'));
  if (!Number.isInteger(arithmetic) || arithmetic < 1) throw new Error(`${path}: "arithmetic" is no version`);
  return { version: String(version), arithmetic, beside: [] };
}

/**
 * The version of the arithmetic that sources have.
 *
 * @param {string} folder of the project
 */
export function arithmeticOfSources(folder) {
  const files = ['src/core/experiment/arithmetic-version.ts', 'src/core/experiment/run.ts'];
  for (const path of files.map((file) => join(folder, file)).filter(existsSync)) {
    const found = /export const arithmeticVersion = (\d+);/.exec(readFileSync(path, 'utf8'));
    if (found) return Number(found[1]);
  }
  throw new Error(`${folder}: no arithmeticVersion is found in its sources`);
}

/**
 * Puts built pages into `v/N/` of another one, N the version of their arithmetic, and tells each of all others in its
 * `version.json`.
 *
 * @param {string} page folder of the newest build
 * @param {readonly { folder: string, arithmetic: number }[]} older
 */
export function putBeside(page, older) {
  const own = readVersion(page);
  if (own === null) throw new Error(`${page} has no version.json: build it first`);
  const versions = [own.arithmetic, ...older.map(({ arithmetic }) => arithmetic)];
  const twice = versions.find((each, index) => versions.indexOf(each) !== index);
  if (twice !== undefined)
    throw new Error(`two of the builds have version ${twice} of the arithmetic: one is enough`);
  rmSync(join(page, 'v'), { recursive: true, force: true });
  for (const { folder, arithmetic } of older) {
    if (!existsSync(join(folder, 'index.html')))
      throw new Error(`${folder} has no index.html: it is no built page`);
    const target = join(page, 'v', String(arithmetic));
    cpSync(folder, target, { recursive: true });
    // What lies beside the older one already is not taken along.
    rmSync(join(target, 'v'), { recursive: true, force: true });
  }
  const builds = [
    { arithmetic: own.arithmetic, path: '' },
    ...older.map(({ arithmetic }) => ({ arithmetic, path: `v/${arithmetic}/` })),
  ];
  for (const { arithmetic, path } of builds) {
    const folder = join(page, path);
    const up = path === '' ? '' : '../../';
    const beside = builds
      .filter((other) => other.arithmetic !== arithmetic)
      .map((other) => ({ arithmetic: other.arithmetic, href: up + other.path }));
    const said = readVersion(folder) ?? { version: 'unknown', arithmetic };
    writeFileSync(join(folder, 'version.json'), `${JSON.stringify({ ...said, arithmetic, beside })}\n`);
  }
}
