import { describe, expect, test } from 'vitest';
import type { ChartBackdrop, ChartSeries } from '../../src/plots/scene/chart.ts';
import { accuracyAxis, axisFromZero } from '../../src/plots/scene/extent.ts';

const line = (...values: number[]): ChartSeries => ({
  name: 'train',
  layer: null,
  values: Float64Array.from(values),
  stride: 1,
  offset: 0,
});
const banded = (low: number, high: number): ChartSeries => ({
  ...line((low + high) / 2),
  band: { low: Float64Array.of(low), high: Float64Array.of(high) },
});
const behind = (...runs: ChartSeries[]): ChartBackdrop => ({
  key: '',
  epochs: Int32Array.of(1),
  runs: runs.map((run) => [run]),
  planned: runs.length,
});

describe('the axis of accuracies', () => {
  test('begins at a tenth below all that is drawn, at most at 0.5', () => {
    expect(accuracyAxis([line(NaN, 0.62, 0.99)])).toEqual([0.5, 1]);
    expect(accuracyAxis([line(0.426, 0.99), line(0.5)])).toEqual([0.4, 1]);
    expect(accuracyAxis([line(0.62)], behind(line(0.7), line(0.31, 0.9)))).toEqual([0.3, 1]);
    expect(accuracyAxis([banded(0.18, 0.9)])).toEqual([0.1, 1]);
    expect(accuracyAxis([line(0)])).toEqual([0, 1]);
  });

  test('stays as the run goes on, and is there before it begins', () => {
    expect(accuracyAxis([line(0.426, 0.99, 0.6, 1)])).toEqual(accuracyAxis([line(0.426)]));
    expect(accuracyAxis([line(NaN)])).toEqual([0.5, 1]);
    expect(accuracyAxis([])).toEqual([0.5, 1]);
  });
});

test('an axis from zero ends at a round number that nothing exceeds', () => {
  expect(axisFromZero([line(0.1, 0.73, NaN)])).toEqual([0, 0.8]);
  expect(axisFromZero([line(0.1)], behind(line(1.7)))[1]).toBeGreaterThanOrEqual(1.7);
  expect(axisFromZero([banded(-0.2, 0.69)])).toEqual([0, 0.8]);
  expect(axisFromZero([line(NaN, Infinity)])).toEqual([0, 1]);
});

test('what has been drawn once is not gone through again, but what has come to it is', () => {
  const store = Float64Array.of(0.7, 0.8, 0.2);
  const so = (length: number): ChartSeries => ({ ...line(), values: store.subarray(0, length) });
  expect(accuracyAxis([so(2)])).toEqual([0.5, 1]);
  expect(accuracyAxis([so(3)])).toEqual([0.2, 1]);
});
