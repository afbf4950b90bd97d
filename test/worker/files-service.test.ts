import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { specOf } from '../../src/core/tasks/task-name.ts';
import { TaskError } from '../../src/core/tasks/task-error.ts';
import { FilesService } from '../../src/worker/files-service.ts';
import { ownTask, type OwnCaches } from '../../src/worker/own-data.ts';
import { idxFile } from '../core/tasks/idx-file.ts';

/** The browser's cache as a map. */
class Kept {
  readonly entries = new Map<string, Uint8Array<ArrayBuffer>>();

  readonly caches = {
    open: () =>
      Promise.resolve({
        match: (url: string) => {
          const bytes = this.entries.get(url);
          return Promise.resolve(bytes && new Response(bytes));
        },
        put: async (url: string, response: Response) => {
          this.entries.set(url, new Uint8Array(await response.arrayBuffer()));
        },
        keys: () => Promise.resolve([...this.entries.keys()]),
        delete: (url: string) => Promise.resolve(this.entries.delete(url)),
      }),
  } as unknown as NonNullable<OwnCaches>;
}

const file = (name: string, content: string | Uint8Array<ArrayBuffer>): File => new File([content], name);
const small = file('small.csv', 'a,b,y\n1,2,0\n3,4,1\n');
/** Too many digits for a link. */
const large = (shift = 0): File => {
  const rows = Array.from({ length: 400 }, (_, s) => `${Math.sin(s + shift)},${Math.cos(3 * s)},${s % 3}`);
  return file('large.csv', `u,v,y\n${rows.join('\n')}\n`);
};
const images = (count: number): Uint8Array<ArrayBuffer> =>
  idxFile(
    [count, 2, 2],
    Uint8Array.from({ length: 4 * count }, (_, i) => (i * 31) % 256),
  );
const labels = (count: number): Uint8Array<ArrayBuffer> =>
  idxFile(
    [count],
    Uint8Array.from({ length: count }, (_, i) => i % 3),
  );
const four = [
  file('train-images', images(9)),
  file('train-labels.gz', new Uint8Array(gzipSync(labels(9)))),
  file('t10k-images.gz', new Uint8Array(gzipSync(images(6)))),
  file('t10k-labels', labels(6)),
];

const nameOf = (text: string) => {
  const spec = specOf(text);
  if (spec.kind !== 'samples' && spec.kind !== 'images') throw new Error(text);
  return spec;
};

