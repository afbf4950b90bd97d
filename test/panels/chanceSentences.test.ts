import { expect, test } from 'vitest';
import { Trajectory } from '../../src/core/experiment/trajectory.ts';
import { chanceSentences } from '../../src/panels/chanceSentences.ts';
import { RulerPath } from '../../src/store/ruler-path.ts';
import { chanceText, keepPath } from '../../src/store/rulers.ts';
import { RunStore } from '../../src/store/run.ts';
import { createViewStore } from '../../src/store/view.ts';
import { columnsOf, start } from '../store/fixtures.ts';

/** The sentences of six layers, each with its I(X;T), its I(T;Y) and the ends of its band. */
function said(layers: readonly (readonly [ixt: number, ity: number, low: number, high: number])[]) {
  const columns = columnsOf([1]);
  // Both rows of the output are alike.
  for (const [row, [ixt, ity]] of [...layers, layers.at(-1)!].entries()) {
    columns.ixt[row] = ixt;
    columns.ity[row] = ity;
  }
  const trajectory = new Trajectory(7);
  trajectory.append(columns);
  const view = createViewStore({ chance: true, head: 1 }).getState();
  const text = chanceText(view)!;
  const path = new RulerPath(start.layers, text);
  const column = (of: 2 | 3): Float64Array => Float64Array.from(layers, (layer) => layer[of]);
  const [low, high] = [column(2), column(3)];
  const values = new Float64Array(6);
  const part = {
    ruler: text,
    limits: start.limits,
    epochs: Int32Array.of(1),
    edges: null,
    band: { low, high },
  };
  path.add({ ...part, ixt: values, ity: values });
  keepPath(trajectory, text, path, 3);
  return chanceSentences({ ...new RunStore().state, trajectory, start }, view).join(' ');
}

test('layers are within their band, above it, or such that no order of the labels makes a difference', () => {
  const text = said([
    [12, 1, 1, 1],
    [12, 1, 1, 1],
    [11, 0.9, 0.8, 0.95],
    [10, 0.9, 0.5, 0.6],
    [9, 0.9, 0.1, 0.2],
    [0, 0, 0, 0],
  ]);
  expect(text).toMatch(/^Within the band at epoch 1: T3 and T6\./);
  expect(text).toContain('Above the band at epoch 1: T4 and T5.');
  expect(text).toContain('own in T1 and T2: in any order of the labels I(T;Y) is 1.000 bits.');
});

test('with label noise all there is to know is less than H(Y)', () => {
  const noisy = [12, 0.456, 0.456, 0.456] as const;
  expect(said(Array.from({ length: 6 }, () => noisy))).toMatch(/I\(T;Y\) is 0\.456 bits\.$/);
});

test('where inputs come more than once, a code for each leaves the labels their say', () => {
  const repeated = [12, 0.581, 0.28, 0.6] as const;
  expect(said(Array.from({ length: 6 }, () => repeated))).toMatch(/^Within the band at epoch 1: T1.*T6\./);
});
