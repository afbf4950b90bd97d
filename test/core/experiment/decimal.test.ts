import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal, isDecimal, isWhole } from '../../../src/core/experiment/decimal.ts';

describe('formatDecimal', () => {
  test.each([
    [0, '0'],
    [-0, '-0'],
    [5, '5'],
    [-6.25, '-6.25'],
    [1e-4, '0.0001'],
    [1e-7, '0.0000001'],
    [-1.25e-7, '-0.000000125'],
    [1e21, '1000000000000000000000'],
    [1.5e21, '1500000000000000000000'],
    [1.2345678901234568e21, '1234567890123456800000'],
    [5e-324, `0.${'0'.repeat(323)}5`],
  ])('writes %d as %s', (value, text) => {
    expect(formatDecimal(value)).toBe(text);
  });

  test('writes every double in plain decimal notation that reads back as the same double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = formatDecimal(value);
        return isDecimal(text) && Object.is(Number(text), value);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('isDecimal', () => {
  test.each(['0', '-1', '007', '0.5', '-12.75'])('takes "%s"', (text) => {
    expect(isDecimal(text)).toBe(true);
  });

  test.each([
    '',
    ' 5',
    '5 ',
    '+5',
    '.5',
    '5.',
    '1e3',
    '1E3',
    '0x10',
    '1_000',
    '1,5',
    'Infinity',
    'NaN',
    '--1',
    '٣',
    '5\n',
  ])('refuses "%s"', (text) => {
    expect(isDecimal(text)).toBe(false);
    expect(isWhole(text)).toBe(false);
  });
});
