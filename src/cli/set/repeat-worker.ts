import { Worker } from 'node:worker_threads';
import type { EndedRun } from '../../share/ended-run.ts';
import type { RepeatJob, ThreadMessage } from './thread-protocol.ts';

/** A worker is gone, and with it the repeat it ran; it may run in another one. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

/** Runs one repeat at a time. */
export interface RepeatWorker {
  /**
   * @param onMessage gets progress and bad fits
   * @throws WorkerLost; Error if the repeat has no result
   */
  run(job: RepeatJob, onMessage: (message: ThreadMessage) => void): Promise<EndedRun>;
  /** Ends it at once, in the middle of a repeat too. */
  close(): Promise<void>;
}

/** Who waits for the repeat that a thread is at. */
interface Waiting {
  message(message: ThreadMessage): void;
  lost(reason: string): void;
}

/** A real thread; `program` is a module that calls serveRepeats there. */
export class ThreadWorker implements RepeatWorker {
  private readonly program: URL;
  private thread: Worker | null = null;
  private waiting: Waiting | null = null;

  constructor(program: URL) {
    this.program = program;
  }

  run(job: RepeatJob, onMessage: (message: ThreadMessage) => void): Promise<EndedRun> {
    const thread = (this.thread ??= this.start());
    const ended = new Promise<EndedRun>((resolve, reject) => {
      this.waiting = {
        message: (message) => {
          if (message.kind === 'ended') resolve(message.run);
          else if (message.kind === 'error') reject(new Error(message.message));
          else onMessage(message);
        },
        lost: (reason) => {
          reject(new WorkerLost(`the worker thread of repeat ${job.repeat} ${reason}`));
        },
      };
    });
    thread.postMessage(job);
    return ended;
  }

  async close(): Promise<void> {
    await this.thread?.terminate();
  }

  private start(): Worker {
    const thread = new Worker(this.program);
    const lost = (reason: string): void => {
      if (this.thread === thread) this.thread = null;
      this.waiting?.lost(reason);
    };
    thread.on('message', (message: ThreadMessage) => this.waiting?.message(message));
    thread.on('error', (error: unknown) => {
      lost(`failed: ${error instanceof Error ? error.message : String(error)}`);
    });
    thread.on('exit', (code) => {
      lost(`ended with code ${code}`);
    });
    return thread;
  }
}
