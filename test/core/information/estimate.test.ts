import { describe, expect, it, test } from 'vitest';
import { finish } from '../../../src/core/finish.ts';
import { estimateInParts, estimateLayer, estimateWork } from '../../../src/core/information/estimate.ts';
import type { Labels, LayerOutputs } from '../../../src/core/information/outputs.ts';
import { isRuler, parseRuler } from '../../../src/core/information/ruler-text.ts';
import type { Ruler } from '../../../src/core/information/ruler.ts';
import { GlobalEdges, type Shared } from '../../../src/core/information/shared-edges.ts';
import { Random } from '../../../src/core/random/random.ts';

const ruler = (text: string): Ruler => {
  const parsed = parseRuler(text);
  if (!isRuler(parsed)) throw new Error(text);
  return parsed;
};

const samples = 700;
const random = new Random(1, 'task');
const labels: Labels = { labels: Uint8Array.from({ length: samples }, () => random.below(3)), classes: 3 };
const layers: LayerOutputs[] = [6, 2].map((units) => ({
  units,
  values: Float32Array.from({ length: units * samples }, () => random.unit() * 3 - 1),
}));

function sharedOf(one: Ruler): Shared {
  const search = new GlobalEdges(one);
  for (let pass = 0; pass < search.passes; pass++) {
    search.add(layers);
    search.endPass();
  }
  return { bits: 4, edges: search.edges() };
}

describe.each([
  'exact',
  'grid',
  'grid-2-neuron',
  'uniform-5-global',
  'uniform-5-layer',
  'uniform-5-neuron',
  'uniform-5--1..1',
  'adaptive-7-global',
  'adaptive-7-neuron',
  'edges-9--1..1',
  'width-0.5',
  'kde-upper-0.1',
  'kde-lower-0.1',
])('%s', (text) => {
  test.each(['', '-mean'])(
    'in parts gives what it gives in one go, and its parts are its work%s',
    (suffix) => {
      const one = ruler(text + suffix);
      const shared = sharedOf(one);
      const work = estimateInParts(one, layers, labels, shared);
      let done = 0;
      let next = work.next();
      while (!next.done) {
        done += next.value;
        next = work.next();
      }
      expect(next.value).toEqual(layers.map((layer) => estimateLayer(one, layer, labels, shared)));
      expect(done / estimateWork(one, layers)).toBeCloseTo(1, 12);
      for (const [ixt] of next.value) {
        expect(ixt).toBeGreaterThan(0);
        expect(ixt).toBeLessThanOrEqual(Math.log2(samples) + 1e-9);
      }
    },
  );

  it('of one unit is its own mean', () => {
    const layer: LayerOutputs = { units: 1, values: layers[0]!.values.slice(0, samples) };
    const whole = ruler(text);
    const shared = sharedOf(whole);
    const [ixt, ity] = estimateLayer(whole, layer, labels, shared);
    const mean = estimateLayer(ruler(`${text}-mean`), layer, labels, shared);
    expect(mean[0]).toBeCloseTo(ixt, 12);
    expect(mean[1]).toBeCloseTo(ity, 12);
  });
});

describe('rulers', () => {
  const values = Float32Array.of(-1.5, -1, -0.95, 0, 0.05, 0.08, 1, 40);
  const layer: LayerOutputs = { units: 1, values };
  const eight: Labels = { labels: Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1), classes: 2 };
  const bitsOf = (text: string): number =>
    estimateLayer(ruler(text), layer, eight, { bits: 2, edges: null })[0];

  it('of 30 edges on [-1, 1] put all from 1 on into one bin, and what is below -1 into another', () => {
    // -1.5 | -1 -0.95 | 0 | 0.05 0.08 | 1 40: the edges lie 2/29 apart.
    expect(bitsOf('edges-30--1..1')).toBeCloseTo((2 / 8) * 3 + 3 * (2 / 8) * 2, 12);
  });

  it('of one width have a bin that begins at 0', () => {
    // 0 and 0.05 share a bin; 0.08 is in the next; -0.95 and -1 lie in bins of their own.
    expect(bitsOf('width-0.07')).toBeCloseTo((6 / 8) * 3 + (2 / 8) * 2, 12);
    expect(bitsOf('width-1000')).toBeCloseTo(1 - (5 / 8) * Math.log2(5 / 4) - (3 / 8) * Math.log2(3 / 4), 12);
  });

  it('of the run’s bits take them from the run', () => {
    const four: Labels = { labels: Uint8Array.of(0, 0, 1, 1), classes: 2 };
    const even: LayerOutputs = { units: 1, values: Float32Array.of(0, 0.3, 0.7, 1) };
    const grid = (bits: 1 | 2): number => estimateLayer(ruler('grid'), even, four, { bits, edges: null })[0];
    expect([grid(1), grid(2)]).toEqual([1.5, 2]);
  });

  it('over the whole run refuse to work without its edges', () => {
    expect(() => bitsOf('uniform-30-global')).toThrow('edges of the whole run');
  });

  it('count -0 as 0, and very large values without wrapping round', () => {
    const zeros: LayerOutputs = { units: 1, values: Float32Array.of(-0, 0, 1e30, 3e30, -1e30, 0, 0, 0) };
    const read = (text: string): number =>
      finish(estimateInParts(ruler(text), [zeros], eight, { bits: 8, edges: null }))[0]![0];
    expect(read('exact')).toBeCloseTo((5 / 8) * Math.log2(8 / 5) + (3 / 8) * 3, 12);
    expect(read('width-0.07')).toBeCloseTo((5 / 8) * Math.log2(8 / 5) + (2 / 8) * 2 + (1 / 8) * 3, 12);
  });
});
