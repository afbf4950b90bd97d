import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adaptiveEdges,
  binOf,
  binOfWidth,
  evenEdges,
  uniformEdges,
} from '../../../src/core/information/edges.ts';

describe('bins of equal width', () => {
  it('begin at n edges, the first of them the lower bound', () => {
    expect([...uniformEdges(-1, 1, 4)]).toEqual([-1, -0.5, 0, 0.5]);
  });

  it('hold what is below the range in a bin of its own and what is above in the last', () => {
    const edges = uniformEdges(-1, 1, 4);
    expect([-1.1, -1, -0.6, 0.5, 1, 5].map((v) => binOf(v, edges))).toEqual([0, 1, 1, 4, 4, 4]);
  });

  it('have a width even where all values are the same', () => {
    const edges = uniformEdges(0.5, 0.5, 10);
    expect(edges[9]! - edges[0]!).toBeCloseTo(0.9e-9, 14);
    expect(binOf(0.5, edges)).toBe(1);
  });
});

describe('bins of equal content', () => {
  it('cut halfway between neighbours, the first groups one larger', () => {
    // Seven values in three groups: 3, 2, 2.
    expect([...adaptiveEdges(Float32Array.of(7, 1, 6, 2, 5, 3, 4), 3)]).toEqual([3.5, 5.5]);
  });

  it('have no edge for the groups that stay empty', () => {
    expect([...adaptiveEdges(Float32Array.of(1, 3), 5)]).toEqual([2]);
    expect([...adaptiveEdges(Float32Array.of(1), 5)]).toEqual([]);
  });

  it('put a value on an edge into the upper bin', () => {
    expect(binOf(2, adaptiveEdges(Float32Array.of(2, 2, 2, 2), 2))).toBe(1);
  });

  it('hold equally many of distinct values, to within one', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 8, maxLength: 100 });
    fc.assert(
      fc.property(distinct, fc.integer({ min: 1, max: 8 }), (values, bins) => {
        const edges = adaptiveEdges(Float32Array.from(values), bins);
        const sizes = new Uint32Array(bins);
        for (const v of values) sizes[binOf(v, edges)]!++;
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('even edges', () => {
  it('include both ends, and are the nearest float32 numbers', () => {
    const edges = evenEdges(-1, 1, 30);
    expect(edges).toHaveLength(30);
    expect([edges[0], edges[29]]).toEqual([-1, 1]);
    expect(edges.every((edge) => edge === Math.fround(edge))).toBe(true);
    for (let i = 1; i < 30; i++) expect(edges[i]! - edges[i - 1]!).toBeCloseTo(2 / 29, 6);
  });

  it('make one bin fewer than there are edges, and one more from the last edge on', () => {
    const edges = evenEdges(-1, 1, 3);
    expect([-1.01, -1, -0.01, 0, 0.99, 1, 1e9].map((v) => binOf(v, edges))).toEqual([0, 1, 1, 2, 2, 3, 3]);
  });
});

describe('bins of one width', () => {
  it('begin at multiples of it', () => {
    expect([-0.15, -0.14, -0.01, 0, 0.069, 0.08, 0.7001].map((v) => binOfWidth(v, 0.07))).toEqual([
      -3, -2, -1, 0, 0, 1, 10,
    ]);
  });
});

describe('the bin of a value', () => {
  it('is the number of edges that are at most the value', () => {
    const edges = fc.array(fc.integer({ min: 0, max: 20 })).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(edges, fc.integer({ min: -1, max: 21 }), (list, v) => {
        expect(binOf(v, Float64Array.from(list))).toBe(list.filter((edge) => edge <= v).length);
      }),
    );
  });
});
