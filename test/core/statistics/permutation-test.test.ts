import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/core/random/random.ts';
import { meanCurve } from '../../../src/core/statistics/mean-curve.ts';
import { permutationTest, smallestP } from '../../../src/core/statistics/permutation-test.ts';

const points = 30;
const ones = new Float64Array(points).fill(1);

function curves(count: number, random: Random, shift: number): Float64Array[] {
  return Array.from({ length: count }, () => {
    const own = random.unit();
    return Float64Array.from({ length: points }, (_, m) => 5 + own + random.unit() + (m > 20 ? shift : 0));
  });
}

describe('the permutation test', () => {
  it('measures the weighted squared gap of the means, and where they are farthest apart', () => {
    const a = [Float64Array.of(1, 2, 3), Float64Array.of(3, 2, 5)];
    const b = [Float64Array.of(2, 3, 1)];
    const found = permutationTest(a, b, [1, 10, 100], 10, new Random(1, 'permutations'));
    // Means 2 2 4 and 2 3 1.
    expect(found.gap).toBeCloseTo(0 + 10 + 900, 10);
    expect([found.largest, found.largestAt]).toEqual([3, 2]);
  });

  it('gives the same p from the same stream, whatever the order of the groups', () => {
    const random = new Random(3, 'permutations');
    const [a, b] = [curves(6, random, 0), curves(9, random, 0.3)];
    const p = (x: Float64Array[], y: Float64Array[], seed: number): number =>
      permutationTest(x, y, ones, 999, new Random(seed, 'permutations')).p;
    expect(p(a, b, 1)).toBe(p(a, b, 1));
    expect(Math.abs(p(a, b, 1) - p(b, a, 2))).toBeLessThan(0.06);
  });

  it('cannot go below 1 / (permutations + 1), and gets there where the groups lie apart', () => {
    const random = new Random(4, 'permutations');
    const found = permutationTest(curves(10, random, 0), curves(10, random, 9), ones, 199, random);
    expect(found.p).toBe(1 / 200);
  });

  it('says 1 of equal curves: a gap of nothing is no gap', () => {
    const same = Array.from({ length: 4 }, () => Float64Array.from(ones));
    const found = permutationTest(same, same, ones, 99, new Random(1, 'permutations'));
    expect([found.gap, found.p, found.largest]).toEqual([0, 1, 0]);
  });

  it('tries every division where there are few, so that its smallest p is known', () => {
    const random = new Random(6, 'permutations');
    const pOf = (a: number, b: number): number =>
      permutationTest(curves(a, random, 0), curves(b, random, 9), ones, 20_000, random).p;
    for (const [a, b, p] of [
      [2, 8, 1 / 45],
      [3, 3, 2 / 20],
      [8, 8, 2 / 12_870],
      [4, 20, 1 / 10_626],
    ] as const) {
      expect(pOf(a, b)).toBeCloseTo(p, 12);
      expect(smallestP(a, b, 20_000)).toBeCloseTo(p, 12);
    }
    expect(smallestP(20, 20, 20_000)).toBe(1 / 20_001);
  });

  it('agrees with counting all divisions of a small sample', () => {
    const random = new Random(8, 'permutations');
    const a = curves(4, random, 0);
    const b = curves(4, random, 0.5);
    const all = [...a, ...b];
    const gapOf = (inA: (index: number) => boolean): number => {
      const first = meanCurve(all.filter((_, i) => inA(i)));
      const second = meanCurve(all.filter((_, i) => !inA(i)));
      return first.reduce((sum, value, m) => sum + (value - second[m]!) ** 2, 0);
    };
    const found = permutationTest(a, b, ones, 20000, random);
    const observed = gapOf((i) => i < 4);
    expect(found.gap).toBeCloseTo(observed, 9);
    let divisions = 0;
    let asLarge = 0;
    for (let set = 0; set < 256; set++) {
      const size = set.toString(2).replaceAll('0', '').length;
      if (size !== 4) continue;
      divisions++;
      if (gapOf((i) => (set >> i) % 2 === 1) >= observed - 1e-9) asLarge++;
    }
    expect(divisions).toBe(70);
    expect(found.p).toBe(asLarge / divisions);
    const drawn = permutationTest(a, b, ones, 69, random);
    expect(Math.abs(drawn.p - asLarge / divisions)).toBeLessThan(0.2);
  });

  it('raises a false alarm at 5% in 5% of cases where nothing differs', () => {
    const random = new Random(5, 'permutations');
    let alarms = 0;
    for (let trial = 0; trial < 400; trial++) {
      if (permutationTest(curves(5, random, 0), curves(6, random, 0), ones, 99, random).p <= 0.05) alarms++;
    }
    // Three standard deviations of 400 trials are 3.3%.
    expect(Math.abs(alarms / 400 - 0.05)).toBeLessThan(0.033);
  });

  it('refuses groups without curves and curves of different lengths', () => {
    const random = new Random(1, 'permutations');
    const run = (a: Float64Array[], b: Float64Array[], weights: Float64Array): unknown =>
      permutationTest(a, b, weights, 9, random);
    expect(() => run([], [ones], ones)).toThrow(RangeError);
    expect(() => run([ones], [ones.subarray(1)], ones)).toThrow(RangeError);
    expect(() => run([ones], [ones], ones.subarray(1))).toThrow(RangeError);
  });
});
