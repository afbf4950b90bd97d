import { describe, expect, test } from 'vitest';
import type { RowOutcome } from '../../src/core/experiment/presets/outcome.ts';
import { numbersOf, outcomeOf } from '../../src/core/experiment/presets/outcome.ts';
import { verdictLines } from '../../src/panels/outcomeText.ts';
import { ruleSentences } from '../../src/panels/ruleSentences.ts';
import { madeRepeat, type MadeMeasurement } from '../core/experiment/presets/made-up.ts';

/** T1 and T2 are saturated, T3 falls by the first number after fitting, T4, the output, by the second. */
function repeat(third: number, output: number): ReturnType<typeof numbersOf> {
  const made = Array.from({ length: 100 }, (_, m): MadeMeasurement => {
    const ity = Math.min(1, 0.2 + m / 10);
    const part = Math.min(1, Math.max(0, m - 20) / 60);
    // Before it is fitted the output has more than ever after: of that the rule says nothing.
    const early = m < 3 ? 2 : 0;
    const last = [8 + early - part * output, ity] as const;
    return [1 + 5 * m, [12, 1], [12, 1], [9 - part * third, ity], last, last];
  });
  return numbersOf(madeRepeat(made, [1, 1]), { prefit: 0 });
}

const rowsOf = (...repeats: readonly [number, number][]): readonly RowOutcome[] =>
  outcomeOf(repeats.map((falls) => repeat(...falls)))!.rows.filter(({ output }) => output !== 'exact');
const said = (rows: readonly RowOutcome[]): string =>
  ruleSentences(rows)
    .map(({ text }) => text)
    .join(' ');

describe('of what has ended', () => {
  test('one repeat has lost what the rule finds, not what it has less than ever before', () => {
    const rows = rowsOf([2.4, 0.31]);
    expect(said(rows)).toBe(
      'T4, the output, learned 0.80 bits about the label. ' +
        'After fitting, T4 lost 0.31 bits of I(X;T) (2.31 since its largest) and T3 2.40. ' +
        'T1 and T2 give every input its own code: the plane says nothing about them.',
    );
  });

  test('the numbers are those of the panel', () => {
    const rows = rowsOf([2.4, 0.31]);
    expect(verdictLines(rows).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['0.31 bits', '2.40 bits']),
    );
    const several = rowsOf([2.4, 1.1], [2.5, 1], [2.6, 1.2]);
    expect(said(several)).toContain('By the rule T4 compresses by 1.10 bits and T3 by 2.50.');
    expect(verdictLines(several).at(-1)!.text).toContain('compresses by 1.10 bits');
  });

  test('no layer is said to have lost what the rule does not count', () => {
    const text = said(rowsOf([0.04, 0.05]));
    expect(text).toContain('T3 and T4 lost no more than 0.1 bits.');
    expect(text).not.toContain('After fitting');
  });

  test('several repeats leave layers open, or say that they do not compress', () => {
    const text = said(rowsOf([0, 0], [0.01, 0.9], [0.02, 0.1]));
    expect(text).toContain('T4 is left open.');
    expect(text).toContain('T3 does not compress.');
    expect(text).toContain('In most repeats T1 and T2 give every input its own code');
    expect(text).not.toContain('By the rule');
  });
});
