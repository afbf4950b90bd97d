import type { EndedRun } from '../../share/ended-run.ts';
import { WorkerLost, type RepeatWorker } from './repeat-worker.ts';
import type { RepeatJob, ThreadMessage } from './thread-protocol.ts';

export interface PoolListener {
  message(job: RepeatJob, message: ThreadMessage): void;
  /** A repeat has come to its end. */
  ended(job: RepeatJob, run: EndedRun): void;
  /** A repeat has no result. */
  failed(job: RepeatJob, reason: string): void;
}

/** How often a repeat is begun again when its worker is lost. */
const mostTries = 2;

/**
 * Runs jobs on so many workers; each worker takes the next job when it is done with one. Which worker runs a job
 * does not show in its result. A worker that is lost is replaced and its job tried once more.
 *
 * @param signal ends all workers; nothing is reported of what they were at
 */
export async function runJobs(
  jobs: readonly RepeatJob[],
  workers: number,
  open: () => RepeatWorker,
  listener: PoolListener,
  signal: AbortSignal,
): Promise<void> {
  const queue = [...jobs];
  const opened: RepeatWorker[] = [];
  const closeAll = (): Promise<unknown> => Promise.all(opened.map((worker) => worker.close()));
  const stop = (): void => void closeAll();
  signal.addEventListener('abort', stop);
  const work = async (): Promise<void> => {
    const worker = open();
    opened.push(worker);
    for (let job = queue.shift(); job && !signal.aborted; job = queue.shift()) {
      await runJob(worker, job, listener, signal);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, work));
  } finally {
    signal.removeEventListener('abort', stop);
    await closeAll();
  }
}

async function runJob(
  worker: RepeatWorker,
  job: RepeatJob,
  listener: PoolListener,
  signal: AbortSignal,
): Promise<void> {
  for (let tries = 1; !signal.aborted; tries++) {
    let run: EndedRun;
    try {
      run = await worker.run(job, (message) => {
        listener.message(job, message);
      });
    } catch (error) {
      if (isAborted(signal)) return;
      if (error instanceof WorkerLost && tries < mostTries) continue;
      listener.failed(job, error instanceof Error ? error.message : String(error));
      return;
    }
    listener.ended(job, run);
    return;
  }
}

/** Asked by a call, since the answer may change at every `await`. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;
