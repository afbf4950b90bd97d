import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { parseRun } from '../../src/share/read-run.ts';
import type { RunDocument } from '../../src/share/run-document.ts';
import { idxFile } from '../core/tasks/idx-file.ts';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'infoplane-own-'));
  const rows = (count: number, digits: number) =>
    Array.from({ length: count }, (_, s) =>
      [Math.sin(s).toFixed(digits), Math.cos(2 * s).toFixed(digits), 'xyz'[s % 3]].join(','),
    );
  writeFileSync(at('small.csv'), `u,v,kind\n${rows(40, 1).join('\n')}\n`);
  writeFileSync(
    at('large.csv.gz'),
    gzipSync(
      `kind2,u,v\n${rows(400, 12)
        .map((row) => row.split(',').toReversed().join(','))
        .join('\n')}\n`,
    ),
  );
  writeFileSync(at('bad.csv'), 'u,v,kind\n1,2,a\n1,two,b\n');
  mkdirSync(at('images'));
  const images = (count: number) =>
    idxFile(
      [count, 4, 4],
      Uint8Array.from({ length: count * 16 }, (_, i) => (i * i * 31) % 256),
    );
  const labels = (count: number) =>
    idxFile(
      [count],
      Uint8Array.from({ length: count }, (_, i) => i % 3),
    );
  writeFileSync(at('images/train-images-idx3-ubyte'), images(30));
  writeFileSync(at('images/train-labels-idx1-ubyte.gz'), gzipSync(labels(30)));
  writeFileSync(at('images/t10k-images-idx3-ubyte'), images(12));
  writeFileSync(at('images/t10k-labels-idx1-ubyte'), labels(12));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function call(...args: string[]) {
  const written = { output: '', error: '' };
  const code = await main(args, {
    output: (text) => (written.output += text),
    error: (text) => (written.error += text),
    isTerminal: false,
  });
  return { code, ...written };
}

async function json(...args: string[]): Promise<RunDocument> {
  const { output, error, code } = await call('run', ...args, '--json');
  expect([code, error]).toEqual([0, '']);
  return JSON.parse(output) as RunDocument;
}

describe('infoplane run --samples', () => {
  test('trains on few samples, whose link needs no file any more', async () => {
    const run = await json('net=6-4&epochs=3', '--samples', at('small.csv'));
    expect(run.link).toMatch(/^v=1&task=samples-40-2-3-[0-9a-f]{16}:[\w-]+&net=6-4&epochs=3$/);
    expect(run.layers.at(-1)?.units).toBe(3);
    const again = await json(run.link);
    expect(again.fingerprint).toBe(run.fingerprint);
    expect(parseRun(JSON.stringify(again)).limits).toEqual(run.limits);
  });

  test('trains on many, whose link names them by a digest and asks for the file', async () => {
    const run = await json('net=4&epochs=2', '--samples', at('large.csv.gz'), '--class', 'kind2');
    expect(run.settings.task).toMatch(/^samples-400-2-3-[0-9a-f]{16}$/);
    // Which column is the class it finds out.
    const again = await json(run.link, '--samples', at('large.csv.gz'));
    expect(again.fingerprint).toBe(run.fingerprint);
    expect(parseRun(JSON.stringify(again)).limits).toEqual(run.limits);
    const other = run.link.replace(/[0-9a-f](?=&net)/, (digit) => (digit === '0' ? '1' : '0'));
    expect(await call('run', other)).toMatchObject({
      code: 2,
      error: expect.stringMatching(
        /^infoplane: task: the data of samples-400-2-3-.* say which with --samples/,
      ) as string,
    });
    expect(await call('run', other, '--samples', at('large.csv.gz'))).toMatchObject({
      code: 2,
      error: expect.stringMatching(
        /large\.csv\.gz: this is other data than samples-400-2-3-[0-9a-f]{16} of the link/,
      ) as string,
    });
  });

  test('trains on images of a folder, with their own split and with convolutions', async () => {
    const run = await json('net=c2x2-p2-4&act=relu&epochs=2&noise=1/4', '--samples', at('images'));
    expect(run.settings.task).toMatch(/^images-30-12-4x4-3-[0-9a-f]{16}$/);
    expect(run.violations).toEqual([]);
    expect(run.limits.ixy).toBeLessThan(run.limits.hy);
  });

  test('scales features where they are large, or as asked for', async () => {
    const column = ['--class', 'kind', '--samples', at('small.csv')];
    expect((await json('epochs=1', ...column, '--scale', 'yes')).settings.task).toMatch(/^scaled-/);
    expect((await json('epochs=1', ...column, '--scale', 'no')).settings.task).toMatch(/^samples-/);
  });

  test.each([
    [['', '--samples', 'bad.csv'], /bad\.csv: row 3, column 2 \(v\): "two" is no number/],
    [['', '--samples', 'none.csv'], /--samples: .*none\.csv: ENOENT/],
    [
      ['', '--samples', 'small.csv', '--class', 'colour'],
      /--class: "colour" is no column of small.csv; there are: u, v, kind/,
    ],
    [['task=parity-4', '--samples', 'small.csv'], /--samples: the link names the task parity-4 already/],
    [['main', '--samples', 'small.csv'], /--samples: the preset main has its own task/],
    [['', '--class', 'kind'], /--class: needs --samples/],
    [['', '--samples', 'images', '--class', '2'], /--class: .*images is a folder of images, whose classes/],
    [['', '--samples', 'images', '--scale', 'yes'], /--scale: .*images is a folder of images, whose pixels/],
    [['', '--samples', 'small.csv', '--scale', 'maybe'], /--scale: "maybe" is neither yes nor no/],
  ])('refuses %j', async (args, message) => {
    const places = args.map((arg, i) => (args[i - 1] === '--samples' ? at(arg) : arg));
    const { code, error, output } = await call('run', ...places);
    expect([code, output]).toEqual([2, '']);
    expect(error).toMatch(message);
  });
});
