import { logF32 } from '../maths/log.ts';
import type { Random } from '../random/random.ts';

export const initializerNames = ['glorot', 'normal', 'he'] as const;

export type InitializerName = (typeof initializerNames)[number];

const f32 = Math.fround;

/**
 * A kernel before training, (fanIn, units), row-major; drawn in that order, every operation rounded to float32.
 *
 * - `glorot` (Glorot & Bengio 2010, uniform): (2u - 1) * limit, limit = sqrt(6 / (fanIn + units)).
 * - `he` (He et al. 2015, uniform): the same with limit = sqrt(6 / fanIn).
 * - `normal`: n * sd with sd = 1 / sqrt(units), units being the layer's own, as the study had it for MNIST; n is
 *   standard normal, drawn again where it is beyond 2, and not rescaled for that.
 *
 * u is `random.unit()`. Biases start at 0 and take no random numbers.
 *
 * @param random the stream (seed, weights); the kernels of a network are drawn from it layer after layer
 */
export function initialKernel(
  name: InitializerName,
  fanIn: number,
  units: number,
  random: Random,
): Float32Array {
  switch (name) {
    case 'glorot':
      return uniform(fanIn * units, rootOf(6, fanIn + units), random);
    case 'he':
      return uniform(fanIn * units, rootOf(6, fanIn), random);
    case 'normal':
      return truncatedNormal(fanIn * units, rootOf(1, units), random);
  }
}

/** sqrt(numerator / denominator), rounded to float32 after each of the two. */
function rootOf(numerator: number, denominator: number): number {
  return f32(Math.sqrt(f32(numerator / denominator)));
}

/** Values in [-limit, limit), (size). 2u - 1 is exact. */
function uniform(size: number, limit: number, random: Random): Float32Array {
  const values = new Float32Array(size);
  for (let i = 0; i < size; i++) values[i] = f32(2 * random.unit() - 1) * limit;
  return values;
}

/**
 * Values of a normal distribution cut at 2 sd, (size), by Marsaglia's polar method: with p = 2u - 1 and
 * q = 2u' - 1 and s = p^2 + q^2, drawn again while s is 0 or at least 1, and m = sqrt((-2 log s) / s), first p m and
 * then q m are standard normal. What is beyond 2, or left over at the end, is dropped.
 */
function truncatedNormal(size: number, sd: number, random: Random): Float32Array {
  const values = new Float32Array(size);
  let filled = 0;
  while (filled < size) {
    const p = f32(2 * random.unit() - 1);
    const q = f32(2 * random.unit() - 1);
    const s = f32(f32(p * p) + f32(q * q));
    if (s === 0 || s >= 1) continue;
    const m = f32(Math.sqrt(f32(f32(-2 * logF32(s)) / s)));
    for (const normal of [f32(p * m), f32(q * m)]) {
      if (filled < size && Math.abs(normal) <= 2) values[filled++] = f32(normal * sd);
    }
  }
  return values;
}
