import { imagesTask } from '../core/tasks/image-set.ts';
import { formatOwn, type OwnSpec } from '../core/tasks/own-task-name.ts';
import { unpackImages } from '../core/tasks/packed-images.ts';
import { samplesTask, unpackSamples } from '../core/tasks/samples.ts';
import { TaskError } from '../core/tasks/task-error.ts';
import type { Task } from '../core/tasks/task.ts';

/** Where own data is kept: undefined where the page has no secure context. */
export type OwnCaches = Pick<CacheStorage, 'open'> | undefined;

const cacheName = 'infoplane-own';
/** Data sets that are kept; of more the oldest go. */
const mostKept = 8;

/** Scaled or not, the samples are the same. */
const keyOf = (spec: OwnSpec): string =>
  spec.kind === 'samples' ? formatOwn({ ...spec, scaled: false, text: null }) : formatOwn(spec);

/** A cache knows addresses: no page is there, and nothing is fetched. */
const addressOf = (spec: OwnSpec): string => `https://own.invalid/${keyOf(spec)}`;

/** Keeps a data set's bytes on this device. False where the browser keeps nothing. */
export async function keepOwn(
  caches: OwnCaches,
  spec: OwnSpec,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const cache = await caches?.open(cacheName);
    if (!cache) return false;
    await cache.delete(addressOf(spec));
    await cache.put(addressOf(spec), new Response(bytes));
    const kept = await cache.keys();
    for (const old of kept.slice(0, -mostKept)) await cache.delete(old);
    return true;
  } catch {
    return false; // A private window, a full disk: the caller says so.
  }
}

/** Are they on this device? */
export async function hasOwn(caches: OwnCaches, spec: OwnSpec): Promise<boolean> {
  return (await find(caches, spec)) !== undefined;
}

/**
 * The task of data that is on this device.
 *
 * @throws TaskError if it is not, or is damaged
 */
export async function ownTask(caches: OwnCaches, spec: OwnSpec): Promise<Task> {
  const response = await find(caches, spec);
  if (!response) {
    throw new TaskError(
      `task: the data with the digest ${spec.digest} is not on this device. Choose its file below Task, and the run begins.`,
    );
  }
  try {
    const bytes = new Uint8Array(await response.arrayBuffer());
    return spec.kind === 'images'
      ? imagesTask(spec, unpackImages(bytes))
      : samplesTask(spec, unpackSamples(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TaskError(`task: the data kept on this device is damaged (${reason}). Choose its file again.`, {
      cause: error,
    });
  }
}

async function find(caches: OwnCaches, spec: OwnSpec): Promise<Response | undefined> {
  try {
    return await (await caches?.open(cacheName))?.match(addressOf(spec));
  } catch {
    return undefined; // Storage is closed: nothing is there.
  }
}
