import { describe, expect, it } from 'vitest';
import { estimate as estimateOf } from '../../../src/core/information/estimate.ts';
import type { Information } from '../../../src/core/information/mutual-information.ts';
import type { LayerOutputs } from '../../../src/core/information/outputs.ts';
import type { Method, Reading } from '../../../src/core/information/ruler.ts';
import { globalEdges } from '../../../src/core/information/shared-edges.ts';

/** All estimates of estimators.json are compared in the golden run (cli/golden.test.ts). */
const labels = { labels: Uint8Array.of(0, 0, 1, 1), classes: 2 };
const layer = (units: number, ...values: number[]): LayerOutputs => ({
  units,
  values: Float32Array.from(values),
});

const estimate = (method: Method, reading: Reading, layers: LayerOutputs[][]): Information[][] =>
  estimateOf({ ...method, reading }, layers, labels, 'float');

describe('an estimate', () => {
  it('of equal bins between -1 and 1 takes all above for one: its compression is the binning', () => {
    const [first, second] = [layer(1, -0.9, -0.1, 0.1, 0.9), layer(1, 1, 2, 3, 4)];
    const fixed = { strategy: 'uniform', bins: 30, bounds: [-1, 1] } as const;
    expect(estimate(fixed, 'layer', [[first, second]])).toEqual([
      [
        [2, 1],
        [0, 0],
      ],
    ]);
    expect(estimate({ strategy: 'exact' }, 'layer', [[second]])).toEqual([[[2, 1]]]);
  });

  it('over all layers and epochs shares one set of edges', () => {
    const layers = [[layer(1, 0, 1, 0, 1)], [layer(1, 8, 0, 4, 2)]];
    const ruler = { strategy: 'uniform', bins: 2, bounds: 'global', reading: 'layer' } as const;
    expect([...(globalEdges(ruler, layers.flat()) ?? [])]).toEqual([0, 4]);
    expect(estimate(ruler, 'layer', layers).map(([mi]) => mi?.[0])).toEqual([0, 1]);
    expect(globalEdges({ ...ruler, bounds: 'layer' }, layers.flat())).toBeNull();
  });

  it('by layer sees one range, by neuron each its own', () => {
    const outputs = layer(2, 0, 0, 0, 1, 100, 0, 100, 1);
    const ruler = (bounds: 'layer' | 'neuron') => ({ strategy: 'uniform', bins: 2, bounds }) as const;
    expect(estimate(ruler('layer'), 'layer', [[outputs]])[0]?.[0]?.[0]).toBe(1);
    expect(estimate(ruler('neuron'), 'layer', [[outputs]])[0]?.[0]?.[0]).toBe(2);
  });

  it('is the mean over units of their own where that is wanted', () => {
    // The first unit is the class, the second says nothing.
    const outputs = layer(2, 0, 5, 0, 5, 1, 5, 1, 5);
    expect(estimate({ strategy: 'exact' }, 'mean', [[outputs]])).toEqual([[[0.5, 0.5]]]);
  });

  it('by equal content cuts where the values are', () => {
    const outputs = layer(1, 0, 0.1, 0.2, 1000);
    const ruler = { strategy: 'adaptive', bins: 2, bounds: 'layer' } as const;
    expect(estimate(ruler, 'layer', [[outputs]])).toEqual([[[1, 1]]]);
  });

  it('on the grid rounds to 2^bits steps', () => {
    const outputs = layer(1, 0, 0.1, 0.9, 1);
    expect(estimate({ strategy: 'grid', bits: 1, bounds: 'layer' }, 'layer', [[outputs]])).toEqual([
      [[1, 1]],
    ]);
  });
});
