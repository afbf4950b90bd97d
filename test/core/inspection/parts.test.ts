import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/finish.ts';
import {
  partitionEntropy,
  partitionInParts,
  type Partition,
} from '../../../src/core/information/partition.ts';
import { histogramOf } from '../../../src/core/information/entropy.ts';
import {
  labelNoise,
  seenByClass,
  weightOf,
  type LabelNoise,
} from '../../../src/core/information/label-noise.ts';
import {
  informationOf,
  informationOfCounts,
  labelEntropy,
} from '../../../src/core/information/mutual-information.ts';
import { cellOrders, samplesOf } from '../../../src/core/inspection/cell-orders.ts';
import { formulaParts } from '../../../src/core/inspection/formula-parts.ts';
import { layerWeights } from '../../../src/core/inspection/layer-weights.ts';
import { unitHistograms } from '../../../src/core/inspection/unit-histograms.ts';
import { parameterPlaces } from '../../../src/core/kernel.ts';
import { codeOf, levelsOf, quantize } from '../../../src/core/quantization/fake-quantization.ts';
import { countPattern } from '../../../src/core/tasks/icosahedron.ts';
import { vertexPlaces } from '../../../src/core/tasks/icosahedron-places.ts';
import { imageNetwork } from '../network/image-network.ts';

const classes = 3;

/** Codes and classes of some samples. */
const some = fc.array(fc.tuple(fc.nat(9), fc.nat(classes - 1)), { minLength: 1, maxLength: 120 });

const cellsOf = (samples: readonly (readonly [code: number, label: number])[]): Partition =>
  finish(
    partitionInParts(
      Int32Array.from(samples, ([code]) => code),
      samples.length,
      Uint8Array.from(samples, ([, label]) => label),
      classes,
    ),
  );

/** H in bits of how often the values of a list occur: the slow way. */
function entropyOf(values: readonly unknown[]): number {
  const counts = new Map<unknown, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / values.length) * Math.log2(count / values.length);
  return sum;
}

describe('the parts of the formulas', () => {
  it('are those of the labels as they are seen, where these have noise', () => {
    // Of 8 draws 5 and one of the three are the class itself: 6, and each other class is one.
    const noise = { kept: 6, moved: 1 };
    fc.assert(
      fc.property(some, (samples) => {
        const parts = formulaParts(cellsOf(samples), noise);
        const drawn = samples.flatMap(([code, label]) =>
          [label, label, label, label, label, 0, 1, 2].map((seen) => [code, seen] as const),
        );
        let given = 0;
        for (const [label, part] of parts.classes.entries()) {
          const own = drawn.filter(([, seen]) => seen === label).map(([code]) => code);
          expect(part.inputs).toBe(own.length / 8);
          expect(part.bits).toBeCloseTo(entropyOf(own), 10);
          given += (own.length / drawn.length) * entropyOf(own);
        }
        expect(parts.given).toBeCloseTo(given, 10);
      }),
      { numRuns: 60 },
    );
  });

  it('add up to H(T), and to H(T|Y)', () => {
    fc.assert(
      fc.property(some, (samples) => {
        const cells = cellsOf(samples);
        const parts = formulaParts(cells);
        const n = samples.length;
        const ht = entropyOf(samples.map(([code]) => code));
        expect(Math.log2(n) - parts.shared).toBeCloseTo(ht, 10);
        expect(partitionEntropy(cells)).toBeCloseTo(ht, 10);
        const sum = (pick: (group: (typeof parts.groups)[number]) => number): number =>
          parts.groups.reduce((all, group) => all + pick(group), 0);
        expect(sum(({ bits }) => bits)).toBeCloseTo(ht, 10);
        expect(sum(({ codes }) => codes)).toBe(cells.sizes.length);
        expect(sum(({ inputs }) => inputs)).toBe(n);
        let given = 0;
        for (const [label, part] of parts.classes.entries()) {
          const own = samples.filter((sample) => sample[1] === label).map(([code]) => code);
          expect(part.inputs).toBe(own.length);
          expect(part.codes).toBe(new Set(own).size);
          expect(part.bits).toBeCloseTo(entropyOf(own), 10);
          given += (own.length / n) * entropyOf(own);
        }
        expect(parts.given).toBeCloseTo(given, 10);
        const [, ity] = informationOf(
          Int32Array.from(samples, ([code]) => code),
          Uint8Array.from(samples, ([, label]) => label),
          classes,
        );
        expect(ht - given).toBeCloseTo(ity, 10);
      }),
    );
  });

  it('group codes by powers of two, the smallest first, without empty groups', () => {
    fc.assert(
      fc.property(some, (samples) => {
        const cells = cellsOf(samples);
        const { groups } = formulaParts(cells);
        for (const [i, { least, most, codes }] of groups.entries()) {
          expect(Math.log2(least) % 1).toBe(0);
          expect(most).toBe(2 * least - 1);
          expect(codes).toBe(cells.sizes.filter((size) => size >= least && size <= most).length);
          expect(codes).toBeGreaterThan(0);
          if (i > 0) expect(least).toBeGreaterThan(groups[i - 1]!.most);
        }
      }),
    );
  });
});

