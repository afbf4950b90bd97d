import { describe, expect, test } from 'vitest';
import { palettes } from '../../src/plots/colours.ts';
import {
  classColour,
  classShape,
  mostSamples,
  nearestSample,
  outputExtent,
  projectCube,
  scatterBox,
  scatterMarks,
  stride,
  type ScatterData,
} from '../../src/plots/scene/scatter.ts';

const size = { width: 300, height: 264 };
const palette = palettes.light;

function dataOf(
  samples: readonly (readonly number[])[],
  labels: readonly number[],
  classes = 2,
): ScatterData {
  const units = samples[0]?.length ?? 2;
  const names = ['unit 1', 'unit 2', 'unit 3'].slice(0, units);
  return {
    values: Float32Array.from(samples.flat()),
    units,
    labels: Uint8Array.from(labels),
    classes,
    names,
  };
}

const points = (data: ScatterData) =>
  scatterMarks(data, size, palette).filter(({ role }) => role === 'point');

describe('two units', () => {
  test('span the square from the smallest output to the largest, unit 2 upward', () => {
    const [circles, crosses] = points(
      dataOf(
        [
          [0, 0],
          [4, 2],
          [2, 4],
        ],
        [0, 0, 1],
      ),
    );
    const { left, right, top, bottom } = scatterBox(size, 2);
    const middle = (a: number, b: number): number => (a + b) / 2;
    expect(circles).toMatchObject({ shape: 'circle', points: [left, bottom, right, middle(top, bottom)] });
    expect(crosses).toMatchObject({ shape: 'cross', points: [middle(left, right), top] });
  });

  test('samples of one class at one place are one larger mark', () => {
    const here: [number, number] = [1, 1];
    const marks = points(dataOf([[0, 0], here, here, here, here, here], [0, 0, 0, 0, 0, 0]));
    expect(marks).toHaveLength(2);
    expect(marks.map((mark) => mark.kind === 'markers' && mark.points.length)).toEqual([2, 2]);
    const [one, many] = marks.map((mark) => (mark.kind === 'markers' ? mark.r : NaN));
    expect(many).toBeGreaterThan(one!);
  });

  test('classes at one place are both drawn', () => {
    const marks = points(
      dataOf(
        [
          [0, 0],
          [0, 0],
          [1, 1],
        ],
        [0, 1, 1],
      ),
    );
    expect(marks.map((mark) => mark.kind === 'markers' && mark.shape)).toEqual(['circle', 'cross']);
  });

  test('a constant layer lies in the middle, and is no division by zero', () => {
    expect(outputExtent(Float32Array.of(3, 3))).toEqual([2.5, 3.5]);
    const [mark] = points(dataOf([[3, 3]], [0]));
    const { left, right } = scatterBox(size, 2);
    expect(mark?.kind === 'markers' && mark.points[0]).toBeCloseTo((left + right) / 2, -1);
  });
});

test('three units are seen from the corner where all are large: that one and its opposite fall on one place', () => {
  expect(projectCube(1, 1, 1)).toEqual(projectCube(0, 0, 0));
  expect(projectCube(1, 0, 0)[0]).toBeGreaterThan(0.5);
  expect(projectCube(0, 1, 0)[0]).toBeLessThan(0.5);
  expect(projectCube(0, 0, 1)).toEqual([0.5, 1]);
  for (const corner of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const [x, y] = projectCube(corner & 1, (corner >> 1) & 1, corner >> 2);
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(Math.max(x, y)).toBeLessThanOrEqual(1);
  }
});

describe('classes', () => {
  test('two have shapes that differ, and colours that differ', () => {
    expect(new Set([0, 1].map((label) => classShape(label, 2))).size).toBe(2);
    expect(new Set([0, 1].map((label) => classColour(label, 2, palette))).size).toBe(2);
  });

  test('ten are drawn as their numbers, each in a colour of its own', () => {
    const marks = points(
      dataOf(
        Array.from({ length: 10 }, (_, i) => [i, i]),
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        10,
      ),
    );
    expect(marks.map((mark) => mark.kind === 'text' && mark.text)).toEqual(
      Array.from({ length: 10 }, (_, i) => String(i)),
    );
    expect(new Set(Array.from({ length: 10 }, (_, label) => classColour(label, 10, palette))).size).toBe(10);
  });
});

test('of very many samples an even part is drawn', () => {
  expect(stride(mostSamples)).toBe(1);
  expect(stride(70_000)).toBe(18);
  const many = Array.from({ length: 70_000 }, (_, i) => [i, i]);
  const marks = points(
    dataOf(
      many,
      many.map(() => 0),
    ),
  );
  const drawn = marks.reduce((sum, mark) => sum + (mark.kind === 'markers' ? mark.points.length / 2 : 0), 0);
  expect(drawn).toBeLessThanOrEqual(mostSamples);
});

describe('the sample under a pointer', () => {
  const values = Array.from({ length: 60 }, (_, i) => [Math.sin(3 * i), Math.cos(5 * i), Math.sin(7 * i)]);

  test.each([2, 3])('is the nearest of those that are drawn, with %i units', (units) => {
    const data = dataOf(
      values.map((one) => one.slice(0, units)),
      values.map((_, i) => i % 2),
    );
    const box = scatterBox(size, units);
    const side = box.right - box.left;
    const [low, high] = outputExtent(data.values);
    const place = (sample: number): readonly [number, number] => {
      const part = (unit: number): number => ((data.values[sample * units + unit] ?? 0) - low) / (high - low);
      const [across, up] = units === 2 ? [part(0), part(1)] : projectCube(part(0), part(1), part(2));
      return [box.left + across * side, box.bottom - up * side];
    };
    for (const sample of values.keys()) {
      const [x, y] = place(sample);
      const found = nearestSample(data, size, x + 0.2, y - 0.1);
      const distances = [...values.keys()].map((other) => {
        const [atX, atY] = place(other);
        return Math.hypot(atX - x - 0.2, atY - y + 0.1);
      });
      expect(distances[found ?? -1]).toBe(Math.min(...distances));
    }
    expect(nearestSample(data, size, -500, -500)).toBeNull();
  });
});
