import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breachesOf, breachesOfRepeats, type Estimated } from '../../../src/core/information/breaches.ts';

const values = fc.double({ min: -1, max: 5, noNaN: true });

function estimated(ixt: readonly number[], ity: readonly number[], layers: number): Estimated {
  return {
    columns: {
      epoch: Int32Array.from({ length: ixt.length / layers }, (_, m) => 10 * m),
      ixt: Float64Array.from(ixt),
      ity: Float64Array.from(ity),
    },
    rows: layers,
    shown: Array.from({ length: layers }, (_, layer) => layer),
    limits: { hx: 4, hy: 1 },
    capacities: null,
    isMean: false,
  };
}

describe('bounds that an estimate breaks', () => {
  it('are named with how often, the worst and its epoch', () => {
    const found = breachesOf(estimated([3, 3.5, 3, 2, 3, 5], [0.5, 0.5, 0.5, 0.6, 0.5, -0.25], 2));
    expect(found).toEqual([
      { bound: 'ixtGrows', layer: 1, times: 2, of: 3, worst: 2, epoch: 20 },
      { bound: 'ityGrows', layer: 1, times: 1, of: 3, worst: 0.6 - 0.5, epoch: 10 },
      { bound: 'ixtAboveHx', layer: 1, times: 1, of: 3, worst: 1, epoch: 20 },
      { bound: 'ityNegative', layer: 1, times: 1, of: 3, worst: 0.25, epoch: 20 },
    ]);
  });

  it('are none exactly where all of them hold, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(values, values), { minLength: 3, maxLength: 3 }), (layers) => {
        const given = estimated(
          layers.map(([x]) => x),
          layers.map(([, y]) => y),
          3,
        );
        const holds = layers.every(
          ([x, y], l) =>
            y <= x &&
            x <= 4 &&
            y <= 1 &&
            x >= 0 &&
            y >= 0 &&
            (l === 0 || (x <= layers[l - 1]![0] && y <= layers[l - 1]![1])),
        );
        const small = layers.flat().some((v) => Math.abs(v) < 1e-8);
        if (!small) expect(breachesOf(given).length === 0).toBe(holds);
      }),
    );
  });

  it('know what the codes can hold, and that means over units say nothing from layer to layer', () => {
    const given = estimated([1, 3], [0, 0.5], 2);
    expect(breachesOf({ ...given, isMean: true })).toEqual([]);
    expect(breachesOf({ ...given, isMean: true, capacities: [2, 2] })).toEqual([
      { bound: 'capacity', layer: 1, times: 1, of: 1, worst: 1, epoch: 0 },
    ]);
  });

  it('are put together over repeats', () => {
    const one = breachesOf(estimated([1, 2, 1, 1], [0, 0, 0, 0], 2));
    const other = breachesOf(estimated([1, 1, 1, 4], [0, 0, 0, 0], 2));
    expect(breachesOfRepeats([one, other, []])).toEqual([
      { bound: 'ixtGrows', layer: 1, times: 2, of: 4, worst: 3, epoch: 10, repeats: 2, ofRepeats: 3 },
    ]);
  });
});
