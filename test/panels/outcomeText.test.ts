import { describe, expect, test } from 'vitest';
import { numbersOf, outcomeOf, type Outcome } from '../../src/core/experiment/presets/outcome.ts';
import { choiceByName } from '../../src/core/experiment/presets/presets.ts';
import { aboutTime } from '../../src/panels/aboutTime.ts';
import { hereText, outcomeLines, recordedText, verdictLines } from '../../src/panels/outcomeText.ts';
import { madeRepeat, type MadeMeasurement } from '../core/experiment/presets/made-up.ts';

const tanh = choiceByName('main/tanh')!.variant;
const unrecorded = choiceByName('prefit/tanh')!.variant;

/** Six layers: T1 to T3 are saturated, T4 too in repeat 1 alone, T5 falls, the output falls half as far counted exactly. */
function repeat(number: number): ReturnType<typeof numbersOf> {
  const made = Array.from({ length: 50 }, (_, m): MadeMeasurement => {
    const ity = Math.min(1, 0.2 + m / 10);
    const fall = Math.min(1, Math.max(0, m - 10) / 30) * (4 + number / 10);
    const t4 = number === 1 ? 12 : 11.8;
    return [
      1 + 5 * m,
      [12, 1],
      [12, 1],
      [12, 1],
      [t4, 1],
      [11.9 - fall, ity],
      [6 - fall, ity],
      [6 - fall / 2, ity],
    ];
  });
  return numbersOf(madeRepeat(made, [0.99, 0.9 + number / 1000]), { prefit: 0 });
}

const outcome = (repeats: number): Outcome =>
  outcomeOf(Array.from({ length: repeats }, (_, i) => repeat(i + 1)))!;

describe('the table', () => {
  test('has a line for each number recorded of the study, then accuracy, with ours beside them', () => {
    const lines = outcomeLines(tanh, outcome(3));
    const fall = lines.find(({ row, quantity }) => row.layer === 4 && quantity === 'fall')!;
    expect(fall.study.map(recordedText)).toEqual(['4.4 ± 2.6']);
    expect(hereText(fall.here, 'fall')).toBe('4.20 ± 0.10');
    expect(lines.at(-1)).toMatchObject({ quantity: 'testAccuracy', study: [] });
    expect(hereText(lines.at(-1)!.here, 'testAccuracy')).toBe('0.902 ± 0.001');
    expect(lines.flatMap(({ study }) => study)).toHaveLength(tanh.recorded.length);
  });

  test('names each layer once, for all of its lines', () => {
    const lines = outcomeLines(tanh, null);
    expect(lines.reduce((sum, { ofRow }) => sum + ofRow, 0)).toBe(lines.length);
    const rows = lines.filter(({ ofRow }) => ofRow > 0).map(({ row }) => `${row.layer} ${row.output}`);
    expect(new Set(rows).size).toBe(rows.length);
  });

  test('where nothing is recorded has start, end and fall of every layer, once something is there', () => {
    expect(outcomeLines(unrecorded, null).map(({ quantity }) => quantity)).toEqual([
      'trainAccuracy',
      'testAccuracy',
    ]);
    expect(outcomeLines(unrecorded, outcome(2))).toHaveLength(7 * 3 + 2);
  });

  test('has no number before the first repeat is done, and no deviation of one repeat', () => {
    expect(outcomeLines(tanh, null).every(({ here }) => here === null)).toBe(true);
    expect(hereText(null, 'fall')).toBe('–');
    const [line] = outcomeLines(tanh, outcome(1));
    expect(hereText(line!.here, 'ixtStart')).toBe('12.00');
  });
});

test('values of the study are written as they are recorded', () => {
  const text = (value: number | readonly [number, number], sd: number | null = null): string =>
    recordedText({ layer: 0, output: null, quantity: 'fall', value, sd, source: 'program', repeats: 20 });
  expect(text(12)).toBe('12.0');
  expect(text(11.88, 0.17)).toBe('11.88 ± 0.17');
  expect(text(3, 0.7)).toBe('3.0 ± 0.7');
  expect(text([3.06, 3.1])).toBe('3.06 to 3.10');
});

describe('verdicts', () => {
  test('put layers that cannot be judged together, and say the rest with their intervals', () => {
    const lines = verdictLines(outcome(3).rows);
    expect(lines.map(({ name }) => name)).toEqual([
      'T1–T3'.replace('–', '\u2060–\u2060'),
      'T4',
      'T5',
      'T6, grid',
      'T6, exact',
    ]);
    expect(lines[2]!.text).toMatch(
      /^compresses by 4\.\d\d bits \(\d\.\d\d to \d\.\d\d\), net of rebound 4\.\d\d \(\d\.\d\d to \d\.\d\d\); above 0\.1 in \d+ of \d+ repeats$/,
    );
  });

  test('that are open say by which number', () => {
    const [row] = outcome(3).rows.slice(-2);
    const text = (openFor: 'compression' | 'net'): string | undefined =>
      verdictLines([
        {
          ...row!,
          phases: {
            ...row!.phases,
            verdict: 'undecided',
            repeats: 4,
            above: 2,
            openFor,
            compression: { mean: 0.28, low: 0.17, high: 0.39 },
            net: { mean: 0.06, low: -0.05, high: 0.17 },
          },
        },
      ])[0]?.text;
    expect(text('net')).toBe(
      'is left open: 0.28 bits (0.17 to 0.39), but net of rebound 0.06 (−0.05 to 0.17), not all above 0.1; above it in 2 of 4 repeats',
    );
    expect(text('compression')).toBe(
      'is left open: 0.28 bits (0.17 to 0.39) lies on both sides of 0.1; above it in 2 of 4 repeats',
    );
  });

  test('of one repeat are none', () => {
    const texts = verdictLines(outcome(1).rows).map(({ text }) => text);
    expect(texts.filter((text) => /compress/.test(text))).toEqual([]);
  });
});

test('times are said as one says them', () => {
  expect(aboutTime(400)).toBe('about 1 s');
  expect(aboutTime(61_000)).toBe('about 61 s');
  expect(aboutTime(170_000)).toBe('about 3 min');
  expect(aboutTime(3_900_000)).toBe('about an hour');
  expect(aboutTime(14_760_000)).toBe('about 4.1 hours');
});
