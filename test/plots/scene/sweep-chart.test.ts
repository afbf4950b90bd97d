import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { palettes } from '../../../src/plots/colours.ts';
import {
  sweepChartMarks,
  sweepFrame,
  valueAtPlace,
  valuePlaces,
  type SweepChartData,
} from '../../../src/plots/scene/sweep-chart.ts';

const numbered = (...numbers: (number | null)[]) =>
  numbers.map((number, index) => ({ number, text: number === null ? `w${index}` : String(number) }));

describe('where values stand', () => {
  test('numbers by their size, or by its logarithm where they span much', () => {
    expect(valuePlaces(numbered(1, 2, 4))).toEqual([0, 1 / 3, 1]);
    const places = valuePlaces(numbered(0.001, 0.01, 0.1, 1));
    places.forEach((place, index) => expect(place).toBeCloseTo(index / 3, 12));
  });

  test('what is no number behind them, names alone evenly', () => {
    expect(valuePlaces(numbered(1, 2, null))).toEqual([0, 0.5, 1]);
    expect(valuePlaces(numbered(null, null, null))).toEqual([0, 0.5, 1]);
    expect(valuePlaces(numbered(8))).toEqual([0.5]);
  });

  test('numbers of which one is beyond any multiple of the other', () => {
    expect(valuePlaces(numbered(5e-324, 8.9e-16))).toEqual([0, 1]);
  });

  test('is between 0 and 1, in the order of the numbers, whatever these are', () => {
    const number = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(null));
    fc.assert(
      fc.property(fc.uniqueArray(number, { minLength: 1, maxLength: 20 }), (numbers) => {
        const places = valuePlaces(numbered(...numbers));
        for (const place of places) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(1 + 1e-12);
        }
        const known = numbers.flatMap((each, index) =>
          each === null ? [] : [{ each, place: places[index] ?? NaN }],
        );
        known.sort((a, b) => a.each - b.each);
        for (const [index, { place }] of known.entries())
          expect(place).toBeGreaterThanOrEqual((known[index - 1]?.place ?? 0) - 1e-12);
      }),
    );
  });
});

const data: SweepChartData = {
  values: numbered(1, 2, 3, null),
  series: [
    { name: 'T1', layer: 0, mean: [1, 2, NaN, 4], low: [0.5, NaN, NaN, NaN], high: [1.5, NaN, NaN, NaN] },
    {
      ...{ name: 'T2', layer: 1, mean: [0, 0, 3, 0], low: [], high: [] },
      hollow: [false, true, false, false],
    },
  ],
  domain: [0, 4],
  highlight: null,
  marked: 1,
};
const frame = sweepFrame(data, { left: 0, top: 0, right: 400, bottom: 200 });
const marks = sweepChartMarks(data, frame, palettes.light);

test('lines join numbers and leave out what is missing; words stand alone', () => {
  const lines = marks.flatMap((mark) => (mark.role === 'series' && 'points' in mark ? [mark.points] : []));
  expect(lines[0]).toEqual([frame.x(0), frame.y(1), frame.x(1), frame.y(2)]);
  expect(lines[1]?.length).toBe(6);
});

test('an interval is drawn where there is one, and a point that says nothing is hollow', () => {
  const spread = marks.find((mark) => mark.role === 'spread');
  expect(spread && 'points' in spread && spread.points).toEqual([
    ...[frame.x(0), frame.y(0.5), frame.x(0), frame.y(1.5)],
  ]);
  const hollow = marks.filter((mark) => mark.kind === 'markers' && mark.fill === palettes.light.panel);
  expect(hollow.map((mark) => 'points' in mark && mark.points)).toEqual([[frame.x(1), frame.y(0)]]);
});

test('each line is named, and the value nearest to a place is found', () => {
  const names = marks.flatMap((mark) => (mark.kind === 'text' && mark.role === 'name' ? [mark.text] : []));
  expect([...names].sort()).toEqual(['T1', 'T2']);
  for (let index = 0; index < 4; index++) expect(valueAtPlace(data, frame, frame.x(index) + 3)).toBe(index);
});
