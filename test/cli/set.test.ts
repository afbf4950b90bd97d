import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main, type Surroundings } from '../../src/cli/main.ts';
import { LocalWorker } from '../../src/cli/set/local-worker.ts';
import { setTable } from '../../src/cli/set/set-table.ts';
import { WorkerLost, type RepeatWorker } from '../../src/cli/set/repeat-worker.ts';
import { parseRun, runText } from '../../src/share/read-run.ts';
import { parseRuns } from '../../src/share/runs-file.ts';
import { setOf, type SetDocument } from '../../src/share/set-document.ts';

const link = 'net=4-3&epochs=20&every=3';

let root = '';
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'infoplane-set-'))));
afterEach(() => rmSync(root, { recursive: true }));

const at = (...path: string[]): string => join(root, ...path);
const read = (...path: string[]): string => readFileSync(at(...path), 'utf8');
const readSet = (...path: string[]): SetDocument => JSON.parse(read(...path, 'set.json')) as SetDocument;

interface Options {
  readonly isTerminal?: boolean;
  readonly surroundings?: Surroundings;
}

async function call(args: readonly string[], { isTerminal = false, surroundings }: Options = {}) {
  const written = { output: '', error: '' };
  const code = await main(
    args,
    {
      output: (text) => (written.output += text),
      error: (text) => (written.error += text),
      isTerminal,
    },
    surroundings,
  );
  return { code, ...written };
}

/** Runs into folder `name`, and expects that to work. */
async function run(name: string, ...args: string[]): Promise<string> {
  const { code, error, output } = await call(['run', link, '--out', at(name), ...args]);
  expect([code, code === 0 ? '' : error]).toEqual([0, '']);
  return error + output;
}

/** Every file of a folder by its path; runs without how long they took, and so without their digests. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(at(folder), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(at(folder, name)).isFile() && !name.endsWith('.part'));
  const textOf = (name: string): string => {
    const text = read(folder, name);
    return name.startsWith('runs') ? text.replaceAll(/^ *"(seconds|digest)": .*\n/gm, '') : text;
  };
  return Object.fromEntries(files.sort().map((name) => [name, textOf(name)]));
}

/** Does what a LocalWorker does, and counts; the first repeats of some numbers are lost with their worker. */
function countingWorkers(lost: number[] = []): { surroundings: Surroundings; repeats: number[] } {
  const repeats: number[] = [];
  const openWorker = (): RepeatWorker => {
    const worker = new LocalWorker();
    return {
      run: async (job, onMessage) => {
        repeats.push(job.repeat);
        const index = lost.indexOf(job.repeat);
        if (index < 0) return worker.run(job, onMessage);
        lost.splice(index, 1);
        throw new WorkerLost('the worker is gone');
      },
      close: () => worker.close(),
    };
  };
  return { repeats, surroundings: { openWorker, signal: new AbortController().signal } };
}

