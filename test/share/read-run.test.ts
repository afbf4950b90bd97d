import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { measuredEpochs } from '../../src/core/experiment/schedule.ts';
import { allocate } from '../../src/core/experiment/trajectory.ts';
import type { EndedRun } from '../../src/share/ended-run.ts';
import { FileProblem } from '../../src/share/json-field.ts';
import { jsonText } from '../../src/share/json.ts';
import { parseRun, runText } from '../../src/share/read-run.ts';

const experiment = { ...defaults, net: [4, 3], epochs: 7, every: 3, prefit: 2, repeats: 5 };

/** A run whose columns hold the given numbers, over and over. */
function runOf(numbers: readonly number[]): EndedRun {
  const epochs = [...measuredEpochs(experiment)];
  const columns = allocate(4, epochs.length);
  let next = 0;
  for (const column of Object.values(columns) as Float64Array[]) {
    for (let i = 0; i < column.length; i++) column[i] = numbers[next++ % numbers.length]!;
  }
  columns.epoch.set(epochs);
  return {
    experiment,
    repeat: 3,
    attempt: 2,
    isBadFit: false,
    fingerprint: '7f3a 91c2 e05b 1234',
    arithmeticVersion: 1,
    kernel: 'wasm',
    columns,
    limits: { hx: 12, hy: 0.99915712085027 },
    classes: 2,
    discarded: [{ kind: 'bad fit', seed: 1, repeat: 3, attempt: 1, epoch: 1001, accuracy: 0.51 }],
    violations: [{ epoch: 1, message: 'I(T2;Y) exceeds I(T1;Y)' }],
    failure: null,
    readings: [
      {
        ruler: 'uniform-30-global',
        epoch: Int32Array.of(1, 4),
        ixt: Float64Array.from({ length: 6 }, (_, i) => numbers[i % numbers.length]!),
        ity: Float64Array.of(0, 1, 2, 3, 4, 5),
      },
    ],
    seconds: 1.25,
  };
}

const text = runText(runOf([0.1, 1 / 3, -0, 12]));
const changed = (from: string | RegExp, to: string) => () => parseRun(text.replace(from, to));

describe('a run as JSON', () => {
  test('comes back bit for bit, with any numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 1, maxLength: 200 }), (numbers) => {
        const finite = numbers.map((value) => (Number.isFinite(value) ? value : NaN));
        const run = runOf(finite);
        // A range beyond float32 is infinite, and JSON has no such number.
        for (const name of ['low', 'high'] as const) {
          run.columns[name].set(run.columns[name].map((value) => (Number.isFinite(value) ? value : NaN)));
        }
        expect(parseRun(runText(run))).toEqual(run);
      }),
    );
  });

  test('writes a list on one line, and minus zero as such', () => {
    expect(jsonText({ a: [1, -0, NaN, 'x'], b: {}, c: [{ d: null }] })).toBe(
      '{\n  "a": [1, -0, null, "x"],\n  "b": {},\n  "c": [\n    {\n      "d": null\n    }\n  ]\n}\n',
    );
  });

  test('is refused where a number was changed', () => {
    expect(changed('0.3333333333333333', '0.3333333333333334')).toThrow(/^digest: .* changed or damaged/);
  });

  test.each([
    ['a text cut off', /"seconds"[^]*/, '', /^no JSON/],
    ['another file', 'infoplane-run', 'infoplane-walk', /^this is no infoplane-run file/],
    ['a newer version', '"version": 1', '"version": 2', /^version: 2 is not known here/],
    [
      'settings that the link does not have',
      '"bits": 8',
      '"bits": 4',
      /^settings\.bits: is not what the link/,
    ],
    ['a link with a bad field', 'net=4-3', 'net=4-300', /^link: net: "4-300"/],
    ['a missing layer', '"ixt": [', '"ixl": [', /^layers\[0\]: "ixt" is missing/],
    ['a short column', '"test": [', '"test": [0, ', /^accuracy\.test: should have \d+ entries/],
    ['other epochs', '"epochs": [0, 1,', '"epochs": [0, 2,', /^epochs: should be the \d+/],
    ['no fingerprint', '7f3a 91c2', '7f3a-91c2', /^fingerprint: is no fingerprint/],
    ['a text for a number', '"hx": 12', '"hx": "12"', /^limits\.hx: should be a number/],
  ])('is refused with the reason: %s', (_, from, to, message) => {
    expect(changed(from, to)).toThrow(FileProblem);
    expect(changed(from, to)).toThrow(message);
  });
});
