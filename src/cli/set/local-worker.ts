import type { EndedRun } from '../../share/ended-run.ts';
import { kernelFactory } from '../kernels.ts';
import { train } from '../train.ts';
import type { RepeatWorker } from './repeat-worker.ts';
import type { RepeatJob, ThreadMessage } from './thread-protocol.ts';

/** Runs repeats on the thread that asks for them: where there are no others. */
export class LocalWorker implements RepeatWorker {
  run(
    { experiment, repeat, kernel, rulers }: RepeatJob,
    onMessage: (message: ThreadMessage) => void,
  ): Promise<EndedRun> {
    return new Promise((resolve) => {
      resolve(
        train(experiment, kernelFactory(kernel), {
          repeat,
          rulers,
          onProgress: (part) => {
            onMessage({ kind: 'progress', part });
          },
          onDiscarded: (fit) => {
            onMessage({ kind: 'discarded', fit });
          },
        }),
      );
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
