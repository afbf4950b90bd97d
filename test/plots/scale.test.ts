import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochScale, epochTicks, measurementAt } from '../../src/plots/scale.ts';

const kind = fc.constantFrom('log' as const, 'linear' as const);
const epochs = fc.integer({ min: 1, max: 1_000_000 });

describe('the epoch scale', () => {
  test('log: u(e) = log1p(e) / log1p(E)', () => {
    const scale = epochScale('log', 8000);
    expect(scale.position(0)).toBe(0);
    expect(scale.position(8000)).toBe(1);
    expect(scale.position(99)).toBeCloseTo(Math.log(100) / Math.log(8001), 12);
  });

  test('goes there and back, and never down', () => {
    fc.assert(
      fc.property(kind, epochs, fc.double({ min: 0, max: 1, noNaN: true }), (name, last, part) => {
        const scale = epochScale(name, last);
        const epoch = part * last;
        expect(scale.epoch(scale.position(epoch))).toBeCloseTo(epoch, 5);
        expect(scale.position(epoch)).toBeLessThanOrEqual(scale.position(last));
      }),
    );
  });

  test('a run of no epochs has a scale too', () => {
    expect(epochScale('log', 0).position(0)).toBe(0);
    expect(epochScale('linear', 0).position(0)).toBe(0);
  });
});

describe('ticks', () => {
  test('of the default run are 0, 10, 100, 1000 and 8000', () => {
    expect(epochTicks(epochScale('log', 8000), 230)).toEqual([0, 10, 100, 1000, 8000]);
  });

  test('too near the last one are left out', () => {
    expect(epochTicks(epochScale('log', 1100), 200)).toEqual([0, 10, 100, 1100]);
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

describe('where an epoch falls among the measured ones', () => {
  const measured = Int32Array.of(0, 1, 6, 11);

  test.each([
    [-5, 0],
    [0, 0],
    [0.5, 0.5],
    [1, 1],
    [3.5, 1.5],
    [11, 3],
    [99, 3],
  ])('epoch %d is at %d', (epoch, index) => {
    expect(measurementAt(measured, epoch)).toBeCloseTo(index, 12);
  });

  test('nothing measured: -1', () => {
    expect(measurementAt(new Int32Array(0), 5)).toBe(-1);
  });
});
