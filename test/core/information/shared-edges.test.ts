import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptiveEdges, uniformEdges } from '../../../src/core/information/edges.ts';
import type { LayerOutputs } from '../../../src/core/information/outputs.ts';
import { isRuler, parseRuler } from '../../../src/core/information/ruler-text.ts';
import type { Ruler } from '../../../src/core/information/ruler.ts';
import { Extremes, GlobalEdges } from '../../../src/core/information/shared-edges.ts';

const ruler = (text: string): Ruler => {
  const parsed = parseRuler(text);
  if (!isRuler(parsed)) throw new Error(text);
  return parsed;
};
const layer = (values: ArrayLike<number>): LayerOutputs => ({ units: 1, values: Float32Array.from(values) });

/** The search, shown a run of so many measurements with one layer each. */
function edgesOf(text: string, run: readonly LayerOutputs[]): Float64Array | null {
  const search = new GlobalEdges(ruler(text));
  for (let pass = 0; pass < search.passes; pass++) {
    for (const one of run) search.add([one]);
    search.endPass();
  }
  return search.edges();
}

describe('edges of a whole run', () => {
  const values = fc.array(
    fc.oneof(fc.float({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -0, 0.5, 0.5000001)),
    { minLength: 1, maxLength: 60 },
  );

  it('are those of all values together: of equal content by counting in two passes', () => {
    fc.assert(
      fc.property(
        fc.array(values, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 2, max: 50 }),
        (run, bins) => {
          const all = Float32Array.from(run.flat());
          const expected = [...adaptiveEdges(all, bins)].map((edge) => edge + 0);
          const found = edgesOf(`adaptive-${bins}-global`, run.map(layer));
          expect([...(found ?? [])].map((edge) => edge + 0)).toEqual(expected);
        },
      ),
    );
  });

  it('are those of all values together: of equal width', () => {
    expect(edgesOf('uniform-4-global', [layer([1, 2]), layer([-1, 0]), layer([7])])).toEqual(
      uniformEdges(-1, 7, 4),
    );
  });

  it('are none where each layer, each unit or two numbers decide', () => {
    for (const text of ['uniform-4-layer', 'uniform-4-0..1', 'adaptive-4-neuron', 'exact', 'kde-upper-1']) {
      expect(new GlobalEdges(ruler(text)).passes).toBe(0);
      expect(edgesOf(text, [layer([1])])).toBeNull();
    }
  });

  it('are not known before the last pass', () => {
    const search = new GlobalEdges(ruler('adaptive-3-global'));
    search.add([layer([1, 2, 3])]);
    search.endPass();
    expect(() => search.edges()).toThrow('1 of 2 passes');
  });
});

describe('running extremes', () => {
  it('are the smallest and largest of all that was shown', () => {
    const ends = new Extremes();
    ends.add([layer([3, 4]), layer([-0])]);
    ends.add([layer([-2])]);
    expect(ends.range).toEqual([-2, 4]);
  });
});
