import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { palettes } from '../../src/plots/colours.ts';
import { epochScale } from '../../src/core/experiment/epoch-scale.ts';
import { chartAxes, chartFrame, chartHead, chartLines, chartNames } from '../../src/plots/scene/chart.ts';
import type { ChartData } from '../../src/plots/scene/chart.ts';
import { roughMeasure } from '../../src/plots/scene/marks.ts';
import { decimate } from '../../src/plots/scene/decimate.ts';
import { mergeEnds, stackNames } from '../../src/plots/scene/stack.ts';

const join = (first: string, last: string): string => `${first}-${last.slice(1)}`;
const size = { width: 308, height: 150 };

/** A chart of one value a layer and measurement: values[layer][measurement]. */
function chart(values: readonly (readonly number[])[], more: Partial<ChartData> = {}): ChartData {
  const length = values[0]?.length ?? 0;
  return {
    epochs: Int32Array.from({ length }, (_, m) => m * 5),
    series: values.map((line, layer) => ({
      name: `T${layer + 1}`,
      layer,
      values: Float64Array.from(line),
      stride: 1,
      offset: 0,
    })),
    scale: epochScale('log', Math.max(1, (length - 1) * 5)),
    domain: [0, 12],
    head: length - 1,
    highlight: null,
    ...more,
  };
}

describe('decimation', () => {
  test('keeps the first, the last and both extremes of every column of pixels', () => {
    const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 50 }), (list, width) => {
        const column = { values: Float64Array.from(list), stride: 1, offset: 0 };
        const x = (i: number): number => (i / list.length) * width;
        const points = decimate(column, 0, list.length, x, (y) => y);
        expect(points.length / 2).toBeLessThanOrEqual(4 * width);
        const [xs, ys] = [points.filter((_, i) => i % 2 === 0), points.filter((_, i) => i % 2 === 1)];
        expect([...xs]).toEqual([...xs].sort((a, b) => a - b));
        for (let pixel = 0; pixel < width; pixel++) {
          const inside = list.filter((_, i) => Math.floor(x(i)) === pixel);
          const kept = ys.filter((_, i) => Math.floor(xs[i] ?? 0) === pixel);
          if (inside.length === 0) continue;
          expect([Math.min(...kept), Math.max(...kept)]).toEqual([Math.min(...inside), Math.max(...inside)]);
          expect([kept[0], kept[kept.length - 1]]).toEqual([inside[0], inside[inside.length - 1]]);
        }
      }),
    );
  });

  test('reads columns by stride and offset and leaves out what is no number', () => {
    const column = { values: Float64Array.of(9, NaN, 9, 1, 9, 2), stride: 2, offset: 1 };
    expect(
      decimate(
        column,
        0,
        3,
        (i) => i * 10,
        (y) => y,
      ),
    ).toEqual([10, 1, 20, 2]);
  });
});

describe("names at the lines' ends", () => {
  const end = (order: number | null, y: number) => ({
    name: `T${(order ?? 0) + 1}`,
    y,
    colour: `c${order}`,
    order,
  });

  test('neighbouring layers that end together have one name', () => {
    const names = mergeEnds([end(0, 10), end(1, 10.4), end(2, 11), end(3, 30), end(4, 30)], join);
    expect(names.map(({ text }) => text)).toEqual(['T1-3', 'T4-5']);
  });

  test('layers that end together but are no neighbours keep their own', () => {
    const names = mergeEnds([end(0, 10), end(1, 50), end(2, 10)], join);
    expect(names.map(({ text }) => text)).toEqual(['T1', 'T2', 'T3']);
  });

  test('train and test are never merged', () => {
    expect(mergeEnds([end(null, 10), end(null, 10)], join)).toHaveLength(2);
  });

  test('stacked, they never overlap, stay within bounds if they fit, and keep their order', () => {
    const ys = fc.array(fc.double({ min: -20, max: 170, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(ys, (list) => {
        const names = list.map((y, i) => ({ text: String(i), y, colour: '' }));
        const stacked = stackNames(names, 13, 0, 150);
        stacked.forEach((name, i) => {
          const before = stacked[i - 1];
          if (before) expect(name.y - before.y).toBeGreaterThanOrEqual(13 - 1e-9);
          expect(name.y).toBeGreaterThanOrEqual(6.5 - 1e-9);
          expect(name.y).toBeLessThanOrEqual(143.5 + 1e-9);
        });
      }),
    );
  });

  test('a name with room on both sides stands at its line', () => {
    const names = [20, 80].map((y) => ({ text: '', y, colour: '' }));
    expect(stackNames(names, 13, 0, 150).map(({ y }) => y)).toEqual([20, 80]);
  });
});

describe('a chart', () => {
  const data = chart([
    [12, 12, 12, 12],
    [3, 6, 8, 7],
  ]);
  const frame = chartFrame(data, size, 30);

  test("has the slider's scale from edge to edge", () => {
    expect(frame.x(0)).toBe(frame.box.left);
    expect(frame.x(15)).toBe(frame.box.right);
    expect([frame.y(0), frame.y(12)]).toEqual([frame.box.bottom, frame.box.top]);
  });

  test('draws one line a layer, test dashed and train not', () => {
    expect(chartLines(data, frame, palettes.light, 'seen')).toHaveLength(2);
    const [train, tests] = chart([
      [1, 2],
      [1, 2],
    ]).series;
    if (!train || !tests) throw new Error('two lines');
    const pair = {
      ...data,
      series: [
        { ...train, layer: null },
        { ...tests, layer: null, dashed: true },
      ],
    };
    const [solid, dashed] = chartLines(pair, frame, palettes.light, 'seen');
    expect(solid).not.toHaveProperty('dash');
    expect(dashed).toHaveProperty('dash');
  });

  test('marks the viewing head between two measurements', () => {
    const [head] = chartHead({ ...data, head: 1.5 }, frame, palettes.light);
    expect(head?.kind === 'path' && Math.abs((head.points[0] ?? 0) - frame.x(7.5))).toBeLessThanOrEqual(1);
  });

  test('names the lines at their ends, right of the last measurement', () => {
    const names = chartNames(data, frame, palettes.light, join);
    expect(names.map(({ text }) => text)).toEqual(['T1', 'T2']);
    for (const { x } of names) expect(x).toBeGreaterThan(frame.x(15));
  });

  test('with nothing measured yet has axes only', () => {
    const empty = chart([[]], { head: -1, domain: [0, 1] });
    const bare = chartFrame(empty, size, 30);
    expect(chartLines(empty, bare, palettes.light, 'seen')).toEqual([]);
    expect(chartNames(empty, bare, palettes.light, join)).toEqual([]);
    expect(chartAxes(empty, bare, palettes.light).length).toBeGreaterThan(0);
  });

  test('values fit into the room at the left, whatever H(X) is', () => {
    for (const high of [0.99916, 3.31985, 9.999, 11.9, 12, 16.0951]) {
      const data = chart([[0, high]], { domain: [0, high] });
      const frame = chartFrame(data, size, 40);
      const values = chartAxes(data, frame, palettes.light).filter(
        (mark) => mark.kind === 'text' && mark.anchor === 'end',
      );
      expect(values).toHaveLength(3);
      for (const mark of values) {
        if (mark.kind !== 'text') continue;
        expect(mark.x - roughMeasure(mark.text, mark.size, mark.weight)).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
