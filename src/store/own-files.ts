import { wrap, type Remote } from 'comlink';
import type { FilesWorker } from '../worker/files-protocol.ts';

export type { FilesOutcome, ImagesPreview, KeepOutcome, Reading } from '../worker/files-protocol.ts';

let worker: Remote<FilesWorker> | null = null;
/** Ends, with an error, each question that waits for an answer. */
const waiting = new Set<(error: Error) => void>();

/**
 * Asks the worker that reads files of own data; it is begun with the first question, and remembers the files it read last.
 * Rejects if the worker dies; the next question begins another one.
 */
export async function askFiles<T>(question: (worker: Remote<FilesWorker>) => Promise<T>): Promise<T> {
  worker ??= begin();
  let lose: (error: Error) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => (lose = reject));
  waiting.add(lose);
  try {
    return await Promise.race([question(worker), lost]);
  } finally {
    waiting.delete(lose);
  }
}

function begin(): Remote<FilesWorker> {
  const port = new Worker(new URL('../worker/files.worker.ts', import.meta.url), { type: 'module' });
  port.addEventListener('error', ({ message }) => {
    port.terminate();
    worker = null;
    for (const lose of waiting) lose(new Error(`The worker that reads files has stopped. ${message}`));
  });
  return wrap<FilesWorker>(port);
}
