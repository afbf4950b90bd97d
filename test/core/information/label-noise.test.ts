import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCodes } from '../../../src/core/information/counting.ts';
import { jointHistogram, labelNoise, weightOf } from '../../../src/core/information/label-noise.ts';
import {
  classEntropy,
  informationOfCounts,
  labelEntropy,
} from '../../../src/core/information/mutual-information.ts';
import { finish } from '../../../src/core/finish.ts';
import { countRowsInParts } from '../../../src/core/information/row-counting.ts';
import { drawLabels } from '../../../src/core/tasks/noisy-labels.ts';

const probability = fc.integer({ min: 1, max: 512 }).map((k) => k / 1024);

const samples = fc.integer({ min: 2, max: 16 }).chain((classes) =>
  fc.record({
    classes: fc.constant(classes),
    labels: fc
      .array(fc.integer({ min: 0, max: classes - 1 }), { minLength: 1, maxLength: 60 })
      .map((labels) => Uint8Array.from(labels)),
    cells: fc.integer({ min: 1, max: 9 }),
    probability,
  }),
);

/** Which cell a sample is in: any rule will do. */
const cellsOf = (labels: Uint8Array, cells: number): Int32Array =>
  Int32Array.from(labels, (label, s) => (7 * s + 3 * label) % cells);

/** I(T;Y) from the joint probabilities, in bits, by its definition. */
function naive(codes: Int32Array, labels: Uint8Array, classes: number, p: number): number {
  const joint = new Map<string, number>();
  const ofCode = new Map<number, number>();
  const ofClass = new Map<number, number>();
  const add = <K>(map: Map<K, number>, key: K, by: number) => map.set(key, (map.get(key) ?? 0) + by);
  for (const [s, code] of codes.entries()) {
    for (let y = 0; y < classes; y++) {
      const by = (y === labels[s] ? 1 - p : p / (classes - 1)) / codes.length;
      add(joint, `${code} ${y}`, by);
      add(ofCode, code, by);
      add(ofClass, y, by);
    }
  }
  let sum = 0;
  for (const [key, pty] of joint) {
    const [code = 0, y = 0] = key.split(' ').map(Number);
    if (pty > 0) sum += pty * Math.log2(pty / (ofCode.get(code)! * ofClass.get(y)!));
  }
  return sum;
}

describe('labels with noise', () => {
  test('give the mutual information of its definition', () => {
    fc.assert(
      fc.property(samples, ({ labels, classes, cells, probability: p }) => {
        const noise = labelNoise(p, classes)!;
        const codes = cellsOf(labels, cells);
        const counts = finish(countRowsInParts(codes, labels.length, labels, classes, noise));
        const [ixt, ity] = informationOfCounts(counts, labels.length, labelEntropy(labels, classes, noise));
        expect(ity).toBeCloseTo(naive(codes, labels, classes, p), 9);
        // I(X;T) knows nothing of labels.
        expect(counts.histogram).toEqual(countCodes(codes, labels.length, labels, classes).histogram);
        expect(ity).toBeLessThanOrEqual(ixt + 1e-9);
      }),
    );
  });

  test('leave at most 1 - h(p) bits to know of two classes', () => {
    fc.assert(
      fc.property(samples, ({ labels: any, cells, probability: p }) => {
        const labels = any.map((label) => label % 2);
        const noise = labelNoise(p, 2)!;
        const counts = finish(countRowsInParts(cellsOf(labels, cells), labels.length, labels, 2, noise));
        const [, ity] = informationOfCounts(counts, labels.length, labelEntropy(labels, 2, noise));
        const h = -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
        expect(ity).toBeLessThanOrEqual(1 - h + 1e-9);
      }),
    );
  });

  test('count every sample with its whole weight', () => {
    expect(labelNoise(0, 2)).toBeNull();
    expect(labelNoise(1 / 8, 2)).toEqual({ kept: 7, moved: 1 });
    expect(labelNoise(3 / 16, 4)).toEqual({ kept: 39, moved: 3 });
    expect(weightOf(labelNoise(3 / 16, 4), 4)).toBe(48);
    // Two cells of 3 samples: 3 of class 0; 1 of class 0 and 2 of class 1.
    const joint = jointHistogram(Uint32Array.of(3, 0, 1, 2), 2, { kept: 7, moved: 1 });
    expect([...joint]).toEqual([3, 1, 9, 1, 15, 1, 21, 1]);
  });

  test('have whole counts for 70,000 samples of 16 classes at the finest noise', () => {
    const noise = labelNoise(1 / 1024, 16)!;
    expect(weightOf(noise, 16) * 70_000).toBeLessThan(2 ** 32);
    expect(
      classEntropy(
        Uint32Array.from({ length: 16 }, () => 4375),
        noise,
      ),
    ).toBe(4);
  });

  test('are drawn as often as the noise says, each other class alike', () => {
    const labels = Uint8Array.from({ length: 60_000 }, (_, s) => s % 5);
    const drawn = drawLabels(labels, 5, labelNoise(1 / 4, 5)!, 3);
    const times = new Uint32Array(5);
    for (const [s, label] of drawn.entries()) times[(label - labels[s]! + 5) % 5]!++;
    expect(times[0]! / labels.length).toBeCloseTo(0.75, 2);
    for (const each of times.subarray(1)) expect(each / labels.length).toBeCloseTo(1 / 16, 2);
    expect(drawLabels(labels, 5, labelNoise(1 / 4, 5)!, 3)).toEqual(drawn);
    expect(drawLabels(labels, 5, labelNoise(1 / 4, 5)!, 4)).not.toEqual(drawn);
  });

  test('are drawn as specified', () => {
    const drawn = drawLabels(new Uint8Array(24), 2, labelNoise(1 / 4, 2)!, 1);
    expect(drawn.join('')).toBe('001000000100000100110111');
    const three = Uint8Array.from({ length: 30 }, (_, s) => s % 3);
    const threes = drawLabels(three, 3, labelNoise(1 / 8, 3)!, 7);
    expect(threes.join('')).toBe('012012012012212212012002012012');
  });
});
