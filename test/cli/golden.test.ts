import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBatches } from '../../src/cli/golden/batches.ts';
import { main } from '../../src/cli/golden/command.ts';
import { largestDifference } from '../../src/cli/golden/comparison.ts';
import { JsonField } from '../../src/share/json-field.ts';
import { activationOf } from '../../src/cli/golden/network.ts';
import { makeTrace, type TraceSettings } from './golden-file.ts';
import { makeMnistTrace } from './golden-mnist-file.ts';

const own = 'test/golden';
const read = (name: string): string => readFileSync(join(own, name), 'utf8');

function run(...args: string[]): { code: number; lines: string[]; error: string } {
  let output = '';
  let error = '';
  const code = main(args, { output: (text) => (output += text), error: (text) => (error += text) });
  return { code, lines: output.trimEnd().split('\n'), error };
}

/** Base64 of float32 values, the first of them moved. */
function moved(text: string, by: number): string {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, view.getFloat32(0, true) + by, true);
  return Buffer.from(bytes).toString('base64');
}

interface TraceFile {
  activation: unknown;
  optimizer: { name: string };
  loss: number[];
  kernels: string[];
  after: Record<string, { kernels: string[]; ranges: Record<string, number>; mi: number[][] }>;
}

/** A golden trace of the float network, which is the shortest, with a few steps only. */
function shortTrace(change: (trace: TraceFile) => void): string {
  const trace = JSON.parse(read('trace-tanh-float.json')) as TraceFile & { moments?: unknown };
  trace.loss = trace.loss.slice(0, 2);
  trace.after = Object.fromEntries(Object.entries(trace.after).filter(([step]) => Number(step) <= 2));
  delete trace.moments;
  change(trace);
  return JSON.stringify(trace);
}

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'golden-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);

