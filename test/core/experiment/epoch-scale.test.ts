import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochScale, measurementAt } from '../../../src/core/experiment/epoch-scale.ts';

const kind = fc.constantFrom('log' as const, 'linear' as const);
const epochs = fc.integer({ min: 1, max: 1_000_000 });

describe('the epoch scale', () => {
  test('log: u(e) = log(1 + e/10) / log(1 + E/10)', () => {
    const scale = epochScale('log', 8000);
    expect(scale.position(0)).toBe(0);
    expect(scale.position(8000)).toBe(1);
    expect(scale.position(90)).toBeCloseTo(Math.log(10) / Math.log(801), 12);
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

  test('ends exactly at E, and holds what lies beyond', () => {
    fc.assert(
      fc.property(kind, epochs, (name, last) => {
        const scale = epochScale(name, last);
        expect(scale.epoch(1)).toBe(last);
        expect(scale.epoch(1.5)).toBe(last);
        expect(scale.epoch(-0.5)).toBe(0);
        expect(scale.position(2 * last)).toBe(1);
        expect(scale.position(-1)).toBe(0);
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
