import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main as golden } from '../../src/cli/golden/command.ts';
import { kernelFactory } from '../../src/cli/kernels.ts';
import { main } from '../../src/cli/main.ts';
import { recordTrace } from '../../src/cli/trace/record-trace.ts';
import { Run } from '../../src/core/experiment/run.ts';
import { icosahedron } from '../../src/core/tasks/icosahedron.ts';
import { fromQueryStrict } from '../../src/share/link.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'infoplane-trace-'))));
afterEach(() => rmSync(folder, { recursive: true }));

async function call(...args: string[]) {
  let error = '';
  const output = (): void => undefined;
  const code = await main(args, { output, error: (text) => (error += text), isTerminal: false });
  return { code, error };
}

/** What `npm run golden` says of a folder; only its bounds of nothing else than rounding. */
function confirm(...path: string[]) {
  let output = '';
  const write = (text: string): void => {
    output += text;
  };
  const code = golden([join(folder, ...path)], { output: write, error: write });
  return { code, lines: output.trimEnd().split('\n') };
}

describe('--trace', { timeout: 60_000 }, () => {
  test.each([
    'act=relu&epochs=10',
    'act=tanh&bits=4&epochs=2',
    'bits=float&act=gelu&net=4&epochs=1',
    'act=tanh-relu-sigmoid&net=5-4-3&bits=5&opt=momentum&lr=0.01&batch=100&epochs=2&seed=9&test=33',
    'act=leakyrelu&opt=sgd&lr=0.1&batch=full&epochs=3',
    'act=relu&range=batch&weights=quantized&epochs=1&init=normal',
  ])('writes what `golden` reads back and confirms: %s', async (link) => {
    expect(await call('run', link, '--trace', '--repeats', '2-2', '--out', folder)).toMatchObject({
      code: 0,
    });
    expect(readdirSync(join(folder, 'trace'))).toEqual(['002']);
    expect(readdirSync(join(folder, 'trace', '002'))).toEqual(['batches.json', 'trace-002.json']);
    const { code, lines } = confirm('trace', '002');
    expect(lines.filter((line) => /BEYOND|not run|unreadable/.test(line))).toEqual([]);
    expect(lines.at(-1)).toMatch(/^golden: 2 files, \d\d+ comparisons, 0 beyond their bounds$/);
    expect(code).toBe(0);
    // Confirmed bit for bit: the same kernels have gone the same way.
    const weights = lines.filter((line) => / weights after /.test(line));
    expect(weights.length).toBeGreaterThan(0);
    for (const line of weights) expect(line).toMatch(/ 0 /);
  });

  test('takes the steps it is told', async () => {
    await call('run', 'epochs=1', '--trace-steps', '7,3,3', '--out', folder);
    const trace = JSON.parse(readFileSync(join(folder, 'trace', '001', 'trace-001.json'), 'utf8')) as {
      after: object;
      loss: number[];
      link: string;
    };
    expect(Object.keys(trace.after)).toEqual(['3', '7']);
    expect(trace.loss).toHaveLength(7);
    expect(trace.link).toBe('v=1&epochs=1');
  });

  test('goes the way of the run itself', () => {
    const experiment = fromQueryStrict('act=relu&epochs=3&every=1&repeats=4');
    const factory = kernelFactory('wasm');
    const task = icosahedron();
    const { moments } = recordTrace(experiment, 3, task, factory, [13, 26, 39]);
    const run = [...new Run(experiment, task, factory, { repeat: 3, attempt: 1 })];
    const measured = run.filter((event) => typeof event === 'object').slice(1);
    expect(measured).toHaveLength(3);
    for (const [index, { checkpoint, columns }] of measured.entries()) {
      const moment = moments[index];
      expect(Float32Array.of(...(moment?.parameters ?? []), ...(moment?.ranges ?? []))).toEqual(checkpoint);
      expect(moment?.information.flat()).toEqual(
        [0, 1, 2, 3, 4, 5].flatMap((row) => [columns.ixt[row], columns.ity[row]]),
      );
    }
  });

  test.each([
    ['prefit=5', 'prefit'],
    ['range=fixed', 'range'],
    ['range=last', 'range'],
    ['act=relu&decay=0.9', 'decay'],
    ['act=relu&start=-1..1', 'start'],
    ['act=relu&start=data', 'start'],
    ['range=batch&weights=float', 'weights'],
  ])('refuses what its format cannot say: %s', async (link, field) => {
    const { code, error } = await call('run', `${link}&epochs=1`, '--trace', '--out', folder);
    expect(code).toBe(2);
    expect(error).toContain(`--trace: ${field}: `);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('refuses steps that the run has not, and a trace without a folder', async () => {
    const { code, error } = await call('run', 'epochs=1', '--trace-steps', '14', '--out', folder);
    expect([code, error]).toEqual([2, expect.stringContaining('--trace-steps: 14: the run has 13 steps')]);
    expect((await call('run', 'epochs=1', '--trace')).error).toContain('--trace: needs --out');
    expect((await call('run', '--trace-steps', '1,x', '--out', folder)).error).toContain(
      '--trace-steps: "x"',
    );
  });
});
