import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fingerprint } from '../../../src/core/experiment/fingerprint.ts';

function fingerprint(version: number, ...parts: (Uint32Array | Int32Array | Float32Array)[]): string {
  const chain = new Fingerprint(version);
  for (const part of parts) chain.add(part);
  return chain.text();
}

describe('Fingerprint', () => {
  test('has as its first half the MurmurHash3_x86_32 of the words: ba6bd213 for the bytes of "test"', () => {
    expect(fingerprint(0x74736574)).toBe('ba6b d213 ed70 5373');
  });

  // Computed with a second implementation, in Python.
  test.each([
    [[], 'fbf1 402a 113e 0833'],
    [[1, 2, 3], '8f2c 3c93 3ac0 682e'],
    [[0xffffffff], 'f5a1 8022 00c0 e557'],
    [Array.from({ length: 1000 }, (_, i) => i), 'c4df 814f d4b9 7c4f'],
  ])('gives the documented digits for version 1 and the words %j', (words, text) => {
    expect(fingerprint(1, Uint32Array.from(words))).toBe(text);
    expect(
      fingerprint(
        1,
        Int32Array.from(words, (word) => word | 0),
      ),
    ).toBe(text);
  });

  test('takes a float32 by its bits, -0 apart from 0', () => {
    expect(fingerprint(1, Float32Array.of(1, -0))).toBe('ffbb 835b a113 23cb');
    expect(fingerprint(1, Uint32Array.of(0x3f800000, 0x80000000))).toBe('ffbb 835b a113 23cb');
    expect(fingerprint(1, Float32Array.of(1, 0))).not.toBe('ffbb 835b a113 23cb');
  });

  test('takes every NaN as the same', () => {
    const odd = new Float32Array(Uint32Array.of(0xffc12345).buffer);
    expect(fingerprint(1, odd)).toBe('49a1 6de1 624c dbc8');
    expect(fingerprint(1, Float32Array.of(NaN))).toBe('49a1 6de1 624c dbc8');
  });

  test('depends on the words and not on how they are handed over', () => {
    fc.assert(
      fc.property(fc.array(fc.uint32Array()), (parts) => {
        const joined = Uint32Array.from(parts.flatMap((part) => [...part]));
        expect(fingerprint(1, ...parts)).toBe(fingerprint(1, joined));
      }),
    );
  });

  test('takes a view into a larger buffer', () => {
    const all = Float32Array.of(9, 1, -0, 9);
    expect(fingerprint(1, all.subarray(1, 3))).toBe('ffbb 835b a113 23cb');
  });

  test('may be read in between without changing what follows', () => {
    const chain = new Fingerprint(1);
    chain.add(Uint32Array.of(1, 2));
    expect(chain.text()).toBe(chain.text());
    chain.add(Uint32Array.of(3));
    expect(chain.text()).toBe('8f2c 3c93 3ac0 682e');
  });

  test('changes when one bit of one word changes, in both halves, and when two neighbours trade places', () => {
    const words = Uint32Array.from({ length: 8 }, (_, i) => Math.imul(i, 0x9e3779b9));
    const seen = [fingerprint(1, words), fingerprint(2, words)];
    for (let bit = 0; bit < 8 * 32; bit++) {
      const other = words.slice();
      other[bit >> 5] = (other[bit >> 5] ?? 0) ^ (1 << (bit & 31));
      seen.push(fingerprint(1, other));
    }
    for (let i = 0; i < 7; i++) {
      const other = words.slice();
      other.set([words[i + 1] ?? 0, words[i] ?? 0], i);
      seen.push(fingerprint(1, other));
    }
    expect(new Set(seen.map((text) => text.slice(0, 9))).size).toBe(seen.length);
    expect(new Set(seen.map((text) => text.slice(10))).size).toBe(seen.length);
  });
});
