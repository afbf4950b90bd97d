import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { SetDocument } from '../../src/share/set-document.ts';

const program = fileURLToPath(new URL('../../scripts/node-program.mjs', import.meta.url));

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'infoplane-threads-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** The built program in a process of its own; `onError` gets what it writes to stderr, and may send it signals. */
function start(
  args: readonly string[],
  onError: (text: string, kill: (signal?: NodeJS.Signals) => void) => void = () => undefined,
) {
  return new Promise<{ code: number | null; output: string; error: string }>((resolve) => {
    const child = spawn(process.execPath, [program, 'infoplane', ...args]);
    const written = { output: '', error: '' };
    child.stdout.on('data', (data) => (written.output += String(data)));
    let isStopped = false;
    child.stderr.on('data', (data) => {
      written.error += String(data);
      onError(written.error, (signal = 'SIGINT') => {
        if (!isStopped) isStopped = child.kill(signal);
      });
    });
    child.on('close', (code) => {
      resolve({ code, ...written });
    });
  });
}

/** The bundle itself, up to date. */
async function built(): Promise<string> {
  await start(['--help']);
  return fileURLToPath(new URL('../../dist-node/infoplane.js', import.meta.url));
}

async function onThisThread(...args: string[]): Promise<SetDocument> {
  let output = '';
  const ignore = (): void => undefined;
  await main(args, { output: (text) => (output += text), error: ignore, isTerminal: false });
  return JSON.parse(output) as SetDocument;
}

describe('the program on worker threads', { timeout: 180_000 }, () => {
  test('gives the bits of one thread', async () => {
    const run = ['run', 'act=relu&epochs=20', '--repeats', '5', '--json'];
    const { code, output } = await start([...run, '--workers', '2']);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual(await onThisThread(...run));
  });

  test('stops at Ctrl-C in the middle of a repeat, and goes on where it was', async () => {
    const run = ['run', 'net=4-3&epochs=4000&every=100', '--repeats', '4', '--workers', '2', '--out', folder];
    const first = await start(run, (error, kill) => {
      if (error.includes('repeat 00')) kill();
    });
    expect(first.code).toBe(130);
    const done = readdirSync(join(folder, 'runs'));
    expect(done.length).toBeGreaterThan(0);
    expect(done.length).toBeLessThan(4);
    expect(done.every((name) => /^00\d\.json$/.test(name))).toBe(true);
    const second = await start(run);
    expect(second.code).toBe(0);
    expect(second.error).toContain(`${done.length} repeats are done already`);
    const set = JSON.parse(readFileSync(join(folder, 'set.json'), 'utf8')) as SetDocument;
    const whole = await onThisThread(...run.slice(0, 4), '--json');
    expect(set).toEqual(whole);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('stops a single run at %s within a second', async (signal) => {
    const program = await built();
    let asked = NaN;
    const child = spawn(process.execPath, [program, 'run', 'epochs=60000&every=100']);
    const kill = setTimeout(() => {
      asked = performance.now();
      child.kill(signal);
    }, 1500);
    const code = await new Promise((resolve) => child.on('close', resolve));
    clearTimeout(kill);
    expect([code, performance.now() - asked < 1000]).toEqual([130, true]);
  });

  test('is a program that may be run by its name', async () => {
    const program = await built();
    const child = spawn(program, ['--help']);
    const ended = new Promise((resolve) => child.on('close', resolve));
    expect(await ended).toBe(0);
  });

  test('ends with npm, which hands a SIGTERM on to its shell only', async () => {
    const program = await built();
    const command = `"${process.execPath}" "${program}" run "epochs=60000&every=100" & echo $!; wait`;
    const shell = spawn('sh', ['-c', command], { env: { ...process.env, npm_lifecycle_event: 'infoplane' } });
    await new Promise((resolve) => shell.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const asked = performance.now();
    shell.kill('SIGTERM');
    // Its pipes are closed once the program has ended too, which would train for a minute.
    await new Promise((resolve) => shell.on('close', resolve));
    expect(performance.now() - asked).toBeLessThan(5000);
  });

  test('reports what a thread cannot run', async () => {
    const { code, error } = await start(['run', 'epochs=1&repeats=2&kernel=3']);
    expect(code).toBe(2);
    expect(error).toContain('kernel: there is no such setting');
  });
});
