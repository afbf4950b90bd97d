import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/finish.ts';
import { countCodes } from '../../../src/core/information/counting.ts';
import type { Rows } from '../../../src/core/information/partition.ts';
import { countRowsInParts, differentNumbers } from '../../../src/core/information/row-counting.ts';
import { random } from '../network/small-network.ts';

const countRows = (rows: Rows, labels: Uint8Array, classes: number) =>
  finish(countRowsInParts(rows, labels.length, labels, classes));

describe('counting rows', () => {
  it('counts as many rows as whole vectors are different, alone and with the class', () => {
    const cases = fc.record({
      n: fc.integer({ min: 1, max: 200 }),
      width: fc.integer({ min: 1, max: 6 }),
      levels: fc.constantFrom(1, 2, 3, 200, 60000),
      classes: fc.integer({ min: 1, max: 4 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(cases, ({ n, width, levels, classes, seed }) => {
        const next = random(seed);
        const below = (end: number) => Math.floor(next() * end);
        const labels = Uint8Array.from({ length: n }, () => below(classes));
        const rows = Array.from({ length: n * width }, () => below(levels));
        const columns = Int32Array.from(rows, (_, i) => rows[(i % n) * width + Math.floor(i / n)]!);
        const expected = countCodes(columns, n, labels, classes);
        expect(countRows(Int32Array.from(rows, Number), labels, classes)).toEqual(expected);
        expect(countRows(Uint16Array.from(rows), labels, classes)).toEqual(expected);
        if (levels <= 256) expect(countRows(Uint8Array.from(rows), labels, classes)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('compares rows where their hashes are equal: of 200,000 different ones it counts 200,000', () => {
    // Of so many 32-bit hashes about five pairs are equal.
    const n = 200_000;
    const next = random(1);
    const used = new Set<number>();
    while (used.size < n) used.add(Math.floor(next() * 2 ** 32));
    const rows = Int32Array.from([...used].flatMap((word) => [word | 0, (word * 7) | 0]));
    const { codes, histogram } = countRows(rows, new Uint8Array(n), 1);
    expect(codes).toBe(n);
    expect([...histogram]).toEqual([1, n]);
  });

  it('tells rows apart that differ in one place only, wherever it is', () => {
    const width = 1352;
    const n = width + 1;
    const rows = new Uint8Array(n * width).fill(7);
    for (let s = 0; s < width; s++) rows[s * width + s] = 8;
    expect(countRows(rows, new Uint8Array(n), 1).codes).toBe(n);
    rows[0] = 7;
    expect(countRows(rows, new Uint8Array(n), 1)).toMatchObject({ codes: n - 1 });
  });

  it('stops now and then', () => {
    const rows = new Uint8Array(3 << 20);
    const parts = [...countRowsInParts(rows, 3 << 10, new Uint8Array(3 << 10), 1)];
    expect(parts).toEqual([1 << 20, 1 << 20, 1 << 20]);
  });
});

describe('different numbers', () => {
  it('are counted once each', () => {
    expect(differentNumbers(Uint8Array.of(3, 255, 3, 0))).toBe(3);
    expect(differentNumbers(Uint16Array.of(3, 65535, 3, 0, 256))).toBe(4);
    expect(differentNumbers(Int32Array.of(-1, -1, 1 << 30, -(2 ** 31)))).toBe(3);
    expect(differentNumbers(new Uint8Array())).toBe(0);
  });
});
