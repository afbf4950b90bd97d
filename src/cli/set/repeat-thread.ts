import type { MessagePort } from 'node:worker_threads';
import { kernelFactory } from '../kernels.ts';
import { takeOwn } from '../task-source.ts';
import { train } from '../train.ts';
import type { RepeatJob, ThreadMessage } from './thread-protocol.ts';

/** Milliseconds between two messages about progress. */
const pause = 100;

/** The worker thread's side: runs the repeats it is sent, one after the other, with the code the page's worker has. */
export function serveRepeats(port: MessagePort): void {
  const post = (message: ThreadMessage): void => {
    port.postMessage(message);
  };
  port.on('message', (job: RepeatJob) => {
    let posted = performance.now();
    try {
      if (job.own) takeOwn(job.own, job.experiment.task);
      const run = train(job.experiment, kernelFactory(job.kernel), {
        repeat: job.repeat,
        rulers: job.rulers,
        onProgress: (part) => {
          if (performance.now() - posted < pause) return;
          posted = performance.now();
          post({ kind: 'progress', part });
        },
        onDiscarded: (fit) => {
          post({ kind: 'discarded', fit });
        },
      });
      post({ kind: 'ended', run });
    } catch (error) {
      post({ kind: 'error', message: error instanceof Error ? error.message : String(error) });
    }
  });
}
