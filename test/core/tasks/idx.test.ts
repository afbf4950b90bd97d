import { describe, expect, test } from 'vitest';
import { readIdx } from '../../../src/core/tasks/idx.ts';

/** Three samples of two bytes. */
const file = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 3, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6);

describe('an idx file', () => {
  test('gives its dimensions and its bytes', () => {
    const { dimensions, data } = readIdx(file, 2);
    expect(dimensions).toEqual([3, 2]);
    expect([...data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('is read where it lies inside a larger buffer', () => {
    const buffer = Uint8Array.of(9, 9, 9, ...file);
    expect([...readIdx(buffer.subarray(3), 2).data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('is refused with another magic number, or with fewer or more bytes than it says', () => {
    expect(() => readIdx(file, 3)).toThrow(/magic number 2050 in place of 2051/);
    expect(() => readIdx(file.with(2, 13), 2)).toThrow(/magic number/);
    expect(() => readIdx(file.subarray(0, 17), 2)).toThrow(/5 elements in place of 3 x 2 = 6/);
    expect(() => readIdx(Uint8Array.of(...file, 0), 2)).toThrow(/7 elements/);
    expect(() => readIdx(file.subarray(0, 7), 2)).toThrow(/too few/);
  });
});
