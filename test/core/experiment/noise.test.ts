import { describe, expect, test } from 'vitest';
import { train } from '../../../src/cli/train.ts';
import { taskOf } from '../../../src/cli/task-source.ts';
import { prepare } from '../../../src/core/experiment/prepare.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { fields } from '../../../src/core/experiment/fields.ts';
import { parseRun, runText } from '../../../src/share/read-run.ts';
import { fromQuery, fromQueryStrict, toQuery } from '../../../src/share/link.ts';

const h = (p: number): number => -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
const trained = (query: string) =>
  train(fromQueryStrict(query), (spec, samples) => new ScalarKernel(spec, samples));

describe('label noise', () => {
  test('bounds I(T;Y) by I(X;Y) = 1 - h(p) on a balanced task, and leaves H(X) and H(Y)', () => {
    for (const [text, p] of [
      ['1/2', 1 / 2],
      ['3/8', 3 / 8],
      ['1/1024', 1 / 1024],
    ] as const) {
      const experiment = fromQueryStrict(`task=parity-5&noise=${text}`);
      const { hx, hy, ixy } = prepare(experiment, taskOf('parity-5')).limits;
      expect([hx, hy]).toEqual([5, 1]);
      expect(ixy).toBeCloseTo(1 - h(p), 10);
    }
  });

  test('gives labels to training samples only, the same whatever else is set', () => {
    const task = taskOf('parity-8');
    const one = prepare(fromQueryStrict('task=parity-8&noise=1/4&test=50&seed=9'), task);
    const other = prepare(fromQueryStrict('task=parity-8&noise=1/4&test=10&seed=9&net=3&repeats=4'), task);
    const given = (samples: typeof one.samples, s: number) => samples.given?.[s];
    for (const s of one.split.test) expect(given(one.samples, s)).toBe(task.labels[s]);
    for (const s of one.split.train) {
      if (!other.samples.isTest[s]) expect(given(other.samples, s)).toBe(given(one.samples, s));
    }
    const flipped = [...one.split.train].filter((s) => given(one.samples, s) !== task.labels[s]);
    expect(flipped.length).toBeGreaterThan(15);
    expect(flipped.length).toBeLessThan(50);
    expect(prepare(fromQueryStrict('task=parity-8'), task).samples).not.toHaveProperty('given');
  });

  test('breaks no invariant, and a file of such a run opens', () => {
    for (const query of ['task=parity-4&noise=1/8&epochs=20', 'noise=1/2&epochs=2', 'task=circle&epochs=1']) {
      const run = trained(query);
      expect(run.violations).toEqual([]);
      expect(parseRun(runText(run))).toEqual(run);
    }
    const run = trained('task=parity-4&noise=1/8&epochs=2');
    const { hx, hy } = run.limits;
    expect(() => parseRun(runText({ ...run, limits: { hx, hy } }))).toThrow(/limits/);
  });

  test('an input that is known by heart leaves the noise in the training accuracy, none in that of the test', () => {
    const run = trained('task=half-plane&noise=1/4&bits=float&lr=0.01&net=8&epochs=30&test=50');
    expect(run.columns.testAccuracy.at(-1)).toBeGreaterThan(0.9);
    expect(run.columns.trainAccuracyAfter.at(-1)).toBeLessThan(0.8);
  });

  test('is written in lowest terms, and put right where it is none', () => {
    const read = (text: string) => fields.noise.kind.parse(text);
    expect(read('2/16')).toEqual({ ok: true, value: 0.125 });
    expect(read('0.125')).toEqual({ ok: true, value: 0.125 });
    expect(toQuery(fromQueryStrict('noise=384/1024'))).toBe('v=1&noise=3/8');
    for (const [text, used] of [
      ['0.3', '307/1024'],
      ['1/3', '341/1024'],
      ['3/4', '1/2'],
      ['1/2048', '1/1024'],
      ['many', '0'],
      ['1/0', '0'],
    ]) {
      const { problems } = fromQuery(`noise=${text}`);
      expect(problems).toMatchObject([{ field: 'noise', code: 'notFraction', used }]);
    }
  });
});
