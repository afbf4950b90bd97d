import { makeTask } from '../core/tasks/make-task.ts';
import { decodeMnist } from '../core/tasks/mnist.ts';
import type { TaskSource } from '../core/tasks/task-by-name.ts';
import { TaskError } from '../core/tasks/task-error.ts';
import { specOf, type TaskName } from '../core/tasks/task-name.ts';
import type { Task } from '../core/tasks/task.ts';
import { ownTask } from './own-data.ts';
import type { Asset, Loading, Network } from './task-source-download.ts';
import { keptOrDownloaded, type Keeping } from './task-source-keep.ts';

export type Platform = Network & Keeping;

/** Tasks for a worker of the page. The last one is held, so that a run of other settings begins at once. */
export function taskSource(asset: Asset, platform: Platform): TaskSource {
  let held: { readonly name: TaskName; readonly task: Promise<Task> } | null = null;
  return (name, loading = () => undefined) => {
    if (held?.name === name) {
      if (name === 'mnist') loading(asset.length, asset.length);
      return held.task;
    }
    const task = taskOf(name, asset, platform, loading);
    const holding = { name, task };
    held = holding;
    task.catch(() => {
      if (held === holding) held = null; // The next run tries again.
    });
    return task;
  };
}

async function taskOf(name: TaskName, asset: Asset, platform: Platform, loading: Loading): Promise<Task> {
  const made = makeTask(name);
  if (made) return made;
  const spec = specOf(name);
  if (spec.kind !== 'samples' && spec.kind !== 'images') return mnist(asset, platform, loading);
  return ownTask(platform.caches, spec);
}

async function mnist(asset: Asset, platform: Platform, loading: Loading): Promise<Task> {
  try {
    const bytes = await unzipped(await keptOrDownloaded(asset, platform, loading));
    const task = decodeMnist(bytes);
    loading(asset.length, asset.length); // A word after the work: preparing the run takes its time too.
    return task;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TaskError(
      `task: MNIST could not be loaded (${reason.replace(/\.$/, '')}). ` +
        'Run again once the connection is back; the 12-bit task needs no download.',
      { cause: error },
    );
  }
}

/** @throws Error if the bytes are damaged: gzip ends with a CRC-32 of what it holds */
async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (typeof DecompressionStream === 'undefined') {
    throw new Error('this browser has no DecompressionStream, a newer one has');
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
