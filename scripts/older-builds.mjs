import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

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

/** Files of which one says the version of the arithmetic: the newer place, then the older one. */
const versionFiles = ['src/core/experiment/arithmetic-version.ts', 'src/core/experiment/run.ts'];

/** The version that a source file says; null if it says none. */
function versionIn(source) {
  const found = /export const arithmeticVersion = (\d+);/.exec(source);
  return found && Number(found[1]);
}

/**
 * The version of the arithmetic that sources have.
 *
 * @param {string} folder of the project
 */
export function arithmeticOfSources(folder) {
  for (const path of versionFiles.map((file) => join(folder, file)).filter(existsSync)) {
    const version = versionIn(readFileSync(path, 'utf8'));
    if (version !== null) return version;
  }
  throw new Error(`${folder}: no arithmeticVersion is found in its sources`);
}

/**
 * What is to lie beside a page, by the words of the command line: a folder (of a built page, or of sources that have been
 * built into dist), `N=FOLDER`, or whatever git knows. Nothing is built here.
 *
 * @param {string} text
 * @param {string} root the project's folder
 * @returns {{ folder: string | null, revision: string | null, arithmetic: number }} one of folder and revision
 * @throws Error that says in plain words what is missing
 */
export function findOlder(text, root) {
  const [, number, path] = /^(\d+)=(.+)$/.exec(text) ?? [];
  if (path !== undefined) return { ...builtPage(resolve(path), text), arithmetic: Number(number) };
  if (!existsSync(text)) return ofRevision(text, root);
  const folder = resolve(text);
  const isBuilt = !existsSync(join(folder, 'package.json'));
  const found = builtPage(isBuilt ? folder : join(folder, 'dist'), text);
  const arithmetic = readVersion(found.folder)?.arithmetic ?? (isBuilt ? null : arithmeticOfSources(folder));
  if (arithmetic === null)
    throw new Error(`${text}: it does not say the version of its arithmetic; if that is 2, write 2=${text}`);
  return { ...found, arithmetic };
}

function builtPage(folder, text) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${text}: there is no folder ${folder}`);
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`${text}: ${folder} has no index.html, so it is no built page`);
  return { folder, revision: null };
}

function ofRevision(text, root) {
  const git = (...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  let revision;
  try {
    // Not an option of git's, whatever it begins with.
    revision = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${text}^{commit}`).trim();
  } catch {
    throw new Error(`${text}: there is no such folder, and no such tag, branch or commit of this repository`);
  }
  for (const file of versionFiles) {
    try {
      const arithmetic = versionIn(git('show', `${revision}:${file}`));
      if (arithmetic !== null) return { folder: null, revision, arithmetic };
    } catch {
      // That commit has no such file.
    }
  }
  throw new Error(`${text}: that commit does not say the version of its arithmetic`);
}

/**
 * Refuses builds of which a link could not choose one.
 *
 * @param {number} own version of the arithmetic of the page itself
 * @param {readonly number[]} older versions of those beside it
 */
export function checkVersions(own, older) {
  if (older.includes(own))
    throw new Error(
      `version ${own} of the arithmetic is the page's own, so its links open there: an older build needs another version`,
    );
  const twice = older.find((each, index) => older.indexOf(each) !== index);
  if (twice !== undefined)
    throw new Error(`two of the builds have version ${twice} of the arithmetic: one is enough`);
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
  checkVersions(
    own.arithmetic,
    older.map(({ arithmetic }) => arithmetic),
  );
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
