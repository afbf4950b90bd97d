import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, levelsOf, passes, quantize } from '../../../src/core/quantization/fake-quantization.ts';
import { floats, golden } from './golden.ts';

interface Case {
  readonly why: string;
  readonly bits: number;
  readonly min: number;
  readonly max: number;
  readonly x: string;
  readonly y: string;
  readonly gradY: string;
  readonly gradX: string;
  readonly gradMin: number;
  readonly gradMax: number;
}

const { cases } = golden('fake-quant.json') as { cases: Case[] };

const bits = fc.integer({ min: 1, max: 16 });
const finite = fc.float({ min: -1000, max: 1000, noNaN: true });
const range = fc
  .tuple(finite, finite)
  .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)))
  .filter(([min, max]) => max - min > 1e-3);
const value = fc.float({ min: -3000, max: 3000, noNaN: true });

describe('fake quantization', () => {
  it.each(cases)('gives the golden values: $bits bits from $min to $max, $why', (each) => {
    const levels = levelsOf(each.min, each.max, each.bits);
    const x = floats(each.x);
    expect(x.map((v) => quantize(v, levels))).toEqual(floats(each.y));
  });

  it.each(cases)('passes the golden gradient: $bits bits from $min to $max, $why', (each) => {
    const levels = levelsOf(each.min, each.max, each.bits);
    const x = floats(each.x);
    const g = floats(each.gradY);
    const sum = (goesThere: (v: number) => boolean): number =>
      levels.kind === 'levels' ? g.reduce((all, part, i) => all + (goesThere(x[i]!) ? part : 0), 0) : 0;
    const through = g.map((part, i) => (passes(x[i]!, levels) ? part : 0));
    expect(through.every((part, i) => part === floats(each.gradX)[i])).toBe(true);
    expect(sum((v) => v < levels.lo)).toBeCloseTo(each.gradMin, 5);
    expect(sum((v) => v > levels.hi)).toBeCloseTo(each.gradMax, 5);
  });

  it('has codes from 0 to 2^bits - 1, whole numbers', () => {
    fc.assert(
      fc.property(bits, range, value, (b, [min, max], v) => {
        const code = codeOf(v, levelsOf(min, max, b));
        expect(Number.isInteger(code) && code >= 0 && code < 2 ** b).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the lowest code at the lower end and the highest at the upper end of a range around zero', () => {
    fc.assert(
      fc.property(
        bits,
        fc.float({ min: Math.fround(0.01), max: 100, noNaN: true }),
        fc.float({ min: Math.fround(0.01), max: 100, noNaN: true }),
        (b, below, above) => {
          const levels = levelsOf(-below, above, b);
          expect([codeOf(-1000, levels), codeOf(1000, levels)]).toEqual([0, 2 ** b - 1]);
        },
      ),
    );
  });

  it('is idempotent: a quantized value keeps its value and its code', () => {
    fc.assert(
      fc.property(bits, range, value, (b, [min, max], v) => {
        const levels = levelsOf(min, max, b);
        const once = quantize(v, levels);
        expect(quantize(once, levels)).toBe(once);
        expect(codeOf(once, levels)).toBe(codeOf(v, levels));
      }),
      { numRuns: 2000 },
    );
  });

  it('never falls as the value rises', () => {
    fc.assert(
      fc.property(bits, range, value, value, (b, [min, max], v, w) => {
        const levels = levelsOf(min, max, b);
        expect(quantize(Math.min(v, w), levels)).toBeLessThanOrEqual(quantize(Math.max(v, w), levels));
      }),
      { numRuns: 1000 },
    );
  });

  it('has zero among the levels of a range around zero', () => {
    fc.assert(
      fc.property(bits, range, (b, [min, max]) => {
        fc.pre(min <= 0 && max >= 0);
        expect(quantize(0, levelsOf(min, max, b))).toBe(0);
      }),
    );
  });

  it('keeps the value of a constant layer, with one code, and passes the gradient', () => {
    for (const constant of [0.25, -3, 1e-30]) {
      const levels = levelsOf(constant, constant, 8);
      expect(quantize(constant, levels)).toBe(constant);
      expect(codeOf(constant, levels)).toBe(0);
      expect(passes(constant, levels)).toBe(true);
    }
  });

  it('keeps the values of a layer so nearly constant that its scale is no float32', () => {
    const tiny = Math.fround(1.5e-45);
    const levels = levelsOf(0, tiny, 8);
    expect(levels.kind).toBe('constant');
    expect(quantize(tiny, levels)).toBe(tiny);
  });

  it('makes zero of everything where both ends are zero, and passes the gradient', () => {
    const levels = levelsOf(0, 0, 8);
    expect(quantize(3, levels)).toBe(0);
    expect(codeOf(3, levels)).toBe(0);
    expect(passes(3, levels)).toBe(true);
  });

  it('moves a range that lies above zero down to zero, and clamps what is above', () => {
    const levels = levelsOf(0.5, 0.75, 8);
    expect(levels.lo).toBe(0);
    expect(levels.hi).toBeCloseTo(0.25, 6);
    expect(quantize(0.7, levels)).toBe(levels.hi);
    expect(passes(0.7, levels)).toBe(false);
  });

  it('lets a value that is not a number stay one, so that it is noticed', () => {
    expect(quantize(NaN, levelsOf(-1, 1, 8))).toBeNaN();
  });
});
