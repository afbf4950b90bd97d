import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/agree/command.ts';
import { compareFile, judge, permutationsFor } from '../../../src/cli/agree/compare.ts';
import { readCurves } from '../../../src/cli/agree/curves-file.ts';
import { curveOf, trainLike } from '../../../src/cli/agree/our-runs.ts';
import { JsonField } from '../../../src/share/json-field.ts';
import { loadKernel } from '../../../src/kernel/load-node.ts';
import { WasmKernel } from '../../../src/kernel/wasm-kernel.ts';
import type { KernelFactory } from '../../../src/core/experiment/run.ts';

const module = loadKernel();
const createKernel: KernelFactory = (spec, samples) => new WasmKernel(module, spec, samples);

interface Json {
  [name: string]: unknown;
}

const fiveDecimals = (value: number): number => Math.round(value * 1e5) / 1e5;

/** A small file, its runs made of our own: `shift` moves I(X;T) of the output. */
function made(shift: number, more: Json = {}): Json {
  const layers = [4, 3, 2];
  const head = {
    activation: 'tanh',
    bits: 8,
    network: [12, 4, 3, 2],
    prefitEpochs: 0,
    epochs: [0, 5, 10],
    ...more,
  };
  const empty = {
    mi: head.epochs.map(() => layers.map(() => [0, 0])),
    trainAccuracy: head.epochs.map(() => 0),
  };
  const file = readCurves(JsonField.parse(JSON.stringify({ ...head, runs: [empty] }), 'made'));
  const runs = [11, 12, 13, 14, 15, 16, 17, 18].map((repeat) => {
    const run = trainLike(file, repeat, createKernel, () => undefined);
    const all = file.curves.map(({ source, epochs }) => curveOf(run, source, epochs).map(fiveDecimals));
    const at = (q: number, layer: number, epoch: number): number => all[q * layers.length + layer]![epoch]!;
    return {
      restarts: 0,
      mi: head.epochs.map((_, epoch) =>
        layers.map((_, layer) => [at(0, layer, epoch) + (layer === 2 ? shift : 0), at(1, layer, epoch)]),
      ),
      trainAccuracy: [...all[6]!],
    };
  });
  return { ...head, runs };
}

const folders: string[] = [];

function folderWith(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'agree-'));
  folders.push(folder);
  writeFileSync(join(folder, 'some.json'), content);
  return folder;
}