describe('files of own data', () => {
  test('that are few travel in the link and need no room', async () => {
    const service = new FilesService(undefined);
    expect(await service.read([small])).toMatchObject({
      kind: 'samples',
      columns: ['a', 'b', 'y'],
      reading: { classColumn: 2, scaled: true },
      preview: { samples: 2, inLink: true },
    });
    const kept = await service.keep();
    expect(kept).toMatchObject({ kind: 'kept' });
    expect(kept.kind === 'kept' && kept.task).toMatch(/^scaled-2-2-2-[0-9a-f]{16}:/);
  });

  test('that are many are kept, and found by the name in the link alone, scaled or not', async () => {
    const { caches } = new Kept();
    const service = new FilesService(caches);
    const outcome = await service.read([large()]);
    expect(outcome).toMatchObject({ kind: 'samples', preview: { inLink: false, samples: 400 } });
    const kept = await service.keep();
    const name = kept.kind === 'kept' ? kept.task : '';
    expect(name).toMatch(/^samples-400-2-3-[0-9a-f]{16}$/);
    expect(await service.has(name)).toBe(true);
    expect(await ownTask(caches, nameOf(name))).toMatchObject({ name, samples: 400, classes: 3 });
    const scaled = name.replace('samples', 'scaled');
    expect(await service.has(scaled)).toBe(true);
    expect(await ownTask(caches, nameOf(scaled))).toMatchObject({ name: scaled });
    const other = name.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
    expect(await service.has(other)).toBe(false);
    await expect(ownTask(caches, nameOf(other))).rejects.toThrow(TaskError);
  });

  test('that were damaged where they were kept are refused', async () => {
    const kept = new Kept();
    const service = new FilesService(kept.caches);
    await service.read([large()]);
    const { task } = (await service.keep()) as { task: string };
    for (const bytes of kept.entries.values()) bytes[500] = (bytes[500] ?? 0) ^ 1;
    await expect(ownTask(kept.caches, nameOf(task))).rejects.toThrow(/damaged .*Choose its file again/);
  });

  test('of images are kept with their own split', async () => {
    const { caches } = new Kept();
    const service = new FilesService(caches);
    const outcome = await service.read(four);
    expect(outcome).toMatchObject({
      kind: 'images',
      preview: { train: 9, test: 6, height: 2, width: 2, classes: [5, 5, 5] },
    });
    const { task } = (await service.keep()) as { task: string };
    expect(task).toMatch(/^images-9-6-2x2-3-/);
    expect(await ownTask(caches, nameOf(task))).toMatchObject({ name: task, ownTrainSamples: 9 });
    expect(await service.find(task)).toMatchObject({ kind: 'images' });
  });

  test('are matched with the name of a link, whichever column is the class and whether scaled or not', async () => {
    const table = file('t.csv', 'y,a,b\n0,1.123456789,3\n1,2.5,4\n1,3.1415926,0\n');
    const service = new FilesService(undefined);
    await service.read([table]);
    const first = await service.again({ classColumn: 2, scaled: true });
    const task = first.kind === 'samples' ? first.preview.task : '';
    await service.read([table]);
    expect(await service.find(task)).toMatchObject({
      kind: 'samples',
      reading: { classColumn: 2, scaled: true },
    });
    await service.read([small]);
    expect(await service.find(task)).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/other data/) as string,
    });
  });

  test('that are wrong are refused, saying where; what another column may cure can be read again', async () => {
    const service = new FilesService(undefined);
    expect(await service.read([file('bad.csv', 'a,b,y\n1,2,0\n1,x,1\n')])).toMatchObject({
      kind: 'columns',
      message: 'row 3, column 2 (b): "x" is no number',
    });
    expect(await service.read([file('odd.csv', 'a,b,y\n1,2\n')])).toMatchObject({ kind: 'refused' });
    expect(await service.read([small, small])).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/one file/) as string,
    });
    expect(await service.read(four.slice(1))).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/1 of images and 2 of labels/) as string,
    });
    const cut = new Uint8Array(gzipSync(labels(9)).subarray(0, 20));
    expect(await service.read([file('cut.gz', cut)])).toMatchObject({
      kind: 'refused',
      message: 'cut.gz: its gzip is damaged',
    });
    await expect(service.keep()).rejects.toThrow(/Nothing/);
    const named = file('n.csv', 'name,a,y\nada,1,0\nbob,2,1\n');
    expect(await service.read([named])).toMatchObject({ kind: 'columns', columns: ['name', 'a', 'y'] });
    expect(await service.again({ classColumn: 0, scaled: false })).toMatchObject({ kind: 'samples' });
  });

  test('that need room are not promised where the browser keeps nothing, or is full', async () => {
    const full = {
      open: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    } as unknown as NonNullable<OwnCaches>;
    for (const caches of [undefined, full]) {
      const service = new FilesService(caches);
      await service.read([large()]);
      expect(await service.keep()).toEqual({ kind: 'noRoom' });
    }
  });

  test('are kept up to eight, the oldest goes first', async () => {
    const kept = new Kept();
    const service = new FilesService(kept.caches);
    const tasks: string[] = [];
    for (let i = 0; i < 10; i++) {
      await service.read([large(i)]);
      tasks.push(((await service.keep()) as { task: string }).task);
    }
    expect(await Promise.all(tasks.map((task) => service.has(task)))).toEqual(tasks.map((_, i) => i >= 2));
  });
});