describe('the cells in order', () => {
  it('are sorted as each order says, and each comes once', () => {
    fc.assert(
      fc.property(some, (samples) => {
        const cells = cellsOf(samples);
        const { mixing, orders } = cellOrders(cells);
        for (const [cell, bits] of mixing.entries()) {
          const own = [...samplesOf(cells, cell)];
          expect(own).toEqual(samples.flatMap((_, s) => (cells.cellOf[s] === cell ? [s] : [])));
          expect(bits).toBeCloseTo(entropyOf(own.map((s) => samples[s]![1])), 10);
          if (new Set(own.map((s) => samples[s]![1])).size === 1) expect(bits).toBe(0);
        }
        const size = (cell: number): number => cells.sizes[cell]!;
        for (const order of Object.values(orders))
          expect([...order].sort((a, b) => a - b)).toEqual([...cells.sizes.keys()]);
        for (let i = 1; i < mixing.length; i++) {
          const pair = (order: Uint32Array): [number, number] => [order[i - 1]!, order[i]!];
          const [a, b] = pair(orders.largest);
          expect(size(a) > size(b) || (size(a) === size(b) && a < b)).toBe(true);
          const [c, d] = pair(orders.purest);
          expect(mixing[c]! < mixing[d]! || (mixing[c] === mixing[d] && size(c) >= size(d))).toBe(true);
          const [e, f] = pair(orders.mixed);
          expect(mixing[e]! > mixing[f]! || (mixing[e] === mixing[f] && size(e) >= size(f))).toBe(true);
        }
      }),
    );
  });
});

describe('how mixed the cells are where labels have noise', () => {
  const noises = fc.constantFrom(1 / 8, 1 / 2, 3 / 1024, 5 / 16).map((probability) => {
    return labelNoise(probability, classes) as LabelNoise; // None of them is 0.
  });

  it('comes, over all samples, to H(Y) less I(T;Y), of labels as they are seen in whole numbers', () => {
    fc.assert(
      fc.property(some, fc.option(noises), (samples, noise) => {
        const cells = cellsOf(samples);
        const seen = { sizes: cells.sizes, byClass: seenByClass(cells.byClass, classes, noise) };
        const { mixing } = cellOrders(seen);
        const n = samples.length;
        const given = mixing.reduce((sum, bits, cell) => sum + (cells.sizes[cell]! / n) * bits, 0);
        const labels = Uint8Array.from(samples, ([, label]) => label);
        const hy = labelEntropy(labels, classes, noise);
        const joint = histogramOf(seen.byClass);
        const [, ity] = informationOfCounts({ histogram: histogramOf(cells.sizes), joint }, n, hy);
        expect(given).toBeCloseTo(hy - ity, 10);
        // Every sample counts as often as any other.
        const weight = weightOf(noise, classes);
        for (const [cell, size] of cells.sizes.entries()) {
          const own = seen.byClass.subarray(cell * classes, (cell + 1) * classes);
          expect(own.reduce((sum, count) => sum + count, 0)).toBe(weight * size);
        }
      }),
    );
  });

  it('is never less than the noise of one label alone, and the same in cells of the same proportions', () => {
    const noise = labelNoise(1 / 8, 2);
    const byClass = seenByClass(Uint32Array.of(48, 0, 0, 7, 9, 3, 1, 3), 2, noise);
    const { mixing, orders } = cellOrders({ sizes: Uint32Array.of(48, 7, 12, 4), byClass });
    const alone = -(1 / 8) * Math.log2(1 / 8) - (7 / 8) * Math.log2(7 / 8);
    expect(mixing[0]).toBeCloseTo(alone, 12);
    expect(mixing[1]).toBe(mixing[0]);
    expect(mixing[3]).toBe(mixing[2]);
    expect([...orders.purest]).toEqual([0, 1, 2, 3]);
    expect([...orders.mixed]).toEqual([2, 3, 0, 1]);
  });
});

