import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { purposes, type Purpose } from '../../../src/core/random/purposes.ts';
import { Random } from '../../../src/core/random/random.ts';
import { shuffle } from '../../../src/core/random/shuffle.ts';

const take = (count: number, draw: () => number) => Array.from({ length: count }, draw);

describe('Random', () => {
  // Computed with a second implementation, in Python.
  const vectors: readonly (readonly [number, Purpose, number, number, readonly number[]])[] = [
    [1, 'split', 0, 0, [0x0a6511b9, 0x00934871, 0x98f8dfc9, 0x75a031d2]],
    [1, 'weights', 0, 0, [0x03a4568e, 0xe97589c3, 0x36c8c0f5, 0x1c5a51a6]],
    [1, 'shuffle', 0, 0, [0x80259ba5, 0xe8e59080, 0xfaf57379, 0xbf98a2fb]],
    [0, 'split', 0, 0, [0x78c8aace, 0x63091598, 0xa2aa2971, 0xf7bc3fb2]],
    [1, 'shuffle', 1, 0, [0xa9eb16f1, 0x0f9adc63, 0x3ee802f0, 0x168c4bd6]],
    [1, 'shuffle', 0, 1, [0x1776d396, 0x16c826be, 0x26946620, 0x1cd144cf]],
    [0xffffffff, 'shuffle', 65535, 65535, [0xcd11fc76, 0x1e0ccf8d, 0x1560300d, 0x97238937]],
  ];

  test.each(vectors)(
    'gives the documented words for seed %d, purpose %s, repeat %d, attempt %d',
    (seed, purpose, repeat, attempt, words) => {
      const random = new Random(seed, purpose, repeat, attempt);
      expect(take(4, () => random.next())).toEqual(words);
    },
  );

  test('gives the documented 1000th word', () => {
    const random = new Random(1, 'shuffle');
    take(999, () => random.next());
    expect(random.next()).toBe(0xa089314d);
  });

  test('below(n) gives the documented integers and passes over words that are too large', () => {
    const ten = new Random(1, 'shuffle');
    expect(take(12, () => ten.below(10))).toEqual([5, 0, 9, 1, 6, 1, 1, 2, 8, 6, 7, 7]);
    const six = new Random(1, 'shuffle');
    expect(take(12, () => six.below(6))).toEqual([5, 0, 1, 3, 3, 2, 4, 1, 1, 1, 2, 0]);
    expect(six.next()).toBe(0x63130fc6);
  });

  test('below(2^32) is the word itself and below(1) takes one word', () => {
    const random = new Random(1, 'shuffle');
    expect(random.below(2 ** 32)).toBe(0x80259ba5);
    expect(random.below(1)).toBe(0);
    expect(random.next()).toBe(0xfaf57379);
  });

  test('unit() gives the documented multiples of 2^-24', () => {
    const random = new Random(1, 'weights');
    expect(take(4, () => random.unit() * 2 ** 24)).toEqual([238678, 15299977, 3590336, 1858129]);
  });

  test('unit() is exact in float32, and so is 2 unit() - 1', () => {
    const random = new Random(2, 'weights');
    for (const unit of take(10_000, () => random.unit())) {
      expect(unit >= 0 && unit < 1 && Math.fround(unit) === unit).toBe(true);
      expect(Math.fround(2 * unit - 1)).toBe(2 * unit - 1);
    }
  });

  test('below(n) stays in its bounds for every n', () => {
    const random = new Random(3, 'task');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), (n) => {
        const value = random.below(n);
        return Number.isInteger(value) && value >= 0 && value < n;
      }),
    );
  });

  test('below(6) is even-handed: chi-squared of 60,000 throws is under its 0.1% limit', () => {
    const random = new Random(4, 'task');
    const counts = new Array<number>(6).fill(0);
    for (const face of take(60_000, () => random.below(6))) counts[face] = (counts[face] ?? 0) + 1;
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(20.5);
  });

  test('streams of neighbouring seeds, purposes, repeats and attempts share no word at the same place', () => {
    const streams = [
      ...take(20, () => 0).map((_, seed) => new Random(seed, 'weights')),
      ...(Object.keys(purposes) as Purpose[]).map((purpose) => new Random(100, purpose)),
      ...take(20, () => 0).map((_, repeat) => new Random(200, 'weights', repeat)),
      ...take(20, () => 0).map((_, attempt) => new Random(300, 'weights', 0, attempt)),
    ];
    for (let i = 0; i < 100; i++) {
      expect(new Set(streams.map((stream) => stream.next())).size).toBe(streams.length);
    }
  });

  test('every purpose has a number of its own', () => {
    expect(new Set(Object.values(purposes)).size).toBe(Object.keys(purposes).length);
  });

  test.each([
    [-1, 0, 0],
    [2 ** 32, 0, 0],
    [0.5, 0, 0],
    [NaN, 0, 0],
    [0, 65536, 0],
    [0, 0, 65536],
  ])('refuses seed %d, repeat %d, attempt %d', (seed, repeat, attempt) => {
    expect(() => new Random(seed, 'weights', repeat, attempt)).toThrow(RangeError);
  });
});

describe('shuffle', () => {
  test('gives the documented order', () => {
    const random = new Random(1, 'shuffle');
    const order = shuffle(
      Uint32Array.from({ length: 16 }, (_, i) => i),
      random,
    );
    expect([...order]).toEqual([4, 3, 8, 15, 14, 2, 7, 13, 6, 1, 10, 12, 11, 9, 0, 5]);
    expect(random.next()).toBe(0x8f544228);
  });

  test('keeps every element', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 300 }), fc.nat(), (array, seed) => {
        const before = array.slice().sort();
        expect(shuffle(array, new Random(seed, 'shuffle')).sort()).toEqual(before);
      }),
    );
  });

  test('gives all 24 orders of four equally often: chi-squared under its 0.1% limit', () => {
    const random = new Random(5, 'shuffle');
    const seen = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const key = shuffle(Uint8Array.of(0, 1, 2, 3), random).join('');
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    const chiSquared = [...seen.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeLessThan(49.7);
  });
});
