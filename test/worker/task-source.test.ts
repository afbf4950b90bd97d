import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { MNIST } from '../../src/core/tasks/mnist.ts';
import { packImages } from '../../src/core/tasks/packed-images.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { TaskError } from '../../src/core/tasks/task-error.ts';
import { taskSource, type Platform } from '../../src/worker/task-source.ts';
import { DamagedError, download, type Asset } from '../../src/worker/task-source-download.ts';

/** 70,000 nearly empty images. */
const pixels = new Uint8Array(MNIST.samples * 784);
pixels[5] = 200;
const packed = packImages({ ...MNIST, pixels, labels: new Uint8Array(MNIST.samples).fill(3) });
const good = new Uint8Array(gzipSync(packed));
/** With a wrong CRC-32, which ends four bytes before the end. */
const bad = good.with(good.length - 5, (good.at(-5) ?? 0) ^ 1);
const sha256 = createHash('sha256').update(good).digest('hex');
const asset: Asset = { url: 'http://host/a/assets/mnist-new.bin', length: good.length, sha256 };

const fetches = (...answers: (Response | Error)[]) =>
  vi.fn<Platform['fetch']>(() => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer instanceof Response
      ? Promise.resolve(answer.clone())
      : Promise.reject(answer ?? new Error());
  });

/** The browser's cache as a map. */
class Kept {
  readonly entries = new Map<string, Uint8Array>();

  readonly storage = {
    open: () =>
      Promise.resolve({
        match: (url: string) => {
          const bytes = this.entries.get(url);
          return Promise.resolve(bytes && new Response(new Uint8Array(bytes)));
        },
        put: async (url: string, response: Response) => {
          this.entries.set(url, new Uint8Array(await response.arrayBuffer()));
        },
        keys: () => Promise.resolve([...this.entries.keys()].map((url) => ({ url }))),
        delete: (key: string | { url: string }) =>
          Promise.resolve(this.entries.delete(typeof key === 'string' ? key : key.url)),
      }),
  } as unknown as CacheStorage;
}

/** One holder of the lock at a time. */
function lockManager(): Platform['locks'] {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, work: () => Promise<unknown>): Promise<unknown> => {
    last = last.then(work, work);
    return last;
  };
  return { request } as unknown as Platform['locks'];
}

/** The task's name, or the error: a whole task in a failed test's message fills the memory. */
const outcomeOf = (task: Promise<Task>): Promise<unknown> =>
  task.then(
    ({ name }) => name,
    (e: unknown) => e,
  );

function platform(fetch: Platform['fetch'], parts: Partial<Platform> = {}): Platform {
  return { fetch, subtle: crypto.subtle, caches: new Kept().storage, locks: lockManager(), ...parts };
}

