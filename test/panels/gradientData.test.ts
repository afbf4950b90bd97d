// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { allocate, Trajectory } from '../../src/core/experiment/trajectory.ts';
import {
  gradientChart,
  isOneBatch,
  isRecorded,
  normChart,
  snrChart,
  valuesOf,
} from '../../src/panels/gradientData.ts';
import { entry } from '../../src/plots/scene/decimate.ts';
import { made, openedSession } from './opened.ts';

/** Two layers, measured at epochs 0 and 1. */
function columnsOf() {
  const columns = allocate(3, 2);
  columns.epoch.set([0, 1]);
  columns.weightNorm.set([2, 4, 2, 8]);
  columns.gradientMean.set([NaN, NaN, 0.5, 0]);
  columns.gradientDeviation.set([NaN, NaN, 2, 0]);
  return columns;
}

test('the ratio is the mean over the deviation, and none where both are zero', () => {
  expect([...valuesOf(columnsOf(), 'snr')]).toEqual([NaN, NaN, 0.25, NaN]);
});

test('both are divided by the weight norm where that is asked for', () => {
  expect([...valuesOf(columnsOf(), 'mean/norm')]).toEqual([NaN, NaN, 0.25, 0]);
  expect([...valuesOf(columnsOf(), 'deviation/norm')]).toEqual([NaN, NaN, 1, 0]);
});

test('a file from before there were such numbers says so', () => {
  const without = allocate(3, 1);
  without.weightNorm.fill(NaN);
  for (const [columns, is] of [
    [columnsOf(), true],
    [without, false],
  ] as const) {
    const trajectory = new Trajectory(3);
    trajectory.append(columns);
    expect(isRecorded(trajectory)).toBe(is);
  }
});

/** A session whose repeats have gradients: mean 10^repeat, deviation 1, weight norm 2, in every layer. */
function sessionOf(repeats: number, shown: number | 'mean') {
  const session = openedSession(
    Array.from({ length: repeats }, (_, i) => ({
      gradients: { mean: 10 ** (i + 1), deviation: 1, norm: 2 },
    })),
    shown,
  );
  return { run: session.run.state, view: session.view.getState(), repeats: { set: session.set, shown } };
}

test('of one repeat the lines are the exponents of what was measured', () => {
  const { run, view, repeats } = sessionOf(2, 2);
  const chart = gradientChart(true)(run, view, repeats);
  expect(chart?.series.map((line) => entry(line, 3))).toEqual([Math.log10(50), Math.log10(0.5)]);
  expect(chart?.domain).toEqual([-1, 2]);
  expect(snrChart(run, view, repeats)?.series.map((line) => entry(line, 20))).toEqual([2, 2, 2]);
});

test('of a mean they are the mean of the repeats’ own ratios, with a standard deviation to each side', () => {
  const { run, view, repeats } = sessionOf(2, 'mean');
  const [line] = snrChart(run, view, repeats)?.series ?? [];
  const sd = 90 / Math.SQRT2;
  expect(line && entry(line, 5)).toBeCloseTo(Math.log10(55), 12);
  expect(line?.band?.high[5]).toBeCloseTo(Math.log10(55 + sd), 12);
  expect(line?.band?.low[5]).toBe(-Infinity);
  const norm = normChart(run, view, repeats);
  expect([norm?.domain, norm?.ticks, norm?.series[0]?.band?.low[0]]).toEqual([[0, 2], undefined, 2]);
});

test('there is no ratio where an epoch is one batch', () => {
  const { run, view, repeats } = sessionOf(1, 1);
  const full = { ...run, experiment: { ...made, batch: 'full' as const } };
  expect(snrChart(full, view, repeats)).toBeNull();
  expect(isOneBatch(full)).toBe(true);
  expect(isOneBatch({ ...run, experiment: { ...made, batch: 3276 } })).toBe(true);
  expect(isOneBatch({ ...run, experiment: { ...made, batch: 3275 } })).toBe(false);
});
