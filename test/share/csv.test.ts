import { expect, test } from 'vitest';
import { train } from '../../src/cli/train.ts';
import { kernelFactory } from '../../src/cli/kernels.ts';
import { csvFile } from '../../src/share/csv.ts';
import { fromQueryStrict } from '../../src/share/link.ts';

test('labels are those that an epoch was trained on: shuffled up to prefit, but not before training', () => {
  const run = train(fromQueryStrict('net=3&prefit=2&epochs=2&every=1'), kernelFactory('wasm'));
  const cells = csvFile(run)
    .text.trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const labels = new Map(cells.map(([, epoch = '', label = '']) => [Number(epoch), label]));
  expect([...labels]).toEqual([
    [0, 'true'],
    [1, 'shuffled'],
    [2, 'shuffled'],
    [3, 'true'],
    [4, 'true'],
  ]);
});

test('each line has the norms of its layer, and the ratio of its gradients where there is a deviation', () => {
  const run = train(fromQueryStrict('net=3&epochs=2&every=1'), kernelFactory('wasm'));
  const [head = '', ...lines] = csvFile(run).text.trimEnd().split('\n');
  const names = head.split(',');
  const cells = lines.map((line) => line.split(','));
  const column = (name: string): string[] => cells.map((line) => line[names.indexOf(name)] ?? '');
  expect(new Set(cells.map((line) => line.length))).toEqual(new Set([names.length]));
  // Two layers, of which the output has two rulers.
  const { weightNorm, gradientMean: mean, gradientDeviation: deviation } = run.columns;
  const norms = [...weightNorm].flatMap((norm, i) => (i % 2 === 1 ? [norm, norm] : [norm]));
  expect(column('weight_norm').map(Number)).toEqual(norms);
  expect(column('gradient_snr').slice(0, 3)).toEqual(['', '', '']);
  expect(Number(column('gradient_snr')[3])).toBe((mean[2] ?? 0) / (deviation[2] ?? 0));
});
