import { describe, expect, test } from 'vitest';
import { epochScale } from '../../src/core/experiment/epoch-scale.ts';
import { palettes } from '../../src/plots/colours.ts';
import { chartAxes, chartFrame, chartLines } from '../../src/plots/scene/chart.ts';
import { faintLines } from '../../src/plots/scene/faint-lines.ts';
import type { ChartData } from '../../src/plots/scene/chart.ts';
import { faintMarks, faintOpacity } from '../../src/plots/scene/faint.ts';
import type { AreaMark, Mark, PathMark, Role, SegmentsMark, TextMark } from '../../src/plots/scene/marks.ts';
import { planeScene, textBoxes } from '../../src/plots/scene/plane.ts';
import { overlaps } from '../../src/plots/scene/frame.ts';
import { roughMeasure } from '../../src/plots/scene/marks.ts';
import { spreadMarks } from '../../src/plots/scene/spread.ts';
import { svgText } from '../../src/plots/svg-text.ts';
import type { PlaneStage } from '../../src/plots/scene/data.ts';
import { planeData, planeStage, wandering, words } from './made-up.ts';

const ofRole = (marks: readonly Mark[], role: Role) => marks.filter((mark) => mark.role === role);
const lines = (marks: readonly Mark[]): (SegmentsMark | PathMark)[] =>
  marks.filter((mark) => mark.kind === 'segments' || mark.kind === 'path');
const { light } = palettes;

const withData = (stage: PlaneStage, more: Partial<PlaneStage['data']>): PlaneStage => ({
  ...stage,
  data: { ...stage.data, ...more },
});

describe('other repeats on the plane', () => {
  const stage = planeStage(wandering(3, 200));
  const run = planeData(wandering(3, 200, 7)).columns;
  const others = { key: 'a', runs: [run], planned: 8 };

  test('are thin faint lines of few points, one a layer, in no colour of an epoch', () => {
    const marks = lines(faintMarks(run, withData(stage, { others })));
    expect(marks).toHaveLength(3);
    for (const mark of marks) {
      expect(mark.stroke).toBe(light.mute);
      expect(mark.opacity).toBeLessThan(0.5);
      for (let i = 0; i + 3 < mark.points.length; i += 4) {
        const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = mark.points.slice(i, i + 4);
        expect(Math.abs(x1 - x0) + Math.abs(y1 - y0)).toBeGreaterThanOrEqual(2);
      }
    }
  });

  test('have the colour of their layer where the path has', () => {
    const byLayer = planeStage(wandering(3, 200), undefined, { colourBy: 'layer' });
    expect(lines(faintMarks(run, byLayer)).map(({ stroke }) => stroke)).toEqual(light.layers.slice(0, 3));
  });

  test('are fainter the more there will be, but stay visible', () => {
    expect(faintOpacity(50)).toBeLessThan(faintOpacity(8));
    expect(faintOpacity(100)).toBeGreaterThanOrEqual(0.1);
  });

  test('lie behind the path, and are part of an export', () => {
    const scene = planeScene(withData(stage, { others }));
    expect(ofRole(scene.others, 'faint')).toHaveLength(3);
    expect(svgText(scene.others)).toContain('data-role="faint"');
    expect(planeScene(stage).others).toEqual([]);
  });
});

describe('standard deviations on the plane', () => {
  const stage = planeStage(
    [0, 1, 2, 3].map((m) => [[2 + m, 0.5] as const, [3, 0.4] as const, [3, 0.4] as const]),
  );
  const sd = {
    ixt: new Float64Array(stage.data.columns.ixt.length).fill(0.5),
    ity: new Float64Array(stage.data.columns.ity.length).fill(0.1),
  };

  test('are a cross at the head, one deviation long to each side', () => {
    const head = lines(spreadMarks(withData(stage, { sd }))).filter(({ width }) => width > 2);
    expect(head).toHaveLength(2);
    const { frame } = stage;
    const across = [frame.x(4.5), frame.y(0.5), frame.x(5.5), frame.y(0.5)];
    const expected = [...across, frame.x(5), frame.y(0.4), frame.x(5), frame.y(0.6)];
    expect(head[0]?.points).toHaveLength(8);
    head[0]?.points.forEach((place, i) => expect(place).toBeCloseTo(expected[i] ?? NaN, 9));
  });

  test('are cut at the edge of the plane, and none without a mean', () => {
    const wide = { ixt: sd.ixt.map(() => 100), ity: sd.ity };
    const { left, right } = stage.frame.box;
    for (const { points } of lines(spreadMarks(withData(stage, { sd: wide })))) {
      for (let i = 0; i < points.length; i += 2) {
        expect(points[i]).toBeGreaterThanOrEqual(left - 1e-6);
        expect(points[i]).toBeLessThanOrEqual(right + 1e-6);
      }
    }
    expect(spreadMarks(stage)).toEqual([]);
  });

  test('are few along a long path, however many measurements it has', () => {
    const long = planeStage(wandering(1, 1000));
    const column = new Float64Array(long.data.columns.ixt.length).fill(0.1);
    const thin = lines(spreadMarks(withData(long, { sd: { ixt: column, ity: column } }))).filter(
      ({ width }) => width < 2,
    );
    expect(thin.flatMap(({ points }) => points).length / 8).toBeLessThanOrEqual(6);
  });
});

