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