describe('infoplane run --repeats --out', () => {
  test('writes a file of each kind for each repeat, numbered by repeat', async () => {
    await run('a', '--repeats', '3');
    expect(Object.keys(filesOf('a'))).toEqual([
      ...['001', '002', '003'].map((name) => `accuracy/${name}.csv`),
      ...['001', '002', '003'].map((name) => `csv/${name}.csv`),
      ...['accuracy', 'ity-exact', 'ity', 'ixt-exact', 'ixt'].map((name) => `figures/${name}.svg`),
      ...['farthest', 'mean', 'middle', 'nearest', 'second-farthest'].flatMap((name) => [
        `figures/plane-${name}-exact.svg`,
        `figures/plane-${name}.svg`,
      ]),
      'mean-accuracy.csv',
      'mean-information.csv',
      ...['exact_output_8_bits', 'quantized_layer_8_bits'].flatMap((folder) =>
        ['001', '002', '003'].map((name) => `mi/${folder}/${name}.txt`),
      ),
      'runs.json',
      ...['001', '002', '003'].map((name) => `runs/${name}.json`),
      'set.json',
    ]);
    expect(readdirSync(at('a', 'runs'))).toEqual(['001.json', '002.json', '003.json']);
  });

  test("writes the study's rows: its epoch is one less, no row before training", async () => {
    await run('a', '--repeats', '2');
    const { columns } = parseRun(read('a', 'runs', '002.json'));
    const rows = read('a', 'mi', 'quantized_layer_8_bits', '002.txt').trimEnd().split('\n');
    expect(rows.map((row) => Number(row.split(' ')[0]))).toEqual([0, 3, 6, 9, 12, 15, 18, 19]);
    const last = columns.epoch.length - 1;
    const values = [0, 1, 2].flatMap((row) => [columns.ixt[4 * last + row], columns.ity[4 * last + row]]);
    expect(rows.at(-1)?.split(' ').map(Number)).toEqual([19, ...values]);
    const exact = read('a', 'mi', 'exact_output_8_bits', '002.txt').trimEnd().split('\n').at(-1);
    expect(exact?.split(' ').map(Number).slice(5)).toEqual([
      columns.ixt[4 * last + 3],
      columns.ity[4 * last + 3],
    ]);
    const accuracy = read('a', 'accuracy', '002.csv').trimEnd().split('\n');
    expect(accuracy[0]).toBe('epoch,train_acc,test_acc');
    expect(accuracy.at(-1)?.split(',').map(Number)).toEqual([
      19,
      columns.trainAccuracy[last],
      columns.testAccuracy[last],
    ]);
  });

  test('gives the same files with any number of workers', async () => {
    await run('one', '--repeats', '4', '--workers', '1');
    await run('three', '--repeats', '4', '--workers', '3');
    expect(filesOf('three')).toEqual(filesOf('one'));
  });

  test('runs a range of repeats as the whole set has them', async () => {
    await run('all', '--repeats', '4');
    await run('part', '--repeats', '3-4');
    expect(readdirSync(at('part', 'runs'))).toEqual(['003.json', '004.json']);
    expect(read('part', 'csv', '003.csv')).toBe(read('all', 'csv', '003.csv'));
    expect(readSet('part')).toMatchObject({ fingerprint: null, missing: [1, 2] });
  });

  test('a part that knows how many repeats there are has the files of the whole', async () => {
    await run('all', '--repeats', '4');
    await run('part', '--repeats', '3-4/4');
    expect(filesOf('part')['runs/003.json']).toBe(filesOf('all')['runs/003.json']);
    expect(await call(['run', link, '--repeats', '3-4/3'])).toMatchObject({ code: 2 });
  });

  test('runs of a set have the settings of the set, those of a smaller one too', async () => {
    await run('a', '--repeats', '2');
    await run('all', '--repeats', '4');
    await call(['run', link, '--repeats', '4', '--out', at('a')]);
    expect(parseRun(read('a', 'runs', '001.json')).experiment.repeats).toBe(4);
    expect(filesOf('a')).toEqual(filesOf('all'));
  });

  test('writes all repeats as one file that the page opens', async () => {
    await run('a', '--repeats', '3');
    const runs = parseRuns(read('a', 'runs.json'));
    expect(runs.map(({ repeat }) => repeat)).toEqual([1, 2, 3]);
    expect(runs[2]).toEqual(parseRun(read('a', 'runs', '003.json')));
  });

  test('takes the number of repeats from the link where no option gives one', async () => {
    const { code } = await call(['run', `${link}&repeats=2`, '--out', at('a')]);
    expect(code).toBe(0);
    expect(readSet('a').repeats.map(({ repeat }) => repeat)).toEqual([1, 2]);
  });

  test('does not run again what is done, and writes files that are missing', async () => {
    await run('a', '--repeats', '2');
    const whole = filesOf('a');
    rmSync(at('a', 'csv', '001.csv'));
    rmSync(at('a', 'set.json'));
    const { surroundings, repeats } = countingWorkers();
    const { code, error } = await call(['run', link, '--repeats', '2', '--out', at('a')], { surroundings });
    expect([code, repeats, error]).toEqual([0, [], '']);
    expect(filesOf('a')).toEqual(whole);
  });

  test('writes a table anew that was cut off', async () => {
    await run('a', '--repeats', '2');
    const whole = filesOf('a');
    writeFileSync(at('a', 'csv', '001.csv'), read('a', 'csv', '001.csv').slice(0, 200));
    writeFileSync(at('a', 'accuracy', '002.csv'), '');
    const { surroundings, repeats } = countingWorkers();
    const { code } = await call(['run', link, '--repeats', '2', '--out', at('a')], { surroundings });
    expect([code, repeats]).toEqual([0, []]);
    expect(filesOf('a')).toEqual(whole);
  });

  test.each([
    ['a file', 'file'],
    ['inside a file', 'file/inside/it'],
    ['where the system lets nothing be', '../../../../../../../../../../../proc/infoplane'],
  ])('refuses an --out that is %s, before anything is run', async (_, name) => {
    writeFileSync(at('file'), '');
    const { surroundings, repeats } = countingWorkers();
    const { code, error } = await call(['run', link, '--repeats', '2', '--out', at(name)], { surroundings });
    expect([code, repeats]).toEqual([2, []]);
    expect(error).toMatch(/^infoplane: --out: /);
    await run('a', '--repeats', '1');
    expect(await call(['merge', at('a'), '--out', at(name)])).toMatchObject({ code: 2 });
  });

  test('goes on after an interruption with the repeats that are missing, to the same end', async () => {
    await run('whole', '--repeats', '4');
    await run('a', '--repeats', '2');
    writeFileSync(at('a', 'runs', '003.json.part'), '{"format": "infopl');
    const { surroundings, repeats } = countingWorkers();
    const { code, error } = await call(['run', link, '--repeats', '4', '--out', at('a')], { surroundings });
    expect([code, repeats]).toEqual([0, [3, 4]]);
    expect(error).toContain('2 repeats are done already');
    expect(filesOf('a')).toEqual(filesOf('whole'));
  });

  test('stops at Ctrl-C with exit code 130, and keeps what is done', async () => {
    const stopped = new AbortController();
    const { surroundings, repeats } = countingWorkers();
    const openWorker = (): RepeatWorker => {
      const worker = surroundings.openWorker();
      return {
        ...worker,
        run: async (job, onMessage) => {
          const ended = await worker.run(job, onMessage);
          if (job.repeat === 3) stopped.abort();
          if (stopped.signal.aborted) throw new WorkerLost('ended');
          return ended;
        },
      };
    };
    const args = ['run', link, '--repeats', '5', '--out', at('a'), '--workers', '1'];
    const { code, error } = await call(args, { surroundings: { openWorker, signal: stopped.signal } });
    expect([code, repeats]).toEqual([130, [1, 2, 3]]);
    expect(error).toContain('goes on with what is missing');
    expect(readdirSync(at('a', 'runs'))).toEqual(['001.json', '002.json']);
    expect(existsSync(at('a', 'set.json'))).toBe(false);
  });

  test.each([
    ['lr=0.001', 'lr: the folder has 0.0001, this run 0.001'],
    ['epochs=21', 'epochs: the folder has 20, this run 21'],
    ['seed=7', 'seed: the folder has 1, this run 7'],
  ])('refuses a folder of other settings: %s', async (change, message) => {
    await run('a', '--repeats', '2');
    const before = filesOf('a');
    const changed = [
      ...link.split('&').filter((part) => part.split('=')[0] !== change.split('=')[0]),
      change,
    ];
    const { code, error } = await call(['run', changed.join('&'), '--repeats', '3', '--out', at('a')]);
    expect(code).toBe(2);
    expect(error).toContain(message);
    expect(filesOf('a')).toEqual(before);
  });

  test('runs a repeat again whose file was changed, and says why', async () => {
    await run('a', '--repeats', '2');
    const whole = read('a', 'runs', '001.json');
    writeFileSync(at('a', 'runs', '001.json'), whole.replace('"kernel": "wasm"', '"kernel": "scalar"'));
    const { surroundings, repeats } = countingWorkers();
    const { code, error } = await call(['run', link, '--repeats', '2', '--out', at('a')], { surroundings });
    expect([code, repeats]).toEqual([0, [1]]);
    expect(error).toContain('001.json: digest');
    expect(parseRun(read('a', 'runs', '001.json')).fingerprint).toBe(parseRun(whole).fingerprint);
  });

  test('tries a repeat again whose worker is lost, and reports one that is lost twice', async () => {
    const once = countingWorkers([2]);
    const args = ['run', link, '--repeats', '2', '--workers', '1'];
    const first = await call([...args, '--out', at('a')], { surroundings: once.surroundings });
    expect([first.code, once.repeats]).toEqual([0, [1, 2, 2]]);
    const twice = countingWorkers([2, 2]);
    const second = await call([...args, '--out', at('b')], { surroundings: twice.surroundings });
    expect(second.code).toBe(1);
    expect(second.error).toContain('repeat 002: no result: the worker is gone');
    expect(readSet('b')).toMatchObject({ missing: [2], fingerprint: null });
  });

  test('keeps a repeat that stopped, leaves it out of the statistics, and ends with exit code 1', async () => {
    const bad = 'bits=float&act=linear&opt=sgd&lr=10&epochs=60&batch=full&net=4';
    const { code, output } = await call(['run', bad, '--repeats', '2', '--out', at('a')]);
    expect(code).toBe(1);
    expect(output).toMatch(/\n0 of 2 repeats[^]*\nfailed: 1, 2\n {2}repeat 1: .*learning rate/);
    const set = readSet('a');
    expect(set.repeats.every(({ failure }) => failure !== null)).toBe(true);
    expect([set.outcome, set.fingerprint, set.failed, set.missing]).toEqual([null, null, [1, 2], []]);
    const merged = await call(['merge', at('a'), '--out', at('b')]);
    expect(merged.code).toBe(1);
    expect(merged.output).toMatch(/\n0 of 2 repeats[^]*\nfailed: 1, 2\n/);
    expect(readSet('b')).toEqual(set);
    expect(parseRun(read('a', 'runs', '001.json')).failure?.message).toContain('learning rate');
  });

  test('counts and names a repeat without a result, and the attempts that were thrown away', async () => {
    await run('a', '--repeats', '2');
    const [one, two] = ['001', '002'].map((name) => parseRun(read('a', 'runs', `${name}.json`)));
    if (!one || !two) throw new Error('There are no runs.');
    const fit = { kind: 'bad fit', seed: 1, epoch: 1001, accuracy: 0.5 } as const;
    const failed = {
      ...two,
      attempt: 2,
      failure: { epoch: 1001, message: 'It did not fit.' },
      discarded: [1, 2].map((attempt) => ({ ...fit, repeat: 2, attempt })),
    };
    const kept = { ...one, attempt: 2, discarded: [{ ...fit, repeat: 1, attempt: 1 }] };
    const { document } = setOf({ ...one.experiment, repeats: 2 }, [kept, failed], one.arithmeticVersion);
    expect(document).toMatchObject({ missing: [], failed: [2], fingerprint: null, outcome: { repeats: 1 } });
    const text = setTable(document, null);
    expect(text).toContain('\n1 of 2 repeats, mean');
    expect(text).toContain('\nfailed: 2\n  repeat 2: It did not fit.\n');
    expect(text).toContain(
      '\nbad fits thrown away: 3, of seed 1\n  repeat 1: attempt 1\n  repeat 2: attempts 1 to 2\n',
    );
  });

  test('refuses presets and variants that there are not, and names those there are', async () => {
    const { error } = await call(['run', 'main/purple', '--out', at('a')]);
    expect(error).toContain('main/tanh, main/relu');
    expect(await call(['run', 'mian'])).toMatchObject({ code: 2, output: '' });
    expect((await call(['run', 'mian'])).error).toContain('none of the presets: main, mnist');
  });

  test('prints the set without a folder too, as a table or as JSON', async () => {
    const table = await call(['run', link, '--repeats', '2']);
    expect(table.output).toMatch(/2 of 2 repeats[^]*T3 {5}exact[^]*fingerprint [0-9a-f]{4} /);
    // The verdict stands beside what it rests on, and beneath it the rule.
    expect(table.output).toMatch(
      /T3 {5}exact( +\d+\.\d\d \(-?\d+\.\d\d to \d+\.\d\d\)){2} {2}\w.*\n\nA layer compresses if/,
    );
    const json = await call(['run', link, '--repeats', '2', '--json']);
    const set = JSON.parse(json.output) as SetDocument;
    expect(table.output).toContain(set.fingerprint);
    expect(set.link).toBe('v=1&net=4-3&epochs=20&every=3&repeats=2');
  });

  test('shows a bar with the time left on a terminal, and plain lines elsewhere', async () => {
    const plain = await call(['run', link, '--repeats', '2', '--out', at('a')]);
    expect(plain.error).not.toContain('\u001b');
    expect(plain.error.trimEnd().split('\n')).toHaveLength(2);
    const bar = await call(['run', link, '--repeats', '2', '--out', at('b')], { isTerminal: true });
    expect(bar.error).toMatch(/\[#{12}\.{12}\] 50%, 1 of 2 repeats, \d+ s left/);
    expect(bar.error.endsWith('\r\u001b[K')).toBe(true);
  });
});

describe('--rulers', () => {
  test('measures each run by other rulers too, and writes what they say like all else', async () => {
    await run('a', '--repeats', '2', '--rulers', 'uniform-30-global,exact,width-0.07,uniform-30-global');
    const { readings, columns } = parseRun(read('a', 'runs', '002.json'));
    expect(readings.map(({ ruler }) => ruler)).toEqual(['uniform-30-global', 'width-0.07']);
    expect(readings[0]?.epoch).toEqual(columns.epoch);
    const row = read('a', 'mi', 'uniform-30-global', '002.txt').trimEnd().split('\n').at(-1);
    const last = columns.epoch.length - 1;
    const values = [0, 1, 2].flatMap((layer) => [
      readings[0]?.ixt[3 * last + layer],
      readings[0]?.ity[3 * last + layer],
    ]);
    expect(row?.split(' ').map(Number)).toEqual([19, ...values]);
    expect(read('a', 'csv', '002.csv')).toContain('\n2,20,true,T3,width-0.07,');
    const [header, first] = read('a', 'mean-information-width-0.07.csv').split('\n');
    expect(first?.split(',')).toHaveLength(header?.split(',').length ?? 0);
    expect(existsSync(at('a', 'figures', 'plane-mean-uniform-30-global.svg'))).toBe(true);
  });

  test('gives the reading of the run itself where the ruler is its own grid', async () => {
    await run('a', '--repeats', '2', '--rulers', 'grid-8');
    const { readings, columns } = parseRun(read('a', 'runs', '001.json'));
    const [reading] = readings;
    for (const [index] of columns.epoch.entries()) {
      expect(reading?.ixt.slice(3 * index, 3 * index + 3)).toEqual(
        columns.ixt.slice(4 * index, 4 * index + 3),
      );
    }
  });

  test('runs repeats again that lack a ruler, and keeps the rulers that the folder has', async () => {
    await run('a', '--repeats', '2', '--rulers', 'width-0.07');
    const { surroundings, repeats } = countingWorkers();
    const args = ['run', link, '--repeats', '2', '--out', at('a')];
    const first = await call(args, { surroundings });
    expect([first.code, repeats]).toEqual([0, []]);
    const second = await call([...args, '--rulers', 'adaptive-30-layer'], { surroundings });
    expect([second.code, repeats]).toEqual([0, [1, 2]]);
    expect(second.error).toContain('2 repeats are run again');
    const { readings } = parseRun(read('a', 'runs', '001.json'));
    expect(readings.map(({ ruler }) => ruler)).toEqual(['adaptive-30-layer', 'width-0.07']);
  });

  test('prints and keeps what each ruler says of every layer', async () => {
    const text = await run('a', '--repeats', '2', '--rulers', 'grid-8,width-0.07');
    const { outcome, readings } = readSet('a');
    expect(readings.map(({ ruler, rows }) => [ruler, rows.length])).toEqual([
      ['grid-8', 3],
      ['width-0.07', 3],
    ]);
    // The grid of the run itself: its output says the same.
    expect(readings[0]?.rows[2]).toEqual(outcome?.rows[2]);
    for (const layer of ['T1', 'T2', 'T3']) expect(text).toMatch(new RegExp(`\\n${layer} +width-0.07 +\\d`));
  });

  test('says which rulers only a part of the repeats has been measured by', async () => {
    await run('a', '--repeats', '3');
    const error = await run('a', '--repeats', '1', '--rulers', 'width-0.07');
    expect(error).toContain('by width-0.07 1 of the 3 repeats are measured');
    expect(existsSync(at('a', 'mean-information-width-0.07.csv'))).toBe(false);
    expect(await run('a', '--repeats', '3')).not.toContain('are measured, so');
    expect(existsSync(at('a', 'mean-information-width-0.07.csv'))).toBe(true);
  });

  test('merges parts with the same rulers, and refuses others', async () => {
    const rulers = ['--rulers', 'uniform-30-global'];
    await run('all', '--repeats', '3', ...rulers);
    await run('a', '--repeats', '1-2', ...rulers);
    await run('b', '--repeats', '3-3', ...rulers);
    await run('c', '--repeats', '3-3');
    expect(await call(['merge', at('a'), at('b'), '--out', at('m')])).toMatchObject({ code: 0 });
    expect(filesOf('m')).toEqual(filesOf('all'));
    const { code, error } = await call(['merge', at('a'), at('c'), '--out', at('n')]);
    expect(code).toBe(2);
    expect(error).toMatch(/rulers: ".*a" has uniform-30-global, ".*c" no other rulers/);
  });

  test.each([
    ['uniform-30', '--rulers: ruler: "uniform-30" is none of exact, grid'],
    ['uniform-1-layer', '"uniform-1-layer" is outside 2 to 4096'],
    ['', '--rulers: ruler: has no value'],
  ])('refuses the ruler "%s"', async (ruler, message) => {
    const { code, error } = await call(['run', link, '--out', at('a'), '--rulers', ruler]);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});

describe('infoplane merge', () => {
  test('gives byte for byte what one run of all repeats gives', async () => {
    await run('all', '--repeats', '5');
    await run('b', '--repeats', '4-5');
    await run('a', '--repeats', '1-3');
    const { code, output } = await call(['merge', at('b'), at('a'), '--out', at('merged')]);
    expect(code).toBe(0);
    expect(output).toContain(readSet('all').fingerprint);
    expect(filesOf('merged')).toEqual(filesOf('all'));
    expect(readdirSync(at('merged', 'runs'))).toEqual(readdirSync(at('all', 'runs')));
  });

  test('takes a repeat that two parts have alike, and refuses one that they have differently', async () => {
    await run('a', '--repeats', '1-2');
    await run('b', '--repeats', '2-3');
    expect(await call(['merge', at('a'), at('b'), '--out', at('c')])).toMatchObject({ code: 0 });
    const other = runText({ ...parseRun(read('a', 'runs', '001.json')), repeat: 2 });
    cpSync(at('a'), at('d'), { recursive: true });
    writeFileSync(at('d', 'runs', '002.json'), other);
    const { code, error } = await call(['merge', at('b'), at('d'), '--out', at('e')]);
    expect(code).toBe(2);
    expect(error).toMatch(/repeat 2 is in ".*b" .* and in ".*d" .*, and they disagree/);
    expect(existsSync(at('e'))).toBe(false);
  });

  test("joins a preset's parts variant by variant", async () => {
    for (const [variant, act] of [
      ['tanh', 'tanh'],
      ['relu', 'relu'],
    ] as const) {
      const of = [`${link}&act=${act}`, '--out'] as const;
      await call(['run', ...of, at('all', variant), '--repeats', '3']);
      await call(['run', ...of, at('a', variant), '--repeats', '1-2']);
      await call(['run', ...of, at('b', variant), '--repeats', '3-3']);
    }
    expect(await call(['merge', at('a'), at('b'), '--out', at('m')])).toMatchObject({ code: 0 });
    for (const variant of ['tanh', 'relu']) {
      expect(filesOf(join('m', variant))).toEqual(filesOf(join('all', variant)));
    }
  });

  test('refuses parts of other settings, folders of something else, and damaged files', async () => {
    await run('a', '--repeats', '1-2');
    await call(['run', `${link}&bits=4`, '--repeats', '3-4', '--out', at('b')]);
    const other = await call(['merge', at('a'), at('b'), '--out', at('c')]);
    expect([other.code, other.error]).toEqual([2, expect.stringMatching(/bits: ".*b" has 4, ".*a" 8/)]);
    expect(await call(['merge', at('a'), root, '--out', at('c')])).toMatchObject({
      code: 2,
      error: expect.stringContaining('is no folder of results') as string,
    });
    writeFileSync(at('a', 'runs', '002.json'), read('a', 'runs', '002.json').slice(0, -100));
    expect(await call(['merge', at('a'), '--out', at('c')])).toMatchObject({
      code: 2,
      error: expect.stringContaining('002.json: no JSON') as string,
    });
  });
});