describe('the histograms of units', () => {
  const ranges = fc
    .tuple(fc.float({ min: -50, max: 50, noNaN: true }), fc.float({ min: -50, max: 50, noNaN: true }))
    .filter(([a, b]) => Math.abs(a - b) > 1e-3)
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const values = fc.array(fc.float({ min: -60, max: 60, noNaN: true }), { minLength: 3, maxLength: 60 });

  it("find a value's code again from what the quantizer made of it, at any bits", () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 1, max: 16 }), values, (range, bits, all) => {
        const units = 3;
        const raw = Float32Array.from(all.slice(0, all.length - (all.length % units)));
        const levels = levelsOf(...range, bits);
        const found = unitHistograms({ units, values: raw.map((v) => quantize(v, levels)) }, bits, range);
        expect(found.possible).toBe(2 ** bits);
        for (let unit = 0; unit < units; unit++) {
          const counts = new Map<number, number>();
          raw.forEach((v, at) => {
            if (at % units === unit) counts.set(codeOf(v, levels), (counts.get(codeOf(v, levels)) ?? 0) + 1);
          });
          const [from, to] = [found.starts[unit]!, found.starts[unit + 1]!];
          const pairs = Array.from({ length: to - from }, (_, i) => [
            found.codes[from + i]!,
            found.counts[from + i]!,
          ]);
          expect(pairs).toEqual([...counts].sort((a, b) => a[0] - b[0]));
          expect(found.different[unit]).toBe(counts.size);
        }
      }),
    );
  });

  it('count float outputs in bins of equal width, and how many numbers there are', () => {
    const found = unitHistograms({ units: 1, values: Float32Array.of(0, -0, 1, 0.5, 0.5) }, 'float', [0, 0]);
    expect([...found.codes]).toEqual([0, 32, 63]);
    expect([...found.counts]).toEqual([2, 2, 1]);
    expect([...found.different]).toEqual([3]);
  });
});

describe('the places of the icosahedron', () => {
  it('have the edges and the opposite vertices that the task counts', () => {
    for (const [i, one] of vertexPlaces.entries()) {
      for (const [j, other] of vertexPlaces.entries()) {
        if (i >= j) continue;
        const pair = countPattern((1 << (11 - i)) | (1 << (11 - j)));
        const squared = one.reduce((sum, x, axis) => sum + (x - other[axis]!) ** 2, 0);
        expect(pair.edges).toBe(Math.abs(squared - 4) < 1e-9 ? 1 : 0);
        expect(pair.antipodes).toBe(one.every((x, axis) => x === -other[axis]!) ? 1 : 0);
      }
    }
  });
});

describe('the weights of a network on images', () => {
  const layer = { activation: 'relu', range: 'moving', quantizedKernel: true } as const;
  const image = { height: 6, width: 6, channels: 1 };
  const net = [{ filters: 2, size: 3 }, { pool: 2 }, 5];
  const spec = imageNetwork(image, net, 3, layer, { bits: 4 });
  const size = parameterPlaces(spec.layers).at(-1)?.end ?? 0;
  const values = Float32Array.from({ length: size + 4 * spec.layers.length }, (_, i) => Math.sin(i));
  // Ranges of the kernels in the last step.
  for (let index = 0; index < spec.layers.length; index++) values.set([-0.5, 0.75], size + 4 * index);

  it('have a row for each number of a filter’s field or each input, and a column for each filter or unit', () => {
    const shapes = spec.layers.map((_, index) => {
      const weights = layerWeights(spec, { epoch: 1, values }, index);
      return weights && [weights.rows, weights.columns, weights.bias.length];
    });
    expect(shapes).toEqual([[9, 2, 2], null, [8, 5, 5], [5, 3, 3]]);
    const dense = layerWeights(spec, { epoch: 1, values }, 2);
    expect(dense?.trained).toEqual(values.slice(20, 60));
    expect(dense?.bias).toEqual(values.slice(60, 65));
  });

  it('are quantized with the range of the last step, before any with their own', () => {
    const later = layerWeights(spec, { epoch: 1, values }, 2);
    const levels = levelsOf(-0.5, 0.75, 4);
    expect(later?.used).toEqual(later?.trained.map((value) => quantize(value, levels)));
    const first = layerWeights(spec, { epoch: 0, values }, 2);
    const all = first?.trained ?? new Float32Array();
    const own = levelsOf(Math.min(0, ...all), Math.max(0, ...all), 4);
    expect(first?.used).toEqual(all.map((value) => quantize(value, own)));
    expect(first?.isQuantized).toBe(true);
    const float = { ...spec, bits: 'float' } as const;
    expect(layerWeights(float, { epoch: 1, values }, 2)?.used).toEqual(all);
  });
});
