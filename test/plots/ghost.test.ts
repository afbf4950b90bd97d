import { describe, expect, test } from 'vitest';
import { epochScale } from '../../src/core/experiment/epoch-scale.ts';
import { palettes } from '../../src/plots/colours.ts';
import { chartFigure, planeFigure } from '../../src/plots/figures.ts';
import { chartFrame, type ChartData } from '../../src/plots/scene/chart.ts';
import { planeFrame } from '../../src/plots/scene/frame.ts';
import { chartGhost, planeGhost } from '../../src/plots/scene/ghost.ts';
import type { Mark, PathMark } from '../../src/plots/scene/marks.ts';
import { planeScene } from '../../src/plots/scene/plane.ts';
import { planeData, planeStage, planeView, wandering, words } from './made-up.ts';

const other = planeData(wandering(3, 120, 7));
const { columns, rows, shown } = other;
const ghost = planeGhost({ key: 'other', columns, rows, shown });
const paths = (marks: readonly Mark[]): PathMark[] =>
  marks.flatMap((mark) => (mark.kind === 'path' ? [mark] : []));
const middleOf = ({ points }: PathMark): [number, number] => {
  const xs = points.filter((_, i) => i % 2 === 0);
  const ys = points.filter((_, i) => i % 2 === 1);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
};

describe('a run behind the one that is looked at', () => {
  const stage = planeStage(wandering(3, 200));

  test('is dashed all over, so that no colour is needed to tell them apart', () => {
    const marks = [...ghost.paths(stage), ...ghost.points(stage)];
    expect(marks.length).toBeGreaterThan(5);
    for (const mark of marks) expect(mark).toMatchObject({ kind: 'path', role: 'ghost' });
    for (const { dash } of paths(marks)) expect(dash).toHaveLength(2);
    expect(paths(ghost.paths(stage)).map(({ stroke }) => stroke)).toEqual(Array(3).fill(palettes.light.mute));
  });

  test('begins and ends where its measurements do, with the colours of layers where those are drawn', () => {
    const byLayer = { ...stage, view: { ...stage.view, colourBy: 'layer' as const } };
    const drawn = paths(ghost.paths(byLayer));
    expect(drawn.map(({ stroke }) => stroke)).toEqual(palettes.light.layers.slice(0, 3));
    drawn.forEach(({ points }, layer) => {
      const end = (columns.epoch.length - 1) * rows + (shown[layer] ?? 0);
      const ends = [points[0], points.at(-2), points.at(-1)];
      const expected = [
        stage.frame.x(columns.ixt[shown[layer] ?? 0] ?? NaN),
        stage.frame.x(columns.ixt[end] ?? NaN),
        stage.frame.y(columns.ity[end] ?? NaN),
      ];
      ends.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 6));
    });
  });

  test('is marked at the same epoch, not the same measurement, and at its own end beyond that', () => {
    const thin = { ...columns, epoch: columns.epoch.map((epoch) => 2 * epoch) };
    const sparse = planeGhost({ key: 'sparse', columns: thin, rows, shown });
    for (const head of [10, 40.5, 199]) {
      const at = { ...stage, view: { ...stage.view, head } };
      // Measured every 10 epochs, where the page's run is every 5.
      const index = Math.min(head / 2, columns.epoch.length - 1);
      const outlines = paths(sparse.points(at)).filter(({ width }) => width > 1.5);
      expect(outlines).toHaveLength(3);
      outlines.forEach((mark, layer) => {
        const place = (m: number): number => m * rows + (shown[layer] ?? 0);
        const [low, high] = [Math.floor(index), Math.ceil(index)];
        const part = index - low;
        const value = (column: Float64Array): number =>
          (column[place(low)] ?? 0) * (1 - part) + (column[place(high)] ?? 0) * part;
        const [x, y] = middleOf(mark);
        expect(Math.abs(x - stage.frame.x(value(columns.ixt)))).toBeLessThan(2);
        expect(Math.abs(y - stage.frame.y(value(columns.ity)))).toBeLessThan(2);
      });
    }
  });

  test('steps back with its layer', () => {
    const at = { ...stage, view: { ...stage.view, highlight: 1 } };
    const [first, second] = paths(ghost.paths(at));
    expect(first?.opacity ?? 1).toBeLessThan(0.3);
    expect(second?.opacity).toBeGreaterThan(0.6);
  });

  test('lies behind the path, in exports too', () => {
    const data = { ...stage.data, ghost };
    expect(planeScene({ ...stage, data }).others.filter(({ role }) => role === 'ghost')).toHaveLength(3);
    const svg = planeFigure(data, planeView(data), words, { title: 'Plane', source: '' });
    expect(svg.indexOf('data-role="ghost"')).toBeLessThan(svg.indexOf('data-role="trail"'));
    expect(svg.indexOf('data-role="ghost"')).toBeGreaterThan(0);
  });

  test('widens the axes to what both need, while the limits stay those of the run', () => {
    const size = { width: 760, height: 640 };
    const narrow = planeFrame(size, { hx: 12, hy: 1 });
    const wide = planeFrame(size, { hx: 12, hy: 1 }, undefined, undefined, { hx: 16, hy: 3.3 });
    expect(wide.limits).toEqual({ hx: 12, hy: 1 });
    expect(wide.bitsX(wide.box.right)).toBeCloseTo((narrow.bitsX(narrow.box.right) * 16) / 12, 1);
    expect(wide.bitsY(wide.box.top)).toBeCloseTo(narrow.bitsY(narrow.box.top) * 3.3, 1);
  });
});

describe('its lines in a chart', () => {
  const epochs = Int32Array.from({ length: 50 }, (_, m) => 10 * m);
  const values = Float64Array.from(epochs, (epoch) => epoch / 1000);
  const line = { values, stride: 1, offset: 0 };
  const data: ChartData = {
    epochs: epochs.slice(0, 20),
    series: [
      { ...line, name: 'train', layer: null },
      { ...line, name: 'test', layer: null, dashed: true },
    ],
    scale: epochScale('linear', 190),
    domain: [0, 1],
    head: 19,
    highlight: null,
    ghost: chartGhost('other', epochs, [line, line]),
  };
  const frame = chartFrame(data, { width: 500, height: 200 }, 40);

  test('have dashes of their own, unlike those of a test curve, and end where the axis does', () => {
    const lines = paths(data.ghost?.lines(data, frame, palettes.light) ?? []);
    expect(lines).toHaveLength(2);
    expect(lines[0]?.dash).not.toEqual(lines[1]?.dash);
    for (const { dash, points } of lines) {
      expect(dash).not.toEqual([4, 3]);
      expect(points.at(-2)).toBeCloseTo(frame.x(190), 6);
    }
  });

  test('are part of an export', () => {
    const words = { epochs: { log: 'log', linear: 'linear' }, join: (a: string, b: string) => `${a}-${b}` };
    const svg = chartFigure(data, words, { title: 'Accuracy', source: '' });
    expect(svg).toContain('data-role="ghost"');
  });
});
