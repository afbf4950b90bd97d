import { describe, expect, test } from 'vitest';
import { limitsOf, quantizeInputs } from '../../../src/core/experiment/prepare.ts';
import { layerCodes } from '../../../src/core/information/codes.ts';
import { POINTS, SIDE, squareLabels, squareTask } from '../../../src/core/tasks/square.ts';
import { squareNames, type SquareName } from '../../../src/core/tasks/task-name.ts';

const points = Array.from({ length: POINTS }, (_, r) => ({
  x: -1 + (2 * (r % SIDE)) / (SIDE - 1),
  y: 1 - (2 * Math.floor(r / SIDE)) / (SIDE - 1),
}));

/** The logarithm of a Gaussian's density, but for what both have. */
const logDensity = (x: number, mean: number, sd: number): number =>
  -((x - mean) * (x - mean)) / (2 * sd * sd) - Math.log(sd);

/** Which of four fields of the checkerboard; the ends belong to the outer ones. */
const field = (x: number): number => Math.min(3, Math.floor(2 * x + 2));

/** The rules once more, in reals. */
const definitions: Readonly<Record<SquareName, (x: number, y: number) => boolean>> = {
  'half-plane': (x, y) => y > x / 2,
  circle: (x, y) => x * x + y * y < 2 / Math.PI,
  ring: (x, y) => Math.hypot(x, y) > Math.sqrt(0.81 - 2 / Math.PI) && Math.hypot(x, y) < 0.9,
  xor: (x, y) => x > 0 !== y > 0,
  checkerboard: (x, y) => (field(x) + field(-y)) % 2 === 1,
  spiral: (x, y) => {
    const turn = 1.5 * Math.hypot(x, y) - Math.atan2(y, x) / (2 * Math.PI);
    return turn - Math.floor(turn) < 0.5;
  },
  gaussians: (x, y) =>
    logDensity(x, 0.3, 0.6) + logDensity(y, 0, 0.2) > logDensity(x, -0.3, 0.2) + logDensity(y, 0, 0.6),
};

describe('a task on the square', () => {
  test.each(squareNames)('%s has the labels of its rule', (name) => {
    const labels = squareLabels(name);
    const wanted = points.map(({ x, y }) => (definitions[name](x, y) ? 1 : 0));
    const differ = wanted.flatMap((label, r) => (label === labels[r] ? [] : [r]));
    expect(differ).toEqual([]);
  });

  test.each([
    ['half-plane', 2048],
    ['circle', 1992],
    ['ring', 1972],
    ['xor', 2048],
    ['checkerboard', 2048],
    ['spiral', 2048],
    ['gaussians', 1934],
  ] as const)('%s has %i ones, and H(X) = 12', (name, ones) => {
    const task = squareTask(name);
    expect(task.labels.reduce((sum, label) => sum + label, 0)).toBe(ones);
    const p = ones / POINTS;
    const { hx, hy } = limitsOf(task);
    expect(hx).toBe(12);
    expect(hy).toBeCloseTo(-p * Math.log2(p) - (1 - p) * Math.log2(1 - p), 12);
  });

  test('has every point of the grid, row by row from the upper left, ends included', () => {
    const { inputs } = squareTask('circle');
    expect([...inputs.subarray(0, 2), ...inputs.subarray(-2)]).toEqual([-1, 1, 1, -1]);
    const far = points.flatMap(({ x, y }, r) =>
      Math.abs(x - inputs[2 * r]!) + Math.abs(y - inputs[2 * r + 1]!) < 1e-6 ? [] : [r],
    );
    expect(far).toEqual([]);
  });

  test('has no point so near to the spiral’s edge that another arc tangent could differ', () => {
    const nearest = points.reduce((least, { x, y }) => {
      const halves = 3 * Math.hypot(x, y) - Math.atan2(y, x) / Math.PI;
      return Math.min(least, Math.abs(halves - Math.round(halves)));
    }, 1);
    expect(nearest).toBeGreaterThan(1e-6);
  });

  test('keeps all points apart when inputs are quantized at 8 bits over their own range', () => {
    const { inputs, labels, samples } = squareTask('ring');
    const quantized = quantizeInputs(inputs, 4);
    if (!(quantized instanceof Float32Array)) throw new Error('these are reals');
    const codes = layerCodes(quantized, null);
    expect(
      new Set(Array.from({ length: samples }, (_, r) => codes.slice(2 * r, 2 * r + 2).join())).size,
    ).toBe(POINTS);
    expect(labels).toHaveLength(POINTS);
  });
});