function call(...args: string[]): { code: number; output: string; error: string; figure: string } {
  let output = '';
  let error = '';
  const out = mkdtempSync(join(tmpdir(), 'agree-out-'));
  folders.push(out);
  const code = main([...args, '--out', out], {
    output: (text) => (output += text),
    error: (text) => (error += text),
    isTerminal: false,
  });
  const [figure] = readdirSync(out);
  return { code, output, error, figure: figure === undefined ? '' : readFileSync(join(out, figure), 'utf8') };
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('the original program’s curves', () => {
  test('are read as it numbers its epochs: 0 is after the first', () => {
    const path = 'test/golden/curves/tanh-8.json';
    const { experiment, curves } = readCurves(JsonField.parse(readFileSync(path, 'utf8'), path));
    expect(experiment).toMatchObject({
      act: ['tanh'],
      bits: 8,
      net: [10, 7, 5, 4, 3],
      epochs: 7996,
      repeats: 20,
    });
    expect(curves.map(({ name }) => name)).toContain('I(T6;Y) exact');
    expect(curves).toHaveLength(16);
    expect(curves[5]).toMatchObject({ name: 'I(X;T6)', source: { kind: 'row', row: 5, quantity: 'ixt' } });
    expect(curves[5]?.epochs.slice(0, 3)).toEqual([1, 6, 11]);
    expect(curves[5]?.runs).toHaveLength(20);
  });

  test('after shuffled labels come after those, and bins are read where a file has them', () => {
    const file = made(0, { prefitEpochs: 6 });
    const [run] = file['runs'] as Json[];
    const binned = { ...file, binnedEpochs: [0, 10], prefitPhaseEpochs: [0, 5] } as Json;
    const mi = (run as { mi: unknown[] }).mi;
    binned['runs'] = [{ ...run, 'uniform-30-global': [mi[0], mi[2]], prefitPhase: mi.slice(0, 2) }];
    const { curves } = readCurves(JsonField.parse(JSON.stringify(binned), 'made'));
    expect(curves.find(({ name }) => name === 'I(X;T1)')?.epochs).toEqual([7, 12, 17]);
    expect(curves.find(({ name }) => name === 'shuffled labels: I(X;T1)')?.epochs).toEqual([1, 6]);
    expect(curves.find(({ name }) => name === '30 bins: I(T3;Y)')?.epochs).toEqual([7, 17]);
    const ours = trainLike(
      readCurves(JsonField.parse(JSON.stringify(binned), 'made')),
      1,
      createKernel,
      () => undefined,
    );
    const bins = curveOf(ours, { kind: 'bins', bins: 30, layer: 0, quantity: 'ixt' }, [7, 17]);
    expect(bins.every((value) => value > 0 && value <= 12)).toBe(true);
  });

  test('a file that is damaged is refused by its field', () => {
    const { code, error } = call(folderWith(JSON.stringify({ ...made(0), activation: 'tanhh' })));
    expect(code).toBe(1);
    expect(error).toContain('activation: "tanhh" is no activation');
  });
});

describe('agreement', () => {
  test('is found with runs that only chance tells apart, and not with curves that are moved', () => {
    const judgeMade = (shift: number) => {
      const file = readCurves(JsonField.parse(JSON.stringify(made(shift)), 'made'));
      const ours = [1, 2, 3, 4, 5, 6, 7, 8].map((repeat) =>
        trainLike(file, repeat, createKernel, () => undefined),
      );
      return judge(compareFile(file, ours, permutationsFor(file.curves.length)));
    };
    expect(judgeMade(0).filter(({ adjusted }) => adjusted < 0.01)).toEqual([]);
    const moved = judgeMade(3).filter(({ adjusted }) => adjusted < 0.01);
    expect(moved.map(({ curve }) => curve.name)).toEqual(['I(X;T3)']);
    expect(moved[0]?.gap).toBeLessThan(-2);
  });

  test('is the exit code, and each curve has a line', () => {
    const good = call(folderWith(JSON.stringify(made(0))), '--repeats', '6');
    expect(good.code).toBe(0);
    expect(good.output).toContain('I(X;T3)');
    expect(good.output).toContain('7 curves compared, 0 differ');
    expect(good.figure).toContain('>I(T3;Y)<');
    for (const [word, panels] of [
      ['ours', 7],
      ['epoch', 7],
      ['bits', 6],
      ['share', 1],
    ] as const) {
      expect(good.figure.split(`>${word}<`)).toHaveLength(panels + 1);
    }
    expect(call(folderWith(JSON.stringify(made(3)))).code).toBe(1);
  });

  test('says whether a difference could have been found with so many repeats', () => {
    const folder = folderWith(JSON.stringify(made(3)));
    const few = call(folder, '--repeats', '2');
    // Eight runs and two repeats are divided in 45 ways, and there are seven curves.
    expect(few.code).toBe(0);
    expect(few.output).toContain('cannot find a difference');
    expect(few.output).toContain('is 0.16, above 1%');
    const enough = call(folder);
    expect(enough.output).toContain('A difference could have been found');
    expect(enough.output).not.toContain('cannot find');
  });

  test('as many divisions are tried as many curves need', () => {
    for (const curves of [1, 32, 200, 1000]) {
      expect(curves / (permutationsFor(curves) + 1)).toBeLessThan(0.01);
    }
  });

  test('a folder or number that is none is refused', () => {
    expect(call('no/such/folder').code).toBe(2);
    expect(call('--repeats', '1')).toMatchObject({ code: 2 });
    expect(call('--repeats', '1').error).toContain('--repeats');
    expect(call('--seed', 'x').error).toContain('--seed');
  });
});
