import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/finish.ts';
import { densityInParts, densityWork } from '../../../src/core/information/kernel-density.ts';
import { labelNoise, weightOf } from '../../../src/core/information/label-noise.ts';
import type { Information } from '../../../src/core/information/mutual-information.ts';
import type { Labels, LayerOutputs } from '../../../src/core/information/outputs.ts';
import { Random } from '../../../src/core/random/random.ts';

interface Made {
  readonly layer: LayerOutputs;
  readonly labels: Labels;
}

function bounds(bound: 'upper' | 'lower', variance: number, { layer, labels }: Made): Information {
  return finish(densityInParts({ bound, variance }, layer, labels));
}

/** The formulas word for word. */
function naive(bound: 'upper' | 'lower', variance: number, { layer, labels }: Made): Information {
  const { units, values } = layer;
  const { noise } = labels;
  const informationOf = (samples: readonly number[]): number => {
    const n = samples.length;
    let sum = 0;
    for (const i of samples) {
      let density = 0;
      for (const j of samples) {
        let distance = 0;
        for (let u = 0; u < units; u++) distance += (values[i * units + u]! - values[j * units + u]!) ** 2;
        density += Math.exp(-distance / ((bound === 'upper' ? 2 : 8) * variance)) / n;
      }
      sum -= Math.log2(density) / n;
    }
    return sum;
  };
  const all = Array.from(labels.labels, (_, s) => s);
  const ixt = informationOf(all);
  let within = 0;
  for (let c = 0; c < labels.classes; c++) {
    // With noise a sample is there as often as it is seen as this class.
    const often = (s: number): number => Number(labels.labels[s] === c);
    const times = (s: number): number => (!noise ? often(s) : often(s) ? noise.kept : noise.moved);
    const own = all.flatMap((s) => Array.from({ length: times(s) }, () => s));
    const share = own.length / (all.length * weightOf(noise, labels.classes));
    if (own.length > 0) within += share * informationOf(own);
  }
  return [ixt, ixt - within];
}

const made = fc
  .record({
    samples: fc.integer({ min: 1, max: 40 }),
    units: fc.integer({ min: 1, max: 4 }),
    classes: fc.integer({ min: 1, max: 4 }),
    coarse: fc.boolean(),
    noise: fc.constantFrom(0, 0, 1 / 4, 1 / 2),
    seed: fc.nat(),
  })
  .map(({ samples, units, classes, coarse, noise, seed }): Made => {
    const seen = labelNoise(noise, classes);
    const random = new Random(seed, 'task');
    return {
      layer: {
        units,
        values: Float32Array.from({ length: samples * units }, () =>
          coarse ? random.below(3) - 1 : random.unit() * 2 - 1,
        ),
      },
      labels: {
        labels: Uint8Array.from({ length: samples }, () => random.below(classes)),
        classes,
        ...(seen ? { noise: seen } : {}),
      },
    };
  });
const variance = fc.constantFrom(1e-6, 1e-3, 0.02, 0.3, 10);

describe('a kernel density bound', () => {
  it('is what the formula says', () => {
    fc.assert(
      fc.property(made, variance, fc.constantFrom('upper', 'lower'), (data, s2, bound) => {
        const [ixt, ity] = bounds(bound, s2, data);
        const expected = naive(bound, s2, data);
        expect(ixt).toBeCloseTo(expected[0], 10);
        expect(ity).toBeCloseTo(expected[1], 10);
      }),
    );
  });

  it('is from 0 to log2 N, the upper at least the lower', () => {
    fc.assert(
      fc.property(made, variance, (data, s2) => {
        const [upper] = bounds('upper', s2, data);
        const [lower] = bounds('lower', s2, data);
        expect(lower).toBeGreaterThanOrEqual(-1e-12);
        expect(upper).toBeGreaterThanOrEqual(lower - 1e-12);
        expect(upper).toBeLessThanOrEqual(Math.log2(data.labels.labels.length) + 1e-12);
      }),
    );
  });

  const labels: Labels = { labels: Uint8Array.of(0, 0, 1, 1, 0, 1, 1, 0), classes: 2 };

  it('of samples in one place is nothing', () => {
    const layer = { units: 3, values: new Float32Array(24).fill(0.3) };
    expect(bounds('upper', 1e-3, { layer, labels })).toEqual([0, 0]);
    expect(bounds('lower', 1e-3, { layer, labels })).toEqual([0, 0]);
  });

  it('of samples far apart is log2 N, and all of the class', () => {
    const layer = { units: 1, values: Float32Array.from({ length: 8 }, (_, s) => 10 * s) };
    expect(bounds('upper', 1e-3, { layer, labels })).toEqual([3, 1]);
    expect(bounds('lower', 1e-3, { layer, labels })).toEqual([3, 1]);
  });

  it('of two places, one for each class, is one bit, all of it of the class', () => {
    const layer = { units: 1, values: Float32Array.from(labels.labels, (label) => 5 * label) };
    const [ixt, ity] = bounds('upper', 1e-3, { layer, labels });
    expect(ixt).toBeCloseTo(1, 12);
    expect(ity).toBeCloseTo(1, 12);
  });

  it('of many samples with few outputs takes no longer than of the few', () => {
    const samples = 60000;
    const layer = { units: 2, values: Float32Array.from({ length: 2 * samples }, (_, i) => (i >> 3) % 5) };
    const of = { labels: Uint8Array.from({ length: samples }, (_, s) => s % 3), classes: 3 };
    const [ixt, ity] = bounds('upper', 1e-3, { layer, labels: of });
    expect(ixt).toBeCloseTo(Math.log2(5), 9);
    expect(ity).toBeCloseTo(0, 9);
  });

  it('says what it has done, as often as a caller wants to breathe', () => {
    const random = new Random(1, 'task');
    const samples = 2000;
    const units = 3;
    const layer = { units, values: Float32Array.from({ length: samples * units }, () => random.unit()) };
    const of = { labels: Uint8Array.from({ length: samples }, () => random.below(2)), classes: 2 };
    const parts = [...densityInParts({ bound: 'upper', variance: 1e-3 }, layer, of)];
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(densityWork(samples, units));
    expect(parts.length).toBeGreaterThan(50);
    const few = { units, values: layer.values.map((value) => Math.round(10 * value)) };
    const fewer = [...densityInParts({ bound: 'upper', variance: 1e-3 }, few, of)];
    expect(fewer.length).toBeLessThan(parts.length / 2);
    expect(fewer.reduce((sum, part) => sum + part, 0)).toBeCloseTo(densityWork(samples, units), 3);
  });
});
