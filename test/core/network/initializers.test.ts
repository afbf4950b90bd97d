import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initializerNames, initialKernel } from '../../../src/core/network/initializers.ts';
import { Random } from '../../../src/core/random/random.ts';

const draw = (name: (typeof initializerNames)[number], fanIn: number, units: number, seed = 1) =>
  initialKernel(name, fanIn, units, new Random(seed, 'weights'));

/** Mean and standard deviation. */
function moments(values: Float32Array): [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)];
}

describe('initialKernel', () => {
  // glorot and he from a second implementation, in Python.
  test.each([
    ['glorot', [-0.5073740482330322, 0.4302673935890198, -0.2987165153026581, -0.40655508637428284]],
    ['he', [-0.6869876980781555, 0.5825848579406738, -0.40446406602859497, -0.5504782199859619]],
  ] as const)('gives the documented first weights of a 12-10 layer for %s', (name, expected) => {
    const kernel = draw(name, 12, 10);
    expect(kernel).toHaveLength(120);
    expect([...kernel.subarray(0, 4)]).toEqual(expected);
  });

  test('gives the documented first weights of a 12-10 layer for normal, to within the logarithm', () => {
    const kernel = draw('normal', 12, 10);
    expect(kernel).toHaveLength(120);
    for (const [i, expected] of [
      -0.0696062371134758, -0.09473453462123871, -0.260317325592041, 0.190995454788208,
    ].entries())
      expect(kernel[i]).toBeCloseTo(expected, 6);
  });

  test('keeps uniform kernels within their limit, evenly spread', () => {
    for (const [name, limit] of [
      ['glorot', Math.sqrt(6 / 250)],
      ['he', Math.sqrt(6 / 50)],
    ] as const) {
      const kernel = draw(name, 50, 200, 3);
      const [mean, deviation] = moments(kernel);
      expect(Math.max(...kernel.map(Math.abs))).toBeLessThanOrEqual(Math.fround(limit));
      expect(Math.abs(mean)).toBeLessThan(0.02 * limit);
      expect(deviation).toBeCloseTo(limit / Math.sqrt(3), 2);
    }
  });

  test('cuts the normal at two standard deviations of 1/sqrt(units) without rescaling it', () => {
    const kernel = draw('normal', 400, 25, 3);
    const [mean, deviation] = moments(kernel);
    expect(Math.max(...kernel.map(Math.abs))).toBeLessThanOrEqual(Math.fround(0.4));
    expect(Math.abs(mean)).toBeLessThan(0.005);
    // The standard deviation of a standard normal cut at 2.
    expect(deviation / 0.2).toBeCloseTo(0.8796, 1);
    const inner = kernel.filter((weight) => Math.abs(weight) < 0.2).length / kernel.length;
    expect(inner).toBeCloseTo(0.6827 / 0.9545, 1);
  });

  test('goes on in the stream from layer to layer, and a repeat or an attempt has weights of its own', () => {
    const random = new Random(1, 'weights');
    const first = initialKernel('glorot', 3, 3, random);
    expect(initialKernel('glorot', 3, 3, random)).not.toEqual(first);
    expect(initialKernel('glorot', 3, 3, new Random(1, 'weights', 1))).not.toEqual(first);
    expect(initialKernel('glorot', 3, 3, new Random(1, 'weights', 0, 1))).not.toEqual(first);
    expect(initialKernel('glorot', 3, 3, new Random(1, 'weights'))).toEqual(first);
  });

  test('fills kernels of any size with finite numbers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...initializerNames),
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 1, max: 64 }),
        (name, fanIn, units) => {
          const kernel = draw(name, fanIn, units);
          return kernel.length === fanIn * units && kernel.every(Number.isFinite);
        },
      ),
    );
  });
});
