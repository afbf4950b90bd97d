import { describe, expect, test } from 'vitest';
import { decades, exponents, powerOfTen } from '../../src/plots/scene/decades.ts';

const line = (...values: number[]) => ({
  ...{ name: '', layer: 0, stride: 1, offset: 0 },
  values: exponents(Float64Array.from(values)),
});

describe('an axis of decades', () => {
  test('is whole ones around all that is drawn', () => {
    expect(decades([line(0.02, 3), line(0.5, 11)])).toEqual({
      domain: [-2, 2],
      ticks: [
        { at: -2, text: '0.01' },
        { at: -1, text: '0.1' },
        { at: 0, text: '1' },
        { at: 1, text: '10' },
        { at: 2, text: '100' },
      ],
    });
  });

  test('has at least one of them, and no more than five numbers', () => {
    expect(decades([line(1)]).domain).toEqual([0, 1]);
    expect(decades([line(0, NaN)]).domain).toEqual([-1, 0]);
    expect(decades([line(2e-9, 400)]).ticks.map(({ text }) => text)).toEqual([
      '10⁻⁹',
      '10⁻⁶',
      '10⁻³',
      '1',
      '10³',
    ]);
  });

  test('goes up to the upper end of a band, and lets the lower one leave it', () => {
    const band = { low: Float64Array.of(-Infinity, -8), high: Float64Array.of(1.5, 0.5) };
    expect(decades([{ ...line(2, 3), band }]).domain).toEqual([0, 2]);
  });

  test('leaves out what has no logarithm', () => {
    expect([...exponents(Float64Array.of(100, 0, NaN))]).toEqual([2, NaN, NaN]);
  });

  test('writes the usual numbers as such', () => {
    expect([-12, -3, -2, 0, 2, 3].map(powerOfTen)).toEqual(['10⁻¹²', '10⁻³', '0.01', '1', '100', '10³']);
  });
});
