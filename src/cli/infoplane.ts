#!/usr/bin/env node
import { isMainThread, parentPort } from 'node:worker_threads';
import { main } from './main.ts';
import { ThreadWorker } from './set/repeat-worker.ts';
import { serveRepeats } from './set/repeat-thread.ts';

/** Milliseconds within which another signal is the same Ctrl-C: npm hands on what its child got already. */
const sameSignal = 1000;

/** Milliseconds between two looks at whether npm is still there. */
const lookAround = 500;

/** Aborted by Ctrl-C, by a scheduler or with npm; who asks again is obeyed at once. */
function untilStopped(): AbortSignal {
  const stopped = new AbortController();
  let first = Infinity;
  const stop = (): void => {
    if (performance.now() - first > sameSignal) process.exit(130);
    first = Math.min(first, performance.now());
    stopped.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // npm hands a SIGTERM on to its shell, which ends without its child: that is left to another parent.
  if (process.env['npm_lifecycle_event'] !== undefined) {
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      stop();
    }, lookAround);
    watch.unref();
  }
  return stopped.signal;
}

if (isMainThread) {
  // No process.exit: it would cut off what a pipe has not taken yet.
  process.exitCode = await main(
    process.argv.slice(2),
    {
      output: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
      isTerminal: process.stderr.isTTY,
    },
    // The bundle of this program is that of its threads.
    { openWorker: () => new ThreadWorker(new URL(import.meta.url)), signal: untilStopped() },
  );
} else if (parentPort) {
  serveRepeats(parentPort);
}
