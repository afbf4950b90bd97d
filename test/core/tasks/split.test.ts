import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { icosahedron } from '../../../src/core/tasks/icosahedron.ts';
import { split, testShares } from '../../../src/core/tasks/split.ts';

const task = icosahedron();
const ones = (samples: Uint32Array) => samples.filter((sample) => task.labels[sample] === 1).length;

describe('split', () => {
  test('holds out 820 samples of the 12-bit task at 20% and trains on 3276', () => {
    const { train, test: held } = split(task, 20, 1);
    expect([train.length, held.length]).toEqual([3276, 820]);
    expect([ones(train), ones(held)]).toEqual([1694, 424]);
  });

  test('gives the documented test set for seed 1', () => {
    const { test: held } = split(task, 20, 1);
    expect([...held.subarray(0, 8)]).toEqual([2, 24, 26, 31, 37, 42, 46, 48]);
    expect(held.reduce((sum, sample) => sum + sample, 0)).toBe(1_600_440);
  });

  test('has every sample once, both lists ascending, and the classes shared out to within one sample', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 101, maxLength: 300 }),
        fc.integer({ min: 1, max: 99 }),
        fc.nat(),
        (list, percent, seed) => {
          const labels = Uint8Array.from(list);
          const drawn = split({ samples: list.length, labels, classes: 4 }, percent, seed);
          expect(drawn.test.length).toBe(Math.ceil((list.length * percent) / 100));
          expect([...drawn.train]).toEqual([...drawn.train].sort((a, b) => a - b));
          expect([...drawn.test]).toEqual([...drawn.test].sort((a, b) => a - b));
          expect([...drawn.train, ...drawn.test].sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
          for (let label = 0; label < 4; label++) {
            const all = labels.filter((l) => l === label).length;
            const held = drawn.test.filter((sample) => labels[sample] === label).length;
            expect(Math.abs(held - (all * drawn.test.length) / list.length)).toBeLessThan(1);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('is the same for the same seed and another for another', () => {
    expect(split(task, 20, 7)).toEqual(split(task, 20, 7));
    expect(split(task, 20, 8).test).not.toEqual(split(task, 20, 7).test);
  });

  test.each([0, 100, 12.5, NaN])('refuses %d percent', (percent) => {
    expect(() => split(task, percent, 1)).toThrow(RangeError);
  });

  test('refuses to leave nothing to train on', () => {
    expect(() => split({ samples: 1, labels: Uint8Array.of(0), classes: 2 }, 20, 1)).toThrow(
      'none to train on',
    );
  });
});

describe('testShares', () => {
  test('gives the largest remainders one more, the smaller class first where they are equal', () => {
    expect(testShares([5, 5], 3)).toEqual([2, 1]);
    expect(testShares([1, 1, 1], 2)).toEqual([1, 1, 0]);
    expect(testShares([1978, 2118], 820)).toEqual([396, 424]);
  });
});