describe('shuffled labels', () => {
  test('are grey on the plane up to their last epoch, and said', () => {
    const stage = planeStage(wandering(2, 40));
    const scene = planeScene({
      ...withData(stage, { prefit: 100 }),
      words: { ...words, prefit: 'shuffled labels' },
    });
    const trail = lines(scene.paths);
    const grey = trail.filter(({ stroke }) => stroke === light.mute);
    expect(grey.length).toBeGreaterThan(0);
    expect(grey.length).toBeLessThan(trail.length);
    expect(trail.indexOf(grey[grey.length - 1] ?? trail[0]!)).toBe(grey.length - 1);
    const [said] = ofRole(scene.axes, 'prefit').filter((mark): mark is TextMark => mark.kind === 'text');
    expect(said?.text).toBe('shuffled labels');
    expect(lines(planeScene(stage).paths).every(({ stroke }) => stroke !== light.mute)).toBe(true);
    expect(ofRole(planeScene(stage).axes, 'prefit')).toEqual([]);
  });

  test.each([280, 320, 390, 445, 520, 760])('at %d px no text covers their name', (width) => {
    const stage = planeStage(wandering(2, 40), { width, height: 600 });
    const said = { ...withData(stage, { prefit: 100 }), words: { ...words, prefit: 'shuffled labels' } };
    const boxes = textBoxes(planeScene(said).axes, roughMeasure);
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
    });
  });

  test('are grey where paths have the colour of their layer too', () => {
    const stage = planeStage(wandering(2, 40), undefined, { colourBy: 'layer' });
    const strokes = lines(planeScene(withData(stage, { prefit: 100 })).paths).map(({ stroke }) => stroke);
    expect(new Set(strokes)).toEqual(new Set([light.mute, ...light.layers.slice(0, 2)]));
  });
});

const epochs = Int32Array.from({ length: 101 }, (_, i) => i * 10);
const column = (value: number): Float64Array => new Float64Array(101).fill(value);
const data: ChartData = {
  epochs,
  series: [{ name: 'T1', layer: 0, values: column(6), stride: 1, offset: 0 }],
  scale: epochScale('linear', 1000),
  domain: [0, 12],
  head: 100,
  highlight: null,
};
const size = { width: 300, height: 120 };

describe('repeats in a chart', () => {
  test('a band reaches from its lower to its upper end, within the chart', () => {
    const banded: ChartData = {
      ...data,
      series: data.series.map((line) => ({ ...line, band: { low: column(4), high: column(20) } })),
    };
    const frame = chartFrame(banded, size, 20);
    const [area] = chartLines(banded, frame, light, 'seen').filter(
      (mark): mark is AreaMark => mark.kind === 'area',
    );
    const ys = area?.points.filter((_, i) => i % 2 === 1) ?? [];
    expect(new Set(ys)).toEqual(new Set([frame.y(4), frame.box.top]));
    expect(area?.opacity).toBeLessThan(0.5);
    expect(svgText(area ? [area] : [])).toMatch(/d="M[^"]*Z" fill="#2f6ba8"/);
    expect(chartLines(data, frame, light, 'seen').some(({ kind }) => kind === 'area')).toBe(false);
  });

  test('another run is one faint line for each of the series, of no more points than every second px', () => {
    const frame = chartFrame(data, size, 20);
    const many = Int32Array.from({ length: 5001 }, (_, i) => i / 5);
    const values = new Float64Array(5001).fill(3);
    const others = { key: 'a', epochs: many, runs: [], planned: 8 };
    const [line, ...more] = lines(
      faintLines([{ values, stride: 1, offset: 0 }], { ...data, others }, frame, light),
    );
    expect(more).toEqual([]);
    expect(line?.role).toBe('faint');
    expect(line?.points.length).toBeLessThanOrEqual(300 + 4);
    expect(line?.points.at(-2)).toBeCloseTo(frame.x(1000), 9);
  });

  test('shuffled labels are grey, and end at a line with their name', () => {
    const prefit: ChartData = { ...data, prefit: 500, prefitName: 'shuffled labels' };
    const frame = chartFrame(prefit, size, 20);
    const [grey, coloured] = lines(chartLines(prefit, frame, light, 'seen'));
    expect(grey?.stroke).toBe(light.mute);
    expect(grey?.points.at(-2)).toBeCloseTo(frame.x(500), 9);
    expect(coloured?.stroke).toBe(light.layers[0]);
    expect(coloured?.points[0]).toBeCloseTo(frame.x(500), 9);
    const said = ofRole(chartAxes(prefit, frame, light), 'prefit');
    expect(said.map(({ kind }) => kind)).toEqual(['path', 'text']);
    expect(ofRole(chartAxes(data, frame, light), 'prefit')).toEqual([]);
  });
});
