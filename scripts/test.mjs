// npm test: every check of the project, one stage after the other, whether or not an earlier one failed.
// npm test -- --quick: without the production build and what needs it.
// The last line is "N passed, N failed": each test counts, and each stage that holds no tests counts as one.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { alone, checkNode, installMissing, program, root, run } from './project.mjs';
import { countOf } from './vitest-report.mjs';

/** Runs a program of a package; true if it ends well. */
async function succeeds(path, args, env = {}) {
  const options = { env: { ...process.env, ...env } };
  return (await run(process.execPath, [program(path), ...args], options)) === 0;
}

/** One check that is no list of tests. */
const one = (passes) => ({ passed: passes ? 1 : 0, failed: passes ? 0 : 1 });

async function vitest(name, args, env) {
  const report = join(root, 'node_modules', '.cache', 'test', `${name}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = await succeeds('vitest/vitest.mjs', ['run', ...args, ...reporters], env);
  return countOf(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, ended);
}

let built = false;

const stages = [
  ['lint', async () => one(await succeeds('eslint/bin/eslint.js', ['.', '--max-warnings', '0']))],
  [
    'format',
    async () => one(await succeeds('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])),
  ],
  ['types', async () => one((await run(process.execPath, [join(root, 'scripts', 'types.mjs')])) === 0)],
  ['units', () => vitest('units', [])],
];

const stagesOfTheBuild = [
  [
    'build',
    async () => {
      built = await succeeds('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
      return one(built);
    },
  ],
  [
    'end to end',
    async () => {
      const browser = built ? await ensureBrowser() : undefined;
      if (!built) console.error('There is no build to test.');
      if (!browser) return one(false);
      return vitest('e2e', ['--config', 'vitest.e2e.config.ts'], { CHROME_PATH: browser, DIST: 'dist' });
    },
  ],
  [
    'engines',
    async () => {
      const browser = built ? await ensureBrowser() : undefined;
      if (!browser) return one(false);
      return vitest('engines', ['--config', 'vitest.engines.config.ts'], {
        CHROME_PATH: browser,
        DIST: 'dist',
      });
    },
  ],
  [
    'budgets',
    async () => {
      if (!built) console.error('There is no build to weigh.');
      return one(built && (await succeeds('size-limit/bin.js', [])));
    },
  ],
];

checkNode();
await alone(installMissing);
const quick = process.argv.includes('--quick');
const lines = [];
const total = { passed: 0, failed: 0 };
for (const [name, check] of quick ? stages : [...stages, ...stagesOfTheBuild]) {
  console.log(`\n== ${name}`);
  const begun = performance.now();
  const { passed, failed } = await check();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const line = `${name.padEnd(12)}${seconds.padStart(7)} s   ${failed === 0 ? 'ok' : 'FAILED'}   ${passed} passed, ${failed} failed`;
  console.log(line);
  lines.push(line);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n== all\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
