import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { numbersOf } from '../../src/core/experiment/presets/outcome.ts';
import { allocate, type TrajectoryColumns } from '../../src/core/experiment/trajectory.ts';
import { speak } from '../../src/i18n/language.ts';
import { change } from '../../src/i18n/load.ts';
import { largestIty, outcomeLines, type RunOutcome } from '../../src/panels/comparedOutcomes.ts';
import { comparisonCsv } from '../../src/panels/comparisonCsv.ts';
import type { OtherRun } from '../../src/store/other-run.ts';

const limits = { hx: 12, hy: 1 };

/** A run at epochs 0, 1, 2, ... whose rows have these values; [measurement][row]. */
function runOf(ixt: readonly (readonly number[])[], ity = ixt): TrajectoryColumns {
  const rows = ixt[0]?.length ?? 2;
  const run = allocate(rows, ixt.length);
  ixt.forEach((values, m) => {
    run.epoch[m] = m;
    values.forEach((value, row) => {
      run.ixt[m * rows + row] = value;
      run.ity[m * rows + row] = ity[m]?.[row] ?? NaN;
    });
    run.trainAccuracy[m] = 0.5;
    run.testAccuracy[m] = 0.25;
  });
  return run;
}

const outcome = (...runs: TrajectoryColumns[]): RunOutcome => {
  const rows = (runs[0]?.ixt.length ?? 0) / (runs[0]?.epoch.length ?? 1);
  const numbers = runs.map((columns) => numbersOf({ columns, rows, limits }, defaults));
  return { numbers, columns: runs, rows, prefit: 0 };
};

test('the largest I(T;Y) is that of the measurements on true labels', () => {
  const table = fc.array(
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
    {
      minLength: 2,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(table, fc.nat(2), fc.nat(4), (values, row, prefit) => {
      const later = values.slice(prefit + 1).map((measurement) => measurement[row] ?? NaN);
      const expected = later.length > 0 ? later : values.map((measurement) => measurement[row] ?? NaN);
      expect(largestIty(runOf(values), 3, row, prefit)).toBe(Math.max(...expected));
    }),
  );
});

test('each layer has its start, largest, end and fall in both runs, and what one is beyond the other', () => {
  const one = runOf([
    [0, 0, 0],
    [4, 1, 1],
    [6, 3, 2],
    [5, 2, 2],
  ]);
  const other = runOf([
    [0, 0, 0],
    [2, 1, 1],
    [3, 1, 1],
    [3, 1, 1],
  ]);
  const lines = outcomeLines(outcome(one), outcome(other), 'exact');
  const said = (layer: number, name: string) =>
    lines.flatMap(({ key, one: a, other: b, difference }) =>
      key === `${layer} ${name}` ? [a?.value, b?.value, difference] : [],
    );
  expect(said(0, 'ixtStart')).toEqual([4, 2, -2]);
  expect(said(0, 'ixtLargest')).toEqual([6, 3, -3]);
  expect(said(0, 'ixtEnd')).toEqual([5, 3, -2]);
  expect(said(0, 'fall')).toEqual([1, 0, -1]);
  // Of the output the row that counts exactly.
  expect(said(1, 'ityLargest')).toEqual([2, 1, -1]);
  expect(lines.find(({ key }) => key === 'all trainAccuracy')).toMatchObject({
    layer: null,
    one: { text: '0.500' },
    difference: 0,
  });
});

test('several repeats have their mean with its standard deviation; a layer that one run lacks has none there', () => {
  const shallow = outcome(runOf([[1, 1], [2, 2]]), runOf([[1, 1], [4, 4]])); // prettier-ignore
  const deep = outcome(runOf([[1, 1, 1], [2, 2, 2]])); // prettier-ignore
  const lines = outcomeLines(shallow, deep, 'grid');
  // The output stands beside the output, also where it is another layer.
  expect(lines.find(({ key }) => key === 'output ixtEnd')).toMatchObject({
    layer: null,
    outputs: { one: 0, other: 1 },
    one: { text: '3.00 ± 1.41' },
    other: { text: '2.00' },
    difference: -1,
  });
  expect(lines.find(({ key }) => key === '0 ixtEnd')).toMatchObject({ one: null, difference: null });
});

test('a file of them is the same in every language', async () => {
  const [one, other] = [
    runOf([
      [0, 0, 0],
      [4, 1, 1],
      [2, 1, 1],
    ]),
    runOf([
      [0, 0, 0],
      [12, 1, 1],
      [12, 1, 1],
    ]),
  ];
  // Of a run the file has the settings, which repeat is shown, and the fingerprint.
  const side = { experiment: defaults, shown: 1, facts: { fingerprint: 'f' } } as unknown as OtherRun;
  const file = (): string => {
    const lines = outcomeLines(outcome(one), outcome(other), 'grid');
    return comparisonCsv(side, side, [], { ruler: null, lines });
  };
  const english = file();
  expect(english).toContain('outcome,1,verdict,one repeat,cannot be judged,\n');
  expect(english).toContain('outcome,1,compression,2,,\n');
  expect(english).toContain('outcome,1,ixtEnd,2,12,10\n');
  await change('zh');
  const chinese = file();
  speak('en', {});
  expect(chinese).toBe(english);
});
