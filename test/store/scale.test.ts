import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochAt, measurementAt, placeOf } from '../../src/store/scale.ts';

const scales = fc.constantFrom('log' as const, 'linear' as const);

describe('the scale of epochs', () => {
  test('begins at 0 and ends at 1', () => {
    for (const scale of ['log', 'linear'] as const) {
      expect(placeOf(scale, 0, 8000)).toBe(0);
      expect(placeOf(scale, 8000, 8000)).toBe(1);
      expect(epochAt(scale, 1, 8000)).toBe(8000);
    }
  });

  test('goes there and back', () => {
    fc.assert(
      fc.property(
        scales,
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (scale, epochs, place) => {
          expect(placeOf(scale, epochAt(scale, place, epochs), epochs)).toBeCloseTo(place, 9);
        },
      ),
    );
  });
});

describe('measurementAt', () => {
  const epochs = Int32Array.of(0, 1, 6, 11);

  test('finds the newest measurement at or before an epoch', () => {
    expect(measurementAt(epochs, 0)).toBe(0);
    expect(measurementAt(epochs, 5.9)).toBe(1);
    expect(measurementAt(epochs, 6)).toBe(2);
    expect(measurementAt(epochs, 9000)).toBe(3);
  });

  test('takes the first if all are later', () => {
    expect(measurementAt(Int32Array.of(1, 6), 0)).toBe(0);
  });

  test('finds none where there is none', () => {
    expect(measurementAt(new Int32Array(), 5)).toBe(-1);
  });
});
