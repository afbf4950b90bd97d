import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as tfjsModule from './tfjs.mjs';

/** Installs this folder's package, which the app does not carry, unless that was done since its lock file changed. */
export function installPackages(root: string): void {
  const folder = join(root, 'test/bench');
  const changed = (file: string): number =>
    statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return;
  process.stderr.write('Installing TensorFlow.js in test/bench (npm ci) ...\n');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  // On Windows npm is a script, which only a shell can start.
  if (npm?.endsWith('.js')) run(process.execPath, [npm, ...args], { cwd: folder });
  else run('npm', args, { cwd: folder, shell: process.platform === 'win32' });
}

/** Compiles assembly/peak.ts, with the flags of the product's kernel. */
export function compilePeak(root: string): Uint8Array<ArrayBuffer> {
  const output = join(root, 'dist-node', 'peak.wasm');
  mkdirSync(dirname(output), { recursive: true });
  const flags = '--runtime stub --enable simd --noAssert --optimizeLevel 3 --converge'.split(' ');
  const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');
  // In a process of its own: the compiler would leave a large heap to the measured one.
  run(process.execPath, [compiler, 'test/bench/assembly/peak.ts', '--outFile', output, ...flags], {
    cwd: root,
  });
  return new Uint8Array(readFileSync(output));
}

/** What tfjs.mjs offers; it is no part of the bundle, so that it finds the packages beside it. */
export async function loadTfjs(root: string): Promise<typeof tfjsModule> {
  const url = pathToFileURL(join(root, 'test/bench/tfjs.mjs')).href;
  return (await import(/* @vite-ignore */ url)) as typeof tfjsModule;
}

/** Its output goes to stderr: stdout belongs to the results. */
function run(command: string, args: readonly string[], options: SpawnSyncOptions): void {
  const { status, error } = spawnSync(command, args, { ...options, stdio: ['ignore', 2, 2] });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed; its messages are above.`);
}
