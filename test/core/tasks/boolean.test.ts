import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitsOf } from '../../../src/core/experiment/prepare.ts';
import { Random } from '../../../src/core/random/random.ts';
import { booleanLabels, booleanTask } from '../../../src/core/tasks/boolean.ts';
import { specOf, type BooleanSpec } from '../../../src/core/tasks/task-name.ts';

const labelsOf = (name: string): string => booleanLabels(specOf(name) as BooleanSpec).join('');
const taskOf = (name: string) => booleanTask(specOf(name) as BooleanSpec);

/** x1, x2, ... of each sample, from its number as text. */
const rows = (n: number): number[][] =>
  Array.from({ length: 2 ** n }, (_, r) => Array.from(r.toString(2).padStart(n, '0'), Number));
const sum = (row: readonly number[]): number => row.reduce((total, x) => total + x, 0);
const sizes = Array.from({ length: 9 }, (_, i) => i + 2);

describe('a Boolean task', () => {
  test('has all inputs once, x1 the most significant bit', () => {
    for (const n of [2, 3, 7, 16]) {
      const { inputs } = taskOf(`parity-${n}`);
      const found = rows(n).every((row, r) => row.every((x, i) => inputs[r * n + i] === x));
      expect(found).toBe(true);
    }
  });

  test.each(sizes)('parity of %i bits is 1 where their number is odd', (n) => {
    expect(labelsOf(`parity-${n}`)).toBe(
      rows(n)
        .map((row) => row.reduce((a, b) => a ^ b, 0))
        .join(''),
    );
    expect(limitsOf(taskOf(`parity-${n}`))).toEqual({ hx: n, hy: 1 });
  });

  test.each(sizes)('majority of %i bits is 1 where ones are more than zeros, 0 at a tie', (n) => {
    const wanted = rows(n).map((row) => (sum(row) > n - sum(row) ? 1 : 0));
    expect(labelsOf(`majority-${n}`)).toBe(wanted.join(''));
  });

  test('majority of an odd number has as many ones as zeros', () => {
    for (const n of [3, 5, 7, 15]) expect(limitsOf(taskOf(`majority-${n}`)).hy).toBe(1);
    expect(sum(Array.from(taskOf('majority-4').labels))).toBe(5);
  });

  test.each([
    [3, 1],
    [6, 2],
    [11, 3],
  ])('the multiplexer of %i bits gives the input that its %i first ones name', (n, address) => {
    const wanted = rows(n).map((row) => row[address + parseInt(row.slice(0, address).join(''), 2)]);
    expect(labelsOf(`multiplexer-${n}`)).toBe(wanted.join(''));
  });

  test('a symmetric one has the digit of the number of ones, wherever they stand', () => {
    const bits = fc.array(fc.constantFrom('0', '1'), { minLength: 3, maxLength: 10 });
    fc.assert(
      fc.property(bits, fc.nat(), fc.integer(), (digits, sample, seed) => {
        const n = digits.length - 1;
        const labels = labelsOf(`symmetric-${n}-${digits.join('')}`);
        const r = sample % 2 ** n;
        const row = rows(n)[r]!;
        expect(labels[r]).toBe(digits[sum(row)]);
        const permuted = [...row].sort((a, b) => ((a * 7 + seed) % 3) - ((b * 7 + seed) % 3));
        expect(labels[parseInt(permuted.join(''), 2)]).toBe(labels[r]);
      }),
    );
    expect(labelsOf('symmetric-4-01010')).toBe(labelsOf('parity-4'));
    expect(labelsOf('symmetric-5-000111')).toBe(labelsOf('majority-5'));
  });

  test('a random one is drawn sample by sample from the stream of its seed', () => {
    const random = new Random(7, 'task');
    const wanted = Array.from({ length: 64 }, () => (random.below(100) < 30 ? 1 : 0));
    expect(labelsOf('random-6-30-7')).toBe(wanted.join(''));
    expect(labelsOf('random-4-50-1')).toBe('0000001000111000');
    const ones = sum(Array.from(taskOf('random-16-30-1').labels)) / 65536;
    expect(Math.abs(ones - 0.3)).toBeLessThan(0.01);
  });

  test('a table has its digits as labels, the first sample in the highest bit', () => {
    expect(labelsOf('table-2-1')).toBe('0001');
    expect(labelsOf('table-3-8f')).toBe('10001111');
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{8}$/), (hex) => {
        const wanted = parseInt(hex, 16).toString(2).padStart(32, '0');
        expect(labelsOf(`table-5-${hex}`)).toBe(wanted);
      }),
    );
  });

  test('an expression may have inputs that it does not name', () => {
    expect(labelsOf('expr:x2')).toBe('0101');
    expect(labelsOf('expr-3:x2')).toBe('00110011');
    expect(labelsOf('expr:x1&(x2|!x3)')).toBe('00001011');
  });

  test('may be constant: H(Y) is 0 then', () => {
    expect(limitsOf(taskOf('expr:x1&!x1'))).toEqual({ hx: 2, hy: 0 });
    expect(limitsOf(taskOf('table-3-ff'))).toEqual({ hx: 3, hy: 0 });
  });
});
