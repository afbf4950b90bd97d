import { expect, test } from 'vitest';
import { epochScale } from '../../../src/core/experiment/epoch-scale.ts';
import { palettes } from '../../../src/plots/colours.ts';
import { roughMeasure } from '../../../src/plots/scene/marks.ts';
import type { PlaneStage, PlaneWords } from '../../../src/plots/scene/data.ts';
import {
  smallAxes,
  smallFrame,
  smallPaths,
  smallPick,
  smallPoints,
} from '../../../src/plots/scene/small-plane.ts';
import { sweepFigure } from '../../../src/plots/sweep-figure.ts';
import { columnsOf } from '../../store/fixtures.ts';

const words: PlaneWords = {
  ...{ xTitle: 'x', yTitle: 'y', hx: 'H(X)', hy: 'H(Y)', diagonal: 'd' },
  name: (layer) => `T${layer + 1}`,
  start: () => '',
  starts: () => '',
};
const columns = columnsOf([0, 1, 2], 3, (m, row) => 2 + m + 3 * row);
columns.ity.fill(0.5);
const limits = { hx: 9, hy: 0.8 };
const shared = { hx: 12, hy: 1 };
const place = { left: 100, top: 50, right: 340, bottom: 250 };
const frame = smallFrame(place, shared, limits);
const stage: PlaneStage = {
  data: { key: 1, columns, rows: 3, shown: [0, 1], limits },
  view: { head: 2, colourBy: 'epoch', scale: epochScale('log', 2), highlight: null },
  ...{ frame, words, palette: palettes.light, measure: roughMeasure },
};

test('all small planes have the axes of the largest limits, and their own limits drawn', () => {
  const other = smallFrame(place, shared, shared);
  expect(frame.x(7)).toBe(other.x(7));
  expect(frame.y(0.3)).toBe(other.y(0.3));
  expect(frame.x(shared.hx)).toBeLessThan(frame.box.right);
  expect(frame.y(shared.hy)).toBeGreaterThan(frame.box.top);
  const lines = smallAxes(stage).flatMap((mark) =>
    mark.kind === 'path' && mark.role === 'limit' ? [mark.points[0]] : [],
  );
  expect(lines).toContain(Math.round(frame.x(limits.hx)) + 0.5);
  expect(frame.bitsX(frame.x(5))).toBeCloseTo(5, 12);
  expect(frame.bitsY(frame.y(0.5))).toBeCloseTo(0.5, 12);
});

test('everything lies in its place, and the points where they truly are', () => {
  for (const mark of [...smallAxes(stage), ...smallPaths(stage), ...smallPoints(stage)]) {
    if (mark.kind === 'text') continue;
    for (const [i, at] of mark.points.entries()) {
      expect(at).toBeGreaterThanOrEqual(i % 2 === 0 ? place.left : place.top);
      expect(at).toBeLessThanOrEqual(i % 2 === 0 ? place.right : place.bottom);
    }
  }
  const points = smallPoints(stage).flatMap((mark) =>
    mark.role === 'point' && 'points' in mark ? mark.points : [],
  );
  expect(points).toEqual([frame.x(4), frame.y(0.5), frame.x(7), frame.y(0.5)]);
});

test('the layer at a place is found by its path too', () => {
  expect(smallPick(frame.x(2), frame.y(0.5), stage)).toBe(0);
  expect(smallPick(frame.x(7), frame.y(0.5) + 3, stage)).toBe(1);
  expect(smallPick(frame.x(11), frame.y(0.05), stage)).toBeNull();
});

test('a figure holds each value, also one that has nothing yet', () => {
  const { data, view } = stage;
  const svg = sweepFigure(
    {
      cells: [
        { title: '2 bits', plane: { data, view, shared } },
        { title: '3 bits', plane: null },
      ],
      chart: null,
    },
    words,
    { title: 'Sweep', source: 'v=1' },
  );
  expect(svg).toContain('2 bits');
  expect(svg).toContain('3 bits');
  expect(svg.match(/<clipPath/g)).toHaveLength(1);
});
