import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { speak } from '../../src/i18n/language.ts';
import { change } from '../../src/i18n/load.ts';
import { reasonText } from '../../src/i18n/reasons.ts';

beforeEach(async () => {
  await change('zh');
});
afterEach(() => speak('en', {}));

test.each([
  ['row 4: 1 columns in place of 2', '第 4 行：有 1 列，应为 2 列'],
  ['row 2, column 1 (a): 1e99 is beyond float32', '第 2 行第 1 列（a）：1e99 超出 float32 的范围'],
  ['column 2 (b): one class, where there can be 2 to 16', '第 2 列（b）：只有一类，应有 2 到 16 类'],
  [
    'runs/001.json: settings.lr: is not what the link "x=1" says',
    'runs/001.json：settings.lr：与链接“x=1”所说的不同',
  ],
  [
    'task: MNIST could not be loaded (only 5 of its 9 bytes came). Run again once the connection is back; the 12-bit task needs no download.',
    '任务：未能加载 MNIST（9 字节中只收到 5 字节）。请在网络恢复后重新运行；12 位任务无需下载',
  ],
  ['T2: H(T) = 13 is above H(X) = 12', 'T2：H(T) = 13 大于 H(X) = 12'],
  ['something nobody has thought of', 'something nobody has thought of'],
])('%s', (reason, said) => {
  expect(reasonText(reason)).toBe(said);
});

test('in English a reason stays as it is', () => {
  speak('en', {});
  expect(reasonText('row 4: 1 columns in place of 2.')).toBe('row 4: 1 columns in place of 2.');
});

/** What a person may read of these files' errors, with 7 where something is filled in. */
const read = [
  ...readdirSync('src/share', { recursive: true }).map((path) => `src/share/${String(path)}`),
  ...['src/core/tasks/idx-set.ts', 'src/core/tasks/make-task.ts', 'src/core/experiment/invariants.ts'],
  ...['src/core/experiment/run.ts', 'src/core/experiment/repeat.ts'],
  ...['src/worker/files-service.ts', 'src/worker/own-data.ts'],
  ...['src/worker/task-source.ts', 'src/worker/task-source-download.ts'],
].filter((path) => path.endsWith('.ts') && !path.endsWith('recorded-run.ts')); // Read at build time.

const thrown =
  /(?:FileProblem|RunError|TaskError|RangeError|DamagedError|\berror|broken\.push)\(\s*((?:(?:`[^`]*`|'[^']*')\s*\+?\s*)+)|message: ('[^']+')/g;

test.each(read)('there are words for what %s says is wrong', (path) => {
  const source = readFileSync(path, 'utf8');
  const left = [...source.matchAll(thrown)].flatMap(([, pieces, message]) => {
    const texts = [...(pieces ?? message ?? '').matchAll(/`([^`]*)`|'([^']*)'/g)];
    const reason = texts
      .map(([, template, text]) => template ?? text ?? '')
      .join('')
      .replace(/\$\{what\}/, 'The loss')
      .replace(/\$\{advice\}/, '')
      .replace(/\$\{many\}/, 'one class')
      .replace(/\$\{found\}, and/, 'nothing in it, and')
      .replace(/but \$\{given\}/, 'but there is none')
      .replace(/\$\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '7');
    if (/^(7: 7|7|(split|Repeat): .*)$/.test(reason)) return [];
    return /\p{Script=Han}/u.test(reasonText(reason)) ? [] : [reason];
  });
  expect(left).toEqual([]);
});
