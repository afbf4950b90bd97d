import { describe, expect, test } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { numbersOf, outcomeOf } from '../../src/core/experiment/presets/outcome.ts';
import { sweepCsv, sweepJson, sweepRows, type SweepResult } from '../../src/share/sweep-document.ts';
import { columnsOf } from '../store/fixtures.ts';

const experiment = { ...defaults, net: [4, 3], task: 'expr:x1&x2' };
/** I(X;T) of a row rises by the row's number a measurement, and falls at the end. */
const columns = columnsOf([0, 1, 2, 3], 4, (m, row) => [1, 2, 3 + row, 1][m] ?? 0);
const outcome = outcomeOf([numbersOf({ columns, rows: 4, limits: { hx: 12, hy: 1 } }, experiment)]);
const entry = { experiment, outcome, fingerprint: '1 2', troubles: [] };
const result: SweepResult = {
  ...{ setting: 'task', base: experiment, arithmeticVersion: 1 },
  entries: [
    { ...entry, value: 'a,"b"', ruler: null },
    { ...entry, value: 'c', ruler: 'uniform-2-global' },
    { ...entry, value: 'd', ruler: null, outcome: null, fingerprint: null, troubles: ['no luck'] },
  ],
};

describe('a sweep as a file', () => {
  test('has the output twice, and by a ruler of its own once', () => {
    expect(
      result.entries.map((each) => sweepRows(each).map(({ layer, ruler }) => `${layer} ${ruler}`)),
    ).toEqual([
      ['0 exact', '1 exact', '2 grid', '2 exact'],
      ['0 uniform-2-global', '1 uniform-2-global', '2 uniform-2-global'],
      [],
    ]);
  });

  test('as CSV has as many cells in each line as in its head', () => {
    const [head = '', ...lines] = sweepCsv(result).trim().split('\n');
    expect(lines).toHaveLength(4 + 3 + 1);
    expect(lines[0]).toMatch(/^task,"a,""b""",T1,exact,1,/);
    for (const line of lines)
      expect(line.replace('"a,""b"""', 'a').split(',')).toHaveLength(head.split(',').length);
    const at = head.split(',').indexOf('ixt_fall_mean');
    // Epoch 0 does not count; the largest is that of measurement 2.
    expect(lines.slice(4, 7).map((line) => Number(line.split(',')[at]))).toEqual([2, 3, 4]);
  });

  test('as JSON says why a value has no result', () => {
    const { values } = JSON.parse(sweepJson(result)) as { values: { troubles: string[]; rows: unknown[] }[] };
    expect(values.map(({ troubles, rows }) => [troubles.length, rows.length])).toEqual([
      [0, 4],
      [0, 3],
      [1, 0],
    ]);
  });
});
