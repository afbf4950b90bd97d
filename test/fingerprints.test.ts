import { describe, expect, test } from 'vitest';
import { train } from '../src/cli/train.ts';
import { arithmeticVersion } from '../src/core/experiment/run.ts';
import { ScalarKernel } from '../src/core/network/scalar-kernel.ts';
import { loadKernel } from '../src/kernel/load-node.ts';
import { WasmKernel } from '../src/kernel/wasm-kernel.ts';
import { fromQueryStrict } from '../src/share/link.ts';
import recorded from './fingerprints.json' with { type: 'json' };

const module = loadKernel();
const runs = Object.entries(recorded.runs);

test('the recorded fingerprints are of this version of the arithmetic', () => {
  expect(recorded.arithmeticVersion).toBe(arithmeticVersion);
});

describe('a link gives the recorded fingerprint', () => {
  test.for(runs)('in Node: "%s"', { timeout: 120_000 }, ([query, fingerprint]) => {
    const run = train(fromQueryStrict(query), (spec, samples) => new WasmKernel(module, spec, samples));
    expect(run.failure).toBeNull();
    expect(run.violations).toEqual([]);
    expect(run.fingerprint).toBe(fingerprint);
  });

  // Images take the scalar kernel minutes; test/kernel compares both on smaller ones.
  const short = runs.filter(([query]) => {
    const { epochs, task } = fromQueryStrict(query);
    return epochs <= 100 && task !== 'mnist';
  });

  test.for(short)('with the scalar kernel: "%s"', { timeout: 120_000 }, ([query, fingerprint]) => {
    const run = train(fromQueryStrict(query), (spec, samples) => new ScalarKernel(spec, samples));
    expect(run.fingerprint).toBe(fingerprint);
  });
});
