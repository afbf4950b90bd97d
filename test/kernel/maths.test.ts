import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { beforeAll, describe, expect, it } from 'vitest';
import { erfF32 } from '../../src/core/maths/erf.ts';
import { expF32 } from '../../src/core/maths/exp.ts';
import { logF32 } from '../../src/core/maths/log.ts';
import { tanhF32 } from '../../src/core/maths/tanh.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const COUNT = 1 << 16;

const scalar = { exp: expF32, log: logF32, tanh: tanhF32, erf: erfF32 };
type Name = keyof typeof scalar;

interface Exports extends WebAssembly.Exports, Record<Name, (count: number) => void> {
  memory: WebAssembly.Memory;
}

let wasm: Exports;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'maths-'));
  try {
    const file = join(folder, 'maths.wasm');
    const stderr = asc.createMemoryStream();
    const { error } = await asc.main(
      [
        'test/kernel/assembly/maths-entry.ts',
        ...['--baseDir', root, '--outFile', file, '--bindings', 'raw', '--runtime', 'stub'],
        ...['--enable', 'simd', '--noAssert', '--optimizeLevel', '3', '--converge'],
        // The values start at address 0, below the module's own data.
        ...['--initialMemory', '8', '--memoryBase', String(COUNT * 4)],
      ],
      { stderr },
    );
    if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
    const abort = () => {
      throw new Error('abort');
    };
    const { instance } = await WebAssembly.instantiate(await readFile(file), { env: { abort } });
    wasm = instance.exports as Exports;
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

/** The first bit pattern for which the forms differ; any NaN equals any other. */
function firstDifference(name: Name, patterns: (index: number) => number, total: number): string | undefined {
  const values = new Float32Array(wasm.memory.buffer, 0, COUNT);
  const bits = new Int32Array(wasm.memory.buffer, 0, COUNT);
  const expected = new Float32Array(COUNT);
  const expectedBits = new Int32Array(expected.buffer);
  for (let start = 0; start < total; start += COUNT) {
    for (let i = 0; i < COUNT; i++) bits[i] = patterns(start + i);
    for (let i = 0; i < COUNT; i++) expected[i] = scalar[name](values[i]!);
    wasm[name](COUNT);
    for (let i = 0; i < COUNT; i++) {
      if (bits[i] === expectedBits[i] || (Number.isNaN(values[i]) && Number.isNaN(expected[i]))) continue;
      return `${name} of pattern ${patterns(start + i) >>> 0}: ${values[i]} instead of ${expected[i]}`;
    }
  }
  return undefined;
}

describe.each(Object.keys(scalar) as Name[])('%s of four lanes', (name) => {
  it('has the bits of the scalar form all over the float32 numbers', () => {
    // 5003 is a prime, so the low bits vary; 2^32 / 5003 patterns cover every exponent and sign, and NaN.
    expect(firstDifference(name, (i) => Math.imul(i, 5003), Math.ceil(2 ** 32 / 5003))).toBeUndefined();
  });

  it('has the bits of the scalar form densely between 2^-4 and 16', () => {
    const low = 0x3d800000;
    const sign = (i: number) => (i & 1 && name !== 'log' ? 1 << 31 : 0);
    expect(
      firstDifference(name, (i) => (low + i * 127) | sign(i), Math.ceil((8 << 23) / 127)),
    ).toBeUndefined();
  });

  it('has the bits of the scalar form at the edges', () => {
    const edges = [
      ...[
        0,
        1e-45,
        1.1754942e-38,
        1.1754944e-38,
        3.4028235e38,
        Infinity,
        NaN,
        0.9375,
        1,
        4,
        9.25,
        0.70710678,
      ],
      ...[0.1732868, 0.34657359, 0.69314718, 87.3125, 87.33655, 88.375, 88.72284, 103.97, 1.41421356, 2],
    ];
    const patterns = edges.flatMap((edge) => {
      const bits = new Int32Array(new Float32Array([edge]).buffer)[0]!;
      return [-2, -1, 0, 1, 2].flatMap((step) => [bits + step, (bits + step) ^ (1 << 31)]);
    });
    expect(firstDifference(name, (i) => patterns[i % patterns.length]!, patterns.length)).toBeUndefined();
  });

  it('gives NaN for NaN of any payload', () => {
    const values = new Float32Array(wasm.memory.buffer, 0, 4);
    new Int32Array(wasm.memory.buffer, 0, 4).set([0x7fc00000, 0x7fc00001, 0x7fffffff, -1]);
    wasm[name](4);
    expect([...values].every(Number.isNaN)).toBe(true);
  });
});
