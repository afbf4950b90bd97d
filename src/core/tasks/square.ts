import { atan } from '../maths/atan.ts';
import type { SquareName } from './task-name.ts';
import type { Task } from './task.ts';

/** Points on each side of the square. */
export const SIDE = 64;
export const POINTS = SIDE * SIDE;

/**
 * All 64 x 64 points of a grid on [-1, 1]^2 as inputs of two reals; the ends belong to it. Sample r is the point in
 * row floor(r / 64), counted from the top, and column r mod 64, so labels are a picture row by row:
 *
 *     u = 2 column - 63,  v = 63 - 2 row,  x1 = float32(u / 63),  x2 = float32(v / 63)
 *
 * u and v are odd, so no point lies on an axis.
 */
export function squareTask(name: SquareName): Task & { readonly inputs: Float32Array } {
  const inputs = new Float32Array(POINTS * 2);
  for (let r = 0; r < POINTS; r++) {
    const { u, v } = pointOf(r);
    inputs[2 * r] = u / (SIDE - 1);
    inputs[2 * r + 1] = v / (SIDE - 1);
  }
  const shape = { samples: POINTS, features: 2, classes: 2, image: null, ownTrainSamples: null };
  return { name, ...shape, inputs, labels: squareLabels(name) };
}

/** Class of each point, (4096). */
export function squareLabels(name: SquareName): Uint8Array {
  const rule = rules[name];
  return Uint8Array.from({ length: POINTS }, (_, r) => {
    const { u, v } = pointOf(r);
    return rule(u, v) ? 1 : 0;
  });
}

/** A point's coordinates in units of 1/63: odd, -63 to 63; v upward. */
export function pointOf(r: number): { u: number; v: number } {
  return { u: 2 * (r % SIDE) - (SIDE - 1), v: SIDE - 1 - 2 * Math.floor(r / SIDE) };
}

/** Turns of the spiral from its middle to distance 1. */
const turns = 1.5;

/** Which points are of class 1, with x1 = u/63 and x2 = v/63. All but the spiral in whole numbers. */
const rules: Readonly<Record<SquareName, (u: number, v: number) => boolean>> = {
  /** Above the line x2 = x1 / 2, on which no point lies. */
  'half-plane': (u, v) => 2 * v > u,
  /** x1^2 + x2^2 < 2/pi, a circle of half the square's area: 63^2 (2/pi) = 2526.8. */
  circle: (u, v) => u * u + v * v < 2527,
  /** A ring of half the area too, between x1^2 + x2^2 = 0.81 - 2/pi and 0.81: radii 0.416 and 0.9. */
  ring: (u, v) => u * u + v * v > 688 && u * u + v * v < 3215,
  /** Exactly one coordinate is positive. */
  xor: (u, v) => u * v < 0,
  /** Fields of 16 x 16 points, the upper left one of class 0. */
  checkerboard: (u, v) => (((u + 63) >> 5) + ((63 - v) >> 5)) % 2 === 1,
  /**
   * Two arms: with rho the distance from the middle and phi the angle from the first axis in turns, 0 to 1, those
   * with 1.5 rho - phi less than half above a whole number. In double; none is nearer than 1e-6 to a half.
   */
  spiral: (u, v) => {
    const rho = Math.sqrt(u * u + v * v) / 63;
    const quadrant = u < 0 ? 1 / 2 : v < 0 ? 1 : 0;
    const phi = atan(v / u) / (2 * Math.PI) + quadrant;
    const place = turns * rho - phi;
    return place - Math.floor(place) < 1 / 2;
  },
  /**
   * The likelier of two Gaussians, each as frequent as the other: class 0 around (-0.3, 0) with standard deviations
   * (0.2, 0.6), class 1 around (0.3, 0) with (0.6, 0.2); equally likely points are of class 0. The determinants are
   * equal, so y = 1 where ((x1 + 0.3)/0.2)^2 + (x2/0.6)^2 > ((x1 - 0.3)/0.6)^2 + (x2/0.2)^2, here times
   * (0.6 630)^2: outside a hyperbola.
   */
  gaussians: (u, v) => {
    const left = 10 * u + 189;
    const right = 10 * u - 189;
    return 9 * left * left + 100 * v * v > right * right + 900 * v * v;
  },
};
