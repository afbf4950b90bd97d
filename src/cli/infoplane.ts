#!/usr/bin/env node
import { isMainThread, parentPort } from 'node:worker_threads';
import { main } from './main.ts';
import { ThreadWorker } from './set/repeat-worker.ts';
import { serveRepeats } from './set/repeat-thread.ts';

/** Stops once: a second Ctrl-C ends the program at once, as ever. */
function untilStopped(): AbortSignal {
  const stopped = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      stopped.abort();
    });
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
