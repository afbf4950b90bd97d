// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { interval95 } from '../../src/core/statistics/interval.ts';
import { standardDeviation } from '../../src/core/statistics/standard-deviation.ts';
import type { ChartData } from '../../src/plots/scene/chart.ts';
import { accuracyChart, layerChart } from '../../src/panels/chartData.ts';
import type { Session } from '../../src/store/session.ts';
import { openedSession } from './opened.ts';

type Make = typeof accuracyChart;

function drawn(make: Make, session: Session): ChartData {
  const { shown } = session.repeats.getState();
  return make(session.run.state, session.view.getState(), { set: session.set, shown })!;
}

/** Test accuracies that rise from these. */
const rising = (...from: number[]) =>
  from.map((first) => ({
    testAccuracy: (m: number) => first + ((1 - first) * m) / 20,
    ixt: () => 10 * first,
  }));

describe('of the mean of repeats', () => {
  const from = [0.426, 0.5, 0.61];
  const session = openedSession(rising(...from), 'mean');

  test('accuracy has the 95% interval of the mean', () => {
    const test = drawn(accuracyChart, session).series[1]!;
    const expected = interval95(from);
    expect(test.values[0]).toBeCloseTo(expected.mean);
    expect(test.band!.low[0]).toBeCloseTo(expected.low);
    expect(test.band!.high[0]).toBeCloseTo(expected.high);
  });

  test('information has a standard deviation to each side', () => {
    const [line] = drawn(layerChart('ixt'), session).series;
    const sd = 10 * standardDeviation(from);
    expect(line!.band!.high[0]! - line!.values[0]!).toBeCloseTo(sd);
    expect(line!.values[0]! - line!.band!.low[0]!).toBeCloseTo(sd);
  });

  test('no accuracy is drawn beyond 1, nor its interval', () => {
    const { series, domain } = drawn(accuracyChart, openedSession(rising(0.2, 0.99), 'mean'));
    expect(Math.max(...series[1]!.band!.high)).toBe(1);
    expect(domain).toEqual([0, 1]);
  });
});

test('the axis of accuracies holds the repeat that is shown, and those that are faint', () => {
  expect(drawn(accuracyChart, openedSession(rising(0.426), 1)).domain).toEqual([0.4, 1]);
  const session = openedSession(rising(0.7, 0.36), 1);
  const { domain, series, others } = drawn(accuracyChart, session);
  expect(series[1]!.values[0]).toBeCloseTo(0.7);
  expect(others!.runs).toHaveLength(1);
  expect(domain).toEqual([0.3, 1]);
  expect(drawn(accuracyChart, openedSession(rising(0.7), 1)).domain).toEqual([0.5, 1]);
});
