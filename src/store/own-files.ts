import { wrap, type Remote } from 'comlink';
import type { FilesWorker } from '../worker/files-protocol.ts';

let worker: Remote<FilesWorker> | null = null;

/** The worker that reads files of own data; it is begun when it is first needed, and stays. */
export function filesWorker(): Remote<FilesWorker> {
  if (worker) return worker;
  const port = new Worker(new URL('../worker/files.worker.ts', import.meta.url), { type: 'module' });
  // A worker that dies is replaced with the next question.
  port.addEventListener('error', () => (worker = null));
  worker = wrap<FilesWorker>(port);
  return worker;
}

export type { FilesOutcome, ImagesPreview, KeepOutcome, Reading } from '../worker/files-protocol.ts';
