// npm run build:with -- <older>...: builds the page, and puts older builds beside it, so that links which name the version of
// their arithmetic open in it. An older build is a folder (of a built page, or of sources that have been built into dist), `N=FOLDER`
// where a built page does not say its version, or whatever git knows: a tag, a branch, a commit.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { arithmeticOfSources, checkVersions, findOlder, putBeside } from './older-builds.mjs';
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

/** What `use` gives; where it cannot, its reason ends the program. */
function orFail(use) {
  try {
    return use();
  } catch (error) {
    fail(error.message);
  }
}

/** Builds the page of a commit; gives its folder. */
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
  return join(folder, 'dist');
}

const args = process.argv.slice(2);
if (args.length === 0)
  fail('Which builds are to be put beside the page? npm run build:with -- <tag or folder>...');
checkNode();
// All of it before the first build, which takes its time.
const named = orFail(() => {
  const found = args.map((each) => findOlder(each, root));
  checkVersions(
    arithmeticOfSources(root),
    found.map(({ arithmetic }) => arithmetic),
  );
  return found;
});
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
for (const { folder, revision, arithmetic } of named)
  older.push({ folder: folder ?? (await fromGit(revision)), arithmetic });
orFail(() => putBeside(join(root, 'dist'), older));
for (const { arithmetic } of older)
  console.log(`Version ${arithmetic} of the arithmetic is in dist/v/${arithmetic}/.`);
