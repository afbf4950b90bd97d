import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main, type Surroundings } from '../../src/cli/main.ts';
import { LocalWorker } from '../../src/cli/set/local-worker.ts';
import type { RepeatWorker } from '../../src/cli/set/repeat-worker.ts';
import { fromQuery } from '../../src/share/link.ts';
import type { RunDocument } from '../../src/share/run-document.ts';
import { parseRun } from '../../src/share/read-run.ts';

const link = 'net=4-3&epochs=20&every=3';

let root = '';
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'infoplane-sweep-'))));
afterEach(() => rmSync(root, { recursive: true }));

async function call(args: readonly string[], surroundings?: Surroundings) {
  const written = { output: '', error: '' };
  const code = await main(
    args,
    {
      output: (text) => (written.output += text),
      error: (text) => (written.error += text),
      isTerminal: false,
    },
    surroundings,
  );
  return { code, ...written };
}

const lines = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));

test('each value is the run that its link is, whatever the number of workers', async () => {
  const swept = await call(['sweep', 'bits=2..4,float', link, '--out', root, '--workers', '3']);
  expect([swept.code, swept.error.includes('no result')]).toEqual([0, false]);
  const [head = [], ...rows] = lines(join(root, 'sweep.csv'));
  const column = (name: string): number => head.indexOf(name);
  // Two hidden layers, and the output twice, at each of four values.
  expect(rows.map((row) => row.slice(1, 4).join(' '))).toEqual(
    ['2', '3', '4', 'float'].flatMap((bits) =>
      ['T1 exact', 'T2 exact', 'T3 grid', 'T3 exact'].map((layer) => `${bits} ${layer}`),
    ),
  );
  for (const bits of ['2', 'float']) {
    const alone = await call(['run', `${link}&bits=${bits}`, '--json']);
    const run = JSON.parse(alone.output) as RunDocument;
    const row = rows.find(([, value, layer]) => value === bits && layer === 'T1') ?? [];
    expect(row[column('fingerprint')]).toBe(run.fingerprint);
    expect(row[column('link')]).toBe(run.link);
    expect(Number(row[column('ixt_end_mean')])).toBe(run.layers[0]?.ixt.at(-1));
    expect(swept.output).toContain(run.fingerprint);
  }
});

test('over bins one run is trained, and measured by each ruler', async () => {
  const { code, error } = await call(['sweep', 'bins=2..32*4', link, '--out', root]);
  expect(code).toBe(0);
  expect(error.match(/repeat 001/g)).toHaveLength(1);
  expect(readdirSync(root).sort()).toEqual(['run', 'sweep.csv', 'sweep.json', 'sweep.svg']);
  const [head = [], ...rows] = lines(join(root, 'sweep.csv'));
  expect(rows.map((row) => row.slice(1, 4).join(' '))).toEqual(
    ['2', '8', '32'].flatMap((bins) =>
      ['T1', 'T2', 'T3'].map((layer) => `${bins} ${layer} uniform-${bins}-global`),
    ),
  );
  expect(readFileSync(join(root, 'sweep.svg'), 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  const run = parseRun(readFileSync(join(root, 'run', 'runs', '001.json'), 'utf8'));
  for (const row of rows) {
    const reading = run.readings.find(({ ruler }) => ruler === row[3]);
    const layer = Number(row[2]?.slice(1)) - 1;
    expect(Number(row[head.indexOf('ixt_end_mean')])).toBe(reading?.ixt.at(layer - 3));
  }
});

test('what is done is not run again, and repeats have their spread', async () => {
  const args = ['sweep', 'act=tanh,relu', link, '--repeats', '2', '--out', root];
  expect((await call(args)).code).toBe(0);
  const csv = readFileSync(join(root, 'sweep.csv'), 'utf8');
  const json = readFileSync(join(root, 'sweep.json'), 'utf8');
  const [head = [], ...rows] = lines(join(root, 'sweep.csv'));
  expect(rows.every((row) => Number(row[head.indexOf('ixt_end_sd')]) >= 0)).toBe(true);
  rmSync(join(root, 'act-relu', 'runs', '002.json'));
  const again = await call(args);
  expect(again.error.match(/fingerprint|repeat 00\d: [0-9a-f]/g)).toHaveLength(1);
  expect(readFileSync(join(root, 'sweep.csv'), 'utf8')).toBe(csv);
  expect(readFileSync(join(root, 'sweep.json'), 'utf8')).toBe(json);
  const values = (JSON.parse(json) as { values: { link: string; repeats: number }[] }).values;
  expect(values.map(({ link: own }) => fromQuery(own).experiment.act)).toEqual([['tanh'], ['relu']]);
  expect(values.map(({ repeats }) => repeats)).toEqual([2, 2]);
});

test('values that are none are named, and nothing is run', async () => {
  expect(await call(['sweep', 'bits=0..3,many', link])).toMatchObject({
    code: 2,
    output: '',
    error: expect.stringMatching(/bits: "0" is outside 1 to 16.*"many" is not in plain/s) as string,
  });
  expect((await call(['sweep', 'repeats=1..3'])).error).toContain('"repeats" is no setting to go through');
  expect((await call(['sweep', 'bits=1', 'main'])).error).toContain('several variants');
  expect((await call(['sweep', 'bits=1', '--trace'])).error).toContain('sweep does not take it');
});

test('a value whose run has no result is named, and the others are there', async () => {
  class Failing extends LocalWorker implements RepeatWorker {
    override async run(...[job, onMessage]: Parameters<LocalWorker['run']>) {
      if (job.experiment.bits === 3) throw new Error('out of luck');
      return super.run(job, onMessage);
    }
  }
  const { code, output, error } = await call(['sweep', 'bits=2..4', link], {
    openWorker: () => new Failing(),
    signal: new AbortController().signal,
  });
  expect(code).toBe(1);
  expect(error).toContain('bits=3: repeat 001: no result: out of luck');
  expect(output).toMatch(/\n3 +- +- +-\n/);
  expect(output).toContain('\nbits=3: repeat 001: no result: out of luck\n');
});