describe('golden', { timeout: 120_000 }, () => {
  it('finds nothing beyond its bound in the golden values of the original program', () => {
    const { code, lines } = run('--quick');
    expect(lines.filter((line) => line.includes('BEYOND'))).toEqual([]);
    expect(lines.at(-1)).toMatch(/^golden: 13 files, [1-9]\d\d comparisons, 0 beyond their bounds$/);
    expect(code).toBe(0);
    for (const name of [
      'trace-tanh-8.json',
      'trace-mnist-bottleneck2-relu-8.json',
      'trace-mnist-conv-relu-8.json',
    ]) {
      for (const kernel of ['scalar', 'wasm', 'both']) {
        const ours = lines.filter((line) => new RegExp(`^${name} +${kernel} `).test(line));
        expect(ours.length).toBeGreaterThan(0);
      }
    }
  });

  it('trains and measures a small network on images as its trace has it', () => {
    put('trace-mnist-small.json', JSON.stringify(makeMnistTrace()));
    const { code, lines } = run(folder);
    expect(lines.filter((line) => line.includes('BEYOND'))).toEqual([]);
    expect(lines.filter((line) => / information as measured after /.test(line))).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/^golden: 1 files, \d+ comparisons, 0 beyond their bounds$/);
    expect(code).toBe(0);
  });

  it('reports what is changed in a trace on images', () => {
    const trace = makeMnistTrace();
    trace.after[2].ranges['quant_dense/kernel_max'] = 0.5;
    trace.after[2].mi[0] = [3, 1];
    put('trace-mnist-small.json', JSON.stringify(trace));
    const { code, lines } = run(folder);
    expect(code).toBe(1);
    const beyond = lines.filter((line) => line.includes('BEYOND')).join('\n');
    expect(beyond).toContain(' ranges after 2 steps');
    expect(beyond).toContain(' loaded: information as measured after 2 steps');
  });

  it('names what it cannot read or does not know in a trace on images', () => {
    const without = (change: (trace: ReturnType<typeof makeMnistTrace>) => void): string => {
      const trace = makeMnistTrace();
      change(trace);
      return JSON.stringify(trace);
    };
    put(
      'trace-mnist-a.json',
      without((trace) => trace.variables.pop()),
    );
    put(
      'trace-mnist-b.json',
      without((trace) => (trace.network = 'p2-4')),
    );
    put(
      'trace-mnist-c.json',
      without((trace) => (trace.network = 'MNIST-Resnet')),
    );
    put(
      'trace-mnist-d.json',
      without((trace) => (trace.after[2].ranges['quant_dense/kernel_mean'] = 1)),
    );
    const { code, lines } = run('--quick', folder);
    expect(lines).toContain('unreadable: trace-mnist-a.json: variables: should have 4 entries, but has 3');
    expect(lines.join('\n')).toContain('not run: trace-mnist-b.json: net: "p2-4" begins with p2');
    expect(lines).toContain('not run: trace-mnist-c.json: the network "MNIST-Resnet" is unknown');
    expect(lines).toContain('not run: trace-mnist-d.json: the range "quant_dense/kernel_mean" is unknown');
    expect(code).toBe(1);
  });

  it('reports a weight that is not the one to come to, and where, and fails', () => {
    put(
      'trace-changed.json',
      shortTrace(({ after }) => {
        const [kernel = '', ...rest] = after['2']?.kernels ?? [];
        after['2']!.kernels = [moved(kernel, 1e-6), ...rest];
      }),
    );
    const { code, lines } = run(folder);
    const beyond = lines.filter((line) => line.includes('BEYOND'));
    expect(beyond).toHaveLength(2);
    for (const line of beyond)
      expect(line).toMatch(/^trace-changed.json +(scalar|wasm) +weights after 2 steps/);
    expect(lines.at(-1)).toContain('2 beyond their bounds');
    expect(code).toBe(1);
  });

  it('reports a start that leads elsewhere', () => {
    put(
      'trace-start.json',
      shortTrace((trace) => {
        trace.kernels = trace.kernels.map((kernel) => moved(kernel, 0.001));
      }),
    );
    const { code, lines } = run(folder);
    expect(code).toBe(1);
    expect(lines.some((line) => /gradient of step 1 .*BEYOND/.test(line))).toBe(true);
  });

  it('reports a loaded state whose kernel range is another', () => {
    const states = JSON.parse(read('state-relu-8.json')) as { states: { ranges: Record<string, number> }[] };
    states.states = states.states.slice(0, 1);
    for (const { ranges } of states.states) ranges['layer2/kernel_max'] = 1.5;
    put('state-relu-8.json', JSON.stringify(states));
    const { code, lines } = run(folder);
    expect(code).toBe(1);
    expect(lines.some((line) => /loaded: information as measured .*BEYOND/.test(line))).toBe(true);
  });

  const others: TraceSettings[] = [
    {
      activation: 'leakyrelu',
      spelt: 'leaky_relu',
      bits: 3,
      bitsSpelt: 3,
      widths: [12, 5, 2],
      optimizer: { name: 'sgd', rate: 0.1, momentum: 0.9 },
      steps: 7,
      measured: [3, 7],
    },
    {
      activation: 'hardtanh',
      spelt: 'hard_tanh',
      bits: 16,
      bitsSpelt: 16,
      widths: [12, 9, 4, 2],
      optimizer: { name: 'adam', rate: 0.01 },
      steps: 14,
      measured: [1, 14],
    },
    {
      activation: 'gelu',
      spelt: 'GELU',
      bits: 'float',
      bitsSpelt: 32,
      widths: [12, 17, 2],
      optimizer: { name: 'SGD', rate: 0.1 },
      steps: 3,
      measured: [3],
    },
  ];
  it.each(others)('runs $widths with $spelt, $bitsSpelt bits and $optimizer.name', (settings) => {
    const batches = readBatches(JsonField.parse(read('batches.json'), 'batches.json'));
    put('trace-other.json', JSON.stringify(makeTrace(settings, batches)));
    const { code, lines } = run(folder);
    expect(lines.at(-1)).toMatch(/^golden: 1 files, \d+ comparisons, 0 beyond their bounds$/);
    expect(lines.filter((line) => / weights after /.test(line))).toHaveLength(2 * settings.measured.length);
    expect(code).toBe(0);
  });

  it('lists what it does not know as not run, with the reason, and does not fail for it', () => {
    put(
      'trace-prelu-8.json',
      shortTrace((trace) => (trace.activation = 'prelu')),
    );
    put(
      'trace-lion.json',
      shortTrace((trace) => (trace.optimizer = { ...trace.optimizer, name: 'lion' })),
    );
    put('notes.json', '{}');
    const { code, lines } = run(folder);
    expect(lines).toContain('not run: trace-prelu-8.json: the activation "prelu" is unknown');
    expect(lines).toContain('not run: trace-lion.json: the optimizer "lion" is unknown');
    expect(lines).toContain('not run: notes.json: files of this name are unknown');
    expect(lines.at(-1)).toMatch(/^golden: 0 files, 0 comparisons, 0 beyond/);
    expect(code).toBe(0);
  });

  it('names file and field of what it cannot read, runs the others and fails', () => {
    put('trace-a.json', '{"activation":');
    put(
      'trace-b.json',
      shortTrace((trace) => trace.kernels.pop()),
    );
    put(
      'trace-c.json',
      shortTrace((trace) => (trace.kernels[2] = 'AAAA')),
    );
    put(
      'trace-d.json',
      shortTrace(({ after }) => delete (after['1'] as Partial<{ mi: unknown }>).mi),
    );
    put(
      'trace-e.json',
      shortTrace((trace) => trace.loss.push(...new Array<number>(200).fill(0))),
    );
    put('moving-range.json', read('moving-range.json'));
    const { code, lines } = run(folder);
    const unreadable = lines.filter((line) => line.startsWith('unreadable: '));
    expect(unreadable).toEqual([
      expect.stringContaining('trace-a.json: no JSON'),
      'unreadable: trace-b.json: kernels: should have 6 entries, but has 5',
      'unreadable: trace-c.json: kernels[2]: should hold 35 values of 4 bytes, but holds 3 bytes',
      'unreadable: trace-d.json: after.1: "mi" is missing',
      'unreadable: trace-e.json: loss: there are 202 steps, but batches for 130 only',
    ]);
    expect(lines.at(-1)).toMatch(
      /^golden: 1 files, 1 comparisons, 0 beyond their bounds; unreadable: trace-a/,
    );
    expect(code).toBe(1);
  });

  it("takes the folder's own bounds and batches where it has them", () => {
    const bounds = JSON.parse(read('bounds.json')) as Record<string, unknown>;
    put('bounds.json', JSON.stringify({ ...bounds, estimators: 0, 'moving-range': -1 }));
    put('moving-range.json', read('moving-range.json'));
    put('batches.json', JSON.stringify({ samples: 4096, labelsSha256: '00', batchSize: 4, epochs: [] }));
    put(
      'trace-tanh-float.json',
      shortTrace(() => undefined),
    );
    const { code, lines } = run(folder);
    expect(code).toBe(1);
    expect(lines.some((line) => /moving-range.json .* moving range .*BEYOND/.test(line))).toBe(true);
    expect(lines.some((line) => /batches.json .*SHA-256 of the labels: differs .*BEYOND/.test(line))).toBe(
      true,
    );
    expect(lines).toContain(
      'unreadable: trace-tanh-float.json: loss: there are 2 steps, but batches for 0 only',
    );
  });

  it('says so when a folder does not exist or holds no golden file, with exit code 2', () => {
    expect(run('no/such/folder')).toMatchObject({
      code: 2,
      error: 'golden: there is no folder "no/such/folder"\n',
    });
    expect(run('scripts')).toMatchObject({
      code: 2,
      error: 'golden: there is no golden file in "scripts"\n',
    });
    expect(run('one', 'two').code).toBe(2);
    expect(run('--fast').code).toBe(2);
  });

  it('says what it does when asked', () => {
    const { code, lines } = run('--help');
    expect(code).toBe(0);
    expect(lines[0]).toBe('Usage: golden [--quick] [FOLDER]');
  });
});

describe('the largest difference', () => {
  it('leaves out so many of the largest', () => {
    expect(largestDifference([1, 5, 2], [1, 1, 1])).toBe(4);
    expect(largestDifference([1, 5, 2], [1, 1, 1], 1)).toBe(1);
    expect(largestDifference([1, 5, 2], [1, 1, 1], 3)).toBe(0);
  });

  it('is not a number where a value is none, whatever is left out', () => {
    expect(largestDifference([NaN, 1], [0, 1], 1)).toBeNaN();
    expect(largestDifference([0, 1], [NaN, 1], 2)).toBeNaN();
  });
});

describe('the name of an activation', () => {
  it('may be spelt in several ways', () => {
    expect(['leaky_relu', 'LeakyReLU', 'Swish', 'hard-tanh', 'relu6'].map(activationOf)).toEqual([
      'leakyrelu',
      'leakyrelu',
      'silu',
      'hardtanh',
      'relu6',
    ]);
  });
});
