import { describe, expect, test } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { arithmeticVersion, Run, type KernelFactory } from '../../src/core/experiment/run.ts';
import { Trajectory } from '../../src/core/experiment/trajectory.ts';
import { icosahedron } from '../../src/core/tasks/icosahedron.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import type { EndedRun } from '../../src/share/ended-run.ts';
import { parseRuns, runsText } from '../../src/share/runs-file.ts';

const module = loadKernel();
const createKernel: KernelFactory = (spec, samples) => new WasmKernel(module, spec, samples);
const experiment = { ...defaults, epochs: 3, repeats: 3 };

function ended(repeat: number, of = experiment): EndedRun {
  const run = new Run(of, icosahedron(), createKernel, { repeat, attempt: 1 });
  const trajectory = new Trajectory(run.rows);
  let fingerprint = '';
  for (const event of run) {
    if (typeof event === 'number') continue;
    trajectory.append(event.columns);
    ({ fingerprint } = event);
  }
  return {
    ...{
      experiment: of,
      repeat,
      attempt: 1,
      isBadFit: false,
      fingerprint,
      arithmeticVersion,
      kernel: 'wasm',
    },
    ...{ columns: trajectory.columns(), limits: run.prepared.limits, classes: 2 },
    ...{ discarded: [], violations: [], failure: null, readings: [], seconds: 1 },
  };
}

const runs = [ended(1), ended(2), ended(3)];

describe('a file of runs', () => {
  test('gives back each of them, bit for bit', () => {
    expect(parseRuns(runsText(runs))).toEqual(runs);
    expect(parseRuns(runsText(runs.slice(1, 2)))).toEqual(runs.slice(1, 2));
  });

  test('is refused where a repeat is there twice, or another experiment', () => {
    expect(() => parseRuns(runsText([runs[0]!, runs[0]!]))).toThrow('runs[1].repeat: 1 is there twice');
    const stranger = ended(2, { ...experiment, bits: 4 });
    expect(() => parseRuns(runsText([runs[0]!, stranger]))).toThrow('runs[1].settings');
  });

  test('is refused where a repeat was given the number of another', () => {
    const other = runsText(runs.slice(0, 1)).replace('"repeat": 1,', '"repeat": 3,');
    expect(() => parseRuns(other)).toThrow('changed or damaged');
  });

  test('names the run and the field that is damaged', () => {
    const text = runsText(runs);
    const damaged = text.replace(/"fingerprint": "[0-9a-f ]+"/, '"fingerprint": "none"');
    expect(() => parseRuns(damaged)).toThrow('runs[0]: fingerprint: is no fingerprint');
    expect(() => parseRuns('[1]')).toThrow();
    expect(() => parseRuns('{"a":1}')).toThrow('"infoplane-run" or "infoplane-runs", but there is none');
    expect(() => parseRuns('{"format":"infoplane-set"}')).toThrow('but it is "infoplane-set"');
    expect(() => parseRuns('{"format":"infoplane-runs","version":2,"runs":[]}')).toThrow('version');
    expect(() => parseRuns('{"format":"infoplane-runs","version":1,"runs":[]}')).toThrow('there is none');
  });
});
