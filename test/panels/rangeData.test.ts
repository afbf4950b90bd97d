import { expect, test } from 'vitest';
import { allocate, Trajectory } from '../../src/core/experiment/trajectory.ts';
import { extentOf, quantizedRow } from '../../src/panels/rangeData.ts';

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
