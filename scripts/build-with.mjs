// npm run build:with -- <older>...: builds the page, and puts older builds beside it, so that links which name the version of
// their arithmetic open in it. An older build is a folder (of a built page, or of sources that have been built into dist), `N=FOLDER`
// where a built page does not say its version, or whatever git knows: a tag, a branch, a commit.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { arithmeticOfSources, putBeside, readVersion } from './older-builds.mjs';
import { alone, checkNode, installMissing, root, run } from './project.mjs';

/** Folders of git's that are to be removed at the end. */
const worktrees = [];

function fail(message) {
  console.error(message);
  process.exit(1);
}

async function must(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) fail(`${command} ${args.join(' ')} failed, so nothing is put beside the page.`);
}

/** A built page, and the version of its arithmetic. */
async function olderBuild(text) {
  const [, number, path] = /^(\d+)=(.+)$/.exec(text) ?? [];
  if (path !== undefined) return { folder: resolve(path), arithmetic: Number(number) };
  if (!existsSync(text)) return fromGit(text);
  const folder = resolve(text);
  const isBuilt = !existsSync(join(folder, 'package.json'));
  const built = isBuilt ? folder : join(folder, 'dist');
  if (!existsSync(join(built, 'index.html'))) fail(`${built} has no index.html: it is no built page`);
  const arithmetic = readVersion(built)?.arithmetic ?? (isBuilt ? null : arithmeticOfSources(folder));
  if (arithmetic === null) fail(`${text} does not say the version of its arithmetic: write N=${text}`);
  return { folder: built, arithmetic };
}

async function fromGit(revision) {
  const folder = join(mkdtempSync(join(tmpdir(), 'infoplane-build-')), 'sources');
  await must('git', ['worktree', 'add', '--detach', folder, revision]);
  worktrees.push(folder);
  const lock = (at) => readFileSync(join(at, 'package-lock.json'), 'utf8');
  // The same packages need not be installed twice.
  if (lock(folder) === lock(root))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  else
    await must('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: folder,
      shell: process.platform === 'win32',
    });
  await must(process.execPath, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build'], { cwd: folder });
  return { folder: join(folder, 'dist'), arithmetic: arithmeticOfSources(folder) };
}

const args = process.argv.slice(2);
if (args.length === 0)
  fail('Which builds are to be put beside the page? npm run build:with -- <tag or folder>...');
checkNode();
await alone(installMissing);
process.once('exit', () => {
  for (const folder of worktrees) {
    // The link goes first: what it names is this folder's own.
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    execFileSync('git', ['worktree', 'remove', '--force', folder], { cwd: root });
    rmSync(dirname(folder), { recursive: true, force: true });
  }
});
await must(process.execPath, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build']);
const older = [];
for (const each of args) older.push(await olderBuild(each));
try {
  putBeside(join(root, 'dist'), older);
} catch (error) {
  fail(error.message);
}
for (const { arithmetic } of older)
  console.log(`Version ${arithmetic} of the arithmetic is in dist/v/${arithmetic}/.`);
