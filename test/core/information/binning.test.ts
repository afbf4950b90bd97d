import { describe, expect, it } from 'vitest';
import { estimate, globalEdges, type LayerOutputs } from '../../../src/core/information/binning.ts';

/** All estimates of estimators.json are compared in the golden run (cli/golden.test.ts). */
const labels = { labels: Uint8Array.of(0, 0, 1, 1), classes: 2 };
const layer = (units: number, ...values: number[]): LayerOutputs => ({
  units,
  values: Float32Array.from(values),
});

describe('an estimate', () => {
  it('of equal bins between -1 and 1 takes all above for one: its compression is the binning', () => {
    const [first, second] = [layer(1, -0.9, -0.1, 0.1, 0.9), layer(1, 1, 2, 3, 4)];
    const fixed = { strategy: 'uniform', bins: 30, bounds: [-1, 1] } as const;
    expect(estimate(fixed, 'layer', [[first, second]], labels)).toEqual([
      [
        [2, 1],
        [0, 0],
      ],
    ]);
    expect(estimate({ strategy: 'exact' }, 'layer', [[second]], labels)).toEqual([[[2, 1]]]);
  });

  it('over all layers and epochs shares one set of edges', () => {
    const layers = [[layer(1, 0, 1, 0, 1)], [layer(1, 8, 0, 4, 2)]];
    const ruler = { strategy: 'uniform', bins: 2, bounds: 'global' } as const;
    expect([...(globalEdges(ruler, layers.flat()) ?? [])]).toEqual([0, 4]);
    expect(estimate(ruler, 'layer', layers, labels).map(([mi]) => mi?.[0])).toEqual([0, 1]);
    expect(globalEdges({ ...ruler, bounds: 'layer' }, layers.flat())).toBeNull();
  });

  it('by layer sees one range, by neuron each its own', () => {
    const outputs = layer(2, 0, 0, 0, 1, 100, 0, 100, 1);
    const ruler = (bounds: 'layer' | 'neuron') => ({ strategy: 'uniform', bins: 2, bounds }) as const;
    expect(estimate(ruler('layer'), 'layer', [[outputs]], labels)[0]?.[0]?.[0]).toBe(1);
    expect(estimate(ruler('neuron'), 'layer', [[outputs]], labels)[0]?.[0]?.[0]).toBe(2);
  });

  it('is the mean over units of their own where that is wanted', () => {
    // The first unit is the class, the second says nothing.
    const outputs = layer(2, 0, 5, 0, 5, 1, 5, 1, 5);
    expect(estimate({ strategy: 'exact' }, 'mean over units', [[outputs]], labels)).toEqual([[[0.5, 0.5]]]);
  });

  it('by equal content cuts where the values are', () => {
    const outputs = layer(1, 0, 0.1, 0.2, 1000);
    const ruler = { strategy: 'adaptive', bins: 2, bounds: 'layer' } as const;
    expect(estimate(ruler, 'layer', [[outputs]], labels)).toEqual([[[1, 1]]]);
  });

  it('on the grid rounds to 2^bits steps', () => {
    const outputs = layer(1, 0, 0.1, 0.9, 1);
    expect(estimate({ strategy: 'grid', bits: 1, bounds: 'layer' }, 'layer', [[outputs]], labels)).toEqual([
      [[1, 1]],
    ]);
  });
});