describe('the task source of a worker', () => {
  it('makes the 12-bit task without asking for anything', async () => {
    const fetch = fetches(new Response(good));
    const task = await taskSource(asset, platform(fetch))('icosahedron');
    expect(task.name).toBe('icosahedron');
    expect(fetch).not.toHaveBeenCalled();
  });

  it('downloads MNIST with its progress up to all of its bytes, and only once', async () => {
    const fetch = fetches(new Response(good));
    const source = taskSource(asset, platform(fetch));
    const seen: [number, number][] = [];
    const task = await source('mnist', (loaded, total) => seen.push([loaded, total]));
    expect(task).toMatchObject({ name: 'mnist', samples: 70_000, ownTrainSamples: 60_000 });
    expect(task.labels[69_999]).toBe(3);
    expect(seen[0]).toEqual([0, good.length]);
    expect(seen.at(-1)).toEqual([good.length, good.length]);
    expect((await source('mnist')) === task).toBe(true);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('takes the copy kept at an earlier visit', async () => {
    const { storage: caches } = new Kept();
    await taskSource(asset, platform(fetches(new Response(good)), { caches }))('mnist');
    const fetch = fetches(new Error('offline'));
    const seen: number[] = [];
    await taskSource(asset, platform(fetch, { caches }))('mnist', (loaded) => seen.push(loaded));
    expect(fetch).not.toHaveBeenCalled();
    expect(new Set(seen)).toEqual(new Set([good.length]));
  });

  it('downloads once for several workers', async () => {
    const fetch = fetches(new Response(good));
    const shared = platform(fetch);
    await Promise.all([1, 2, 3].map(() => taskSource(asset, shared)('mnist')));
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('drops older versions beside the present one, and leaves alone what lies elsewhere', async () => {
    const kept = new Kept();
    kept.entries.set('http://host/a/assets/mnist-old.bin', good);
    kept.entries.set('http://host/b/assets/mnist-old.bin', good);
    await taskSource(asset, platform(fetches(new Response(good)), { caches: kept.storage }))('mnist');
    expect([...kept.entries.keys()].sort()).toEqual([asset.url, 'http://host/b/assets/mnist-old.bin']);
  });

  it('fetches a damaged kept copy again, and keeps the good one', async () => {
    const kept = new Kept();
    kept.entries.set(asset.url, bad);
    const fetch = fetches(new Response(good));
    await taskSource(asset, platform(fetch, { caches: kept.storage }))('mnist');
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(Buffer.compare(kept.entries.get(asset.url) ?? bad, good)).toBe(0);
  });

  it('goes on where nothing can be kept', async () => {
    const refuse = { open: () => Promise.reject(new Error('SecurityError')) };
    for (const parts of [{ caches: refuse }, { caches: undefined, locks: undefined, subtle: undefined }]) {
      const task = await taskSource(asset, platform(fetches(new Response(good)), parts))('mnist');
      expect(task.name).toBe('mnist');
    }
  });

  it('tells damage without a secure context too', async () => {
    const insecure = { caches: undefined, locks: undefined, subtle: undefined };
    const source = taskSource(asset, platform(fetches(new Response(bad)), insecure));
    expect(await outcomeOf(source('mnist'))).toBeInstanceOf(TaskError);
  });

  it.each([
    [
      'offline',
      new Error('Failed to fetch'),
      /task: MNIST could not be loaded \(Failed to fetch\)\. Run again/,
    ],
    ['HTTP 404', new Response('', { status: 404 }), /the host answered HTTP 404/],
    ['a cut file', new Response(good.slice(0, 100)), /only 100 of its \d+ bytes came/],
    ['a longer file', new Response(new Uint8Array([...good, 0])), /more than its \d+ bytes came/],
    ['damage', new Response(bad), /SHA-256/],
  ])('says what went wrong and what to do: %s', async (_, answer, message) => {
    const error = await outcomeOf(taskSource(asset, platform(fetches(answer)))('mnist'));
    expect(error).toBeInstanceOf(TaskError);
    expect(String(error)).toMatch(message);
    expect(String(error)).toMatch(/Run again/);
  });

  it('tries again at the next run', async () => {
    const source = taskSource(asset, platform(fetches(new Error('offline'), new Response(good))));
    expect(String(await outcomeOf(source('mnist')))).toMatch(/offline/);
    expect(await outcomeOf(source('mnist'))).toBe('mnist');
  });
});

describe('a download', () => {
  it('goes past the browser’s own cache once if what came is damaged', async () => {
    const fetch = fetches(new Response(bad), new Response(good));
    const bytes = await download(asset, platform(fetch), () => undefined);
    expect(Buffer.compare(bytes, good)).toBe(0);
    expect(fetch.mock.calls.map(([, init]) => init.cache)).toEqual(['default', 'reload']);
  });

  it('is not tried again where the host says no', async () => {
    const fetch = fetches(new Response('', { status: 500 }));
    await expect(download(asset, platform(fetch), () => undefined)).rejects.not.toThrow(DamagedError);
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});
