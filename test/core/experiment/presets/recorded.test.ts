import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reluRecorded, tanhRecorded } from '../../../../src/core/experiment/presets/main.ts';
import { counterpart, outcomeOf, numbersOf } from '../../../../src/core/experiment/presets/outcome.ts';
import { madeRepeat } from './made-up.ts';

interface CurveFile {
  readonly epochs: readonly number[];
  readonly runs: readonly {
    /** (epochs, layers): [I(X;T), I(T;Y)], the output on the grid. */
    readonly mi: readonly (readonly [number, number][])[];
    readonly miOutputExact?: readonly [number, number][];
  }[];
}

/** The original program's runs, read as if they were ours. */
function originals(activation: 'tanh' | 'relu', exactOnly: boolean) {
  const file = new URL(`../../../golden/curves/${activation}-8.json`, import.meta.url);
  const { epochs, runs } = JSON.parse(readFileSync(file, 'utf8')) as CurveFile;
  return runs
    .filter(({ miOutputExact }) => !exactOnly || miOutputExact !== undefined)
    .map(({ mi, miOutputExact }) =>
      madeRepeat(
        // The study counts epochs from 0.
        mi.map((layers, m) => [epochs[m]! + 1, ...layers, miOutputExact?.[m] ?? [NaN, NaN]]),
      ),
    );
}

const cases = [
  ['tanh', tanhRecorded],
  ['relu', reluRecorded],
] as const;

test.for(cases)(
  'what is recorded of %s is what its curves give, to the digits written',
  ([name, recorded]) => {
    for (const exactOnly of [false, true]) {
      const results = originals(name, exactOnly);
      const outcome = outcomeOf(results.map((result) => numbersOf(result, { prefit: 0 })))!;
      const numbers = recorded.filter(({ repeats }) => repeats === results.length);
      expect(numbers.length).toBeGreaterThan(0);
      for (const number of numbers) {
        const found = counterpart(outcome, number)!;
        const { quantity, layer, value, sd } = number;
        const label = `T${layer! + 1} ${quantity}`;
        expect(Math.abs(found.mean - Number(value)), label).toBeLessThan(0.055);
        if (sd !== null) expect(Math.abs(found.sd - sd), label).toBeLessThan(0.055);
      }
    }
  },
);
