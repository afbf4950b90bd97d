// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { allocate, Trajectory } from '../../src/core/experiment/trajectory.ts';
import { levelsChart, quantizedRow, rangeAxis, rangeChart } from '../../src/panels/rangeData.ts';
import { openedSession } from './opened.ts';

/** Three layers, so four rows; the ranges are given for each measurement and layer. */
function trajectoryOf(...measurements: readonly (readonly [number, number])[][]): Trajectory {
  const columns = allocate(4, measurements.length);
  measurements.forEach((ranges, m) => {
    columns.epoch[m] = m;
    ranges.forEach(([low, high], layer) => {
      columns.low[m * 4 + quantizedRow(4, layer)] = low;
      columns.high[m * 4 + quantizedRow(4, layer)] = high;
    });
  });
  const trajectory = new Trajectory(4);
  trajectory.append(columns);
  return trajectory;
}

/** The axis of one layer's ranges. */
function extentOf(trajectory: Trajectory, layer: number): [number, number] {
  const { low, high } = trajectory.columns();
  const place = { name: '', layer, stride: 4, offset: quantizedRow(4, layer) };
  return rangeAxis([low, high].map((values) => ({ ...place, values })));
}

test('the output has the range of its logits, not of what the grid is laid over', () => {
  expect([0, 1, 2].map((layer) => quantizedRow(4, layer))).toEqual([0, 1, 3]);
});

test('a chart of ranges holds all of them, with whole numbers at its ends and in its middle', () => {
  const trajectory = trajectoryOf(
    [
      [-6, 6],
      [-0.4, 0.8],
      [-2.5, 3],
    ],
    [
      [0, 6.2],
      [-0.9, 0.7],
      [-20.5, 30.1],
    ],
  );
  expect(extentOf(trajectory, 0)).toEqual([-6, 8]);
  expect(extentOf(trajectory, 1)).toEqual([-1, 1]);
  expect(extentOf(trajectory, 2)).toEqual([-21, 31]);
});

test('it grows with the run', () => {
  const trajectory = trajectoryOf([
    [0, 1.5],
    [0, 0],
    [0, 1],
  ]);
  expect(extentOf(trajectory, 0)).toEqual([0, 2]);
  trajectory.append(
    trajectoryOf([
      [-3, 4],
      [0, 0],
      [0, 1],
    ]).columns(),
  );
  expect(extentOf(trajectory, 0)).toEqual([-3, 5]);
});

test('ranges that are no numbers leave the chart as it is', () => {
  expect(extentOf(trajectoryOf([[NaN, NaN]]), 0)).toEqual([0, 2]);
});

test('of the mean of repeats there is a standard deviation to each side, within the axis', () => {
  const { run, view, repeats, set } = openedSession([{ high: () => 2 }, { high: () => 8 }], 'mean');
  const now = [run.state, view.getState(), { set, shown: repeats.getState().shown }] as const;
  const { series, domain } = rangeChart(...now)!;
  const [high] = series;
  const sd = 6 / Math.SQRT2;
  expect(high!.values[high!.offset]).toBe(5);
  expect(high!.band!.high[high!.offset]).toBeCloseTo(5 + sd);
  expect(high!.band!.low[high!.offset]).toBeCloseTo(5 - sd);
  expect(domain).toEqual([0, 10]);
  expect(levelsChart(...now)!.series.every(({ band }) => band)).toBe(true);
});

test('of one repeat there is none', () => {
  const { run, view, repeats, set } = openedSession([{}, {}], 1);
  const { series } = rangeChart(run.state, view.getState(), { set, shown: repeats.getState().shown })!;
  expect(series.some(({ band }) => band)).toBe(false);
});
