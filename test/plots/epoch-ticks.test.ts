import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochScale } from '../../src/core/experiment/epoch-scale.ts';
import { epochTicks } from '../../src/plots/epoch-ticks.ts';

const kind = fc.constantFrom('log' as const, 'linear' as const);
const epochs = fc.integer({ min: 1, max: 1_000_000 });

describe('ticks', () => {
  test('of the default run are 0, 10, 100, 1000 and 8000', () => {
    expect(epochTicks(epochScale('log', 8000), 230)).toEqual([0, 10, 100, 1000, 8000]);
  });

  test('too near the last one are left out', () => {
    expect(epochTicks(epochScale('log', 1100), 200)).toEqual([0, 10, 100, 1100]);
  });

  test('keep clear of labels that stand inside the ends', () => {
    const scale = epochScale('log', 1500);
    expect(epochTicks(scale, 620)).toContain(1000);
    expect(epochTicks(scale, 620, 11, 8, 'inside')).not.toContain(1000);
    expect(epochTicks(scale, 1400, 11, 8, 'inside')).toContain(1000);
    const wide = (epoch: number): number => 11 * 0.62 * epoch.toLocaleString('en').length;
    fc.assert(
      fc.property(kind, epochs, fc.integer({ min: 40, max: 1500 }), (name, last, width) => {
        const any = epochScale(name, last);
        const [before, end] = epochTicks(any, width, 11, 8, 'inside').slice(-2);
        if (before === undefined || end === undefined || before === 0) return;
        expect(any.position(before) * width + wide(before) / 2).toBeLessThan(width - wide(end));
      }),
    );
  });

  test('begin with 0, end with E, rise, and their labels never overlap, unless only the ends are left', () => {
    fc.assert(
      fc.property(kind, epochs, fc.integer({ min: 40, max: 1500 }), (name, last, width) => {
        const scale = epochScale(name, last);
        const ticks = epochTicks(scale, width, 11);
        expect(ticks[0]).toBe(0);
        expect(ticks[ticks.length - 1]).toBe(last);
        ticks.slice(1).forEach((tick, i) => {
          const before = ticks[i] ?? 0;
          expect(tick).toBeGreaterThan(before);
          if (ticks.length === 2) return;
          const half = (epoch: number) => (11 * 0.62 * epoch.toLocaleString('en').length) / 2;
          expect((scale.position(tick) - scale.position(before)) * width).toBeGreaterThanOrEqual(
            half(tick) + half(before),
          );
        });
      }),
    );
  });
});
