import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Checkpoints, thin } from '../../src/store/checkpoints.ts';

const ascending = fc
  .uniqueArray(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 400 })
  .map((epochs) => epochs.sort((a, b) => a - b));

describe('thin', () => {
  test('keeps everything that fits', () => {
    expect(thin([0, 1, 6, 11], 4)).toEqual([0, 1, 2, 3]);
  });

  test('keeps the first and the last of many', () => {
    const epochs = Array.from({ length: 1601 }, (_, i) => (i === 0 ? 0 : i * 5 - 4));
    const kept = thin(epochs, 400);
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(1600);
    expect(kept.length).toBeGreaterThan(200);
  });

  test('keeps at most the limit, ascending, with both ends', () => {
    fc.assert(
      fc.property(ascending, fc.integer({ min: 2, max: 100 }), (epochs, limit) => {
        const kept = thin(epochs, limit);
        expect(kept.length).toBeLessThanOrEqual(limit);
        expect(kept.every((index, i) => i === 0 || index > (kept[i - 1] ?? Infinity))).toBe(true);
        expect(kept[0]).toBe(0);
        expect(kept.at(-1)).toBe(epochs.length - 1);
      }),
    );
  });

  test('leaves gaps of about equal length in the logarithm of the epoch where measurements are dense', () => {
    const epochs = Array.from({ length: 10_000 }, (_, i) => i);
    const kept = thin(epochs, 50).filter((epoch) => epoch >= 100);
    const gaps = kept.slice(1, -1).map((epoch, i) => Math.log1p(epoch) - Math.log1p(kept[i] ?? 0));
    expect(Math.max(...gaps) / Math.min(...gaps)).toBeLessThan(1.2);
  });

  test('keeps only the newest if only one fits, and none if none does', () => {
    expect(thin([0, 1, 2], 1)).toEqual([2]);
    expect(thin([0, 1, 2], 0)).toEqual([]);
  });
});

describe('Checkpoints', () => {
  const floats = (value: number): Float32Array => new Float32Array(10).fill(value);

  test('keeps all within the budget', () => {
    const checkpoints = new Checkpoints(400);
    for (let epoch = 0; epoch < 10; epoch++) checkpoints.add(epoch, floats(epoch));
    expect(checkpoints.summary()).toEqual({ kept: 10, measurements: 10, bytes: 400 });
  });

  test('never holds more than the budget, and always the first and the newest', () => {
    fc.assert(
      fc.property(ascending, fc.integer({ min: 80, max: 4000 }), (epochs, budget) => {
        const checkpoints = new Checkpoints(budget);
        for (const epoch of epochs) {
          checkpoints.add(epoch, floats(epoch));
          expect(checkpoints.summary().bytes).toBeLessThanOrEqual(budget);
          expect(checkpoints.epochs().at(-1)).toBe(epoch);
          expect(checkpoints.epochs()[0]).toBe(epochs[0]);
        }
        expect(checkpoints.summary().measurements).toBe(epochs.length);
        expect(checkpoints.summary().bytes).toBe(checkpoints.epochs().length * 40);
      }),
    );
  });

  test('gives the newest checkpoint at or before an epoch', () => {
    const checkpoints = new Checkpoints();
    checkpoints.add(1, floats(1));
    checkpoints.add(6, floats(6));
    expect(checkpoints.at(0)).toBeUndefined();
    expect(checkpoints.at(5)?.values[0]).toBe(1);
    expect(checkpoints.at(6)?.values[0]).toBe(6);
  });

  test('refuses epochs that do not ascend', () => {
    const checkpoints = new Checkpoints();
    checkpoints.add(6, floats(6));
    expect(() => checkpoints.add(6, floats(6))).toThrow(RangeError);
  });

  test('makes room when its budget shrinks, down to nothing', () => {
    const checkpoints = new Checkpoints();
    for (let epoch = 0; epoch < 100; epoch++) checkpoints.add(epoch, floats(epoch));
    checkpoints.shrink(400);
    expect(checkpoints.summary().bytes).toBeLessThanOrEqual(400);
    checkpoints.shrink(0);
    expect(checkpoints.summary()).toEqual({ kept: 0, measurements: 100, bytes: 0 });
  });
});
