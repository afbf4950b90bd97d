import fc from 'fast-check';
import type { Method, Ruler } from '../../../src/core/information/ruler.ts';

const pair = fc
  .tuple(fc.double({ min: -100, max: 100, noNaN: true }), fc.double({ min: 1e-3, max: 100, noNaN: true }))
  .map(([low, width]): [number, number] => [low, low + width]);
const scope = fc.constantFrom('global', 'layer', 'neuron');
const bins = fc.integer({ min: 2, max: 4096 });
const method: fc.Arbitrary<Method> = fc.oneof(
  fc.constant({ strategy: 'exact' } as const),
  fc.record({
    strategy: fc.constant('grid'),
    bits: fc.oneof(fc.integer({ min: 1, max: 16 }), fc.constantFrom('run', 'float')),
    bounds: fc.constantFrom('layer', 'neuron'),
  }),
  fc.record({ strategy: fc.constant('uniform'), bins, bounds: fc.oneof(scope, pair) }),
  fc.record({ strategy: fc.constant('adaptive'), bins, bounds: scope }),
  fc.record({ strategy: fc.constant('edges'), edges: bins, bounds: pair }),
  fc.record({ strategy: fc.constant('width'), width: fc.double({ min: 1e-6, max: 1e6, noNaN: true }) }),
  fc.record({
    strategy: fc.constant('kde'),
    bound: fc.constantFrom('upper', 'lower'),
    variance: fc.double({ min: 1e-9, max: 1e6, noNaN: true }),
  }),
);
/** Rulers of every kind, over all samples or a part of them, with the samples' own labels or permuted ones. */
export const anyRuler: fc.Arbitrary<Ruler> = fc
  .tuple(method, fc.constantFrom('layer', 'mean'), fc.constantFrom(undefined, 'train', 'test'))
  .chain(([how, reading, samples]) =>
    fc
      .constantFrom(undefined, how.strategy === 'kde' ? undefined : ('permuted' as const))
      .map((labels): Ruler => ({
        ...how,
        reading,
        ...(samples ? { samples } : {}),
        ...(labels ? { labels } : {}),
      })),
  );
