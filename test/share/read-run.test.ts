import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { measuredEpochs } from '../../src/core/experiment/schedule.ts';
import { allocate } from '../../src/core/experiment/trajectory.ts';
import { digestOf } from '../../src/share/digest.ts';
import type { EndedRun } from '../../src/share/ended-run.ts';
import { FileProblem } from '../../src/share/json-field.ts';
import { jsonText } from '../../src/share/json.ts';
import { parseRun, runText } from '../../src/share/read-run.ts';
import type { RunDocument } from '../../src/share/run-document.ts';

const experiment = { ...defaults, net: [4, 3], epochs: 1101, every: 500, prefit: 2, repeats: 5 };

/** Columns whose values need not be finite. */
const mayBeMissing = [
  ...['low', 'high', 'trainAccuracy', 'trainLoss', 'testLoss'],
  ...['weightNorm', 'gradientMean', 'gradientDeviation'],
];

/** A run whose columns hold the given numbers, over and over: no true ones, which its violations allow. */
function runOf(numbers: readonly number[]): EndedRun {
  const epochs = [...measuredEpochs(experiment)];
  const columns = allocate(4, epochs.length);
  let next = 0;
  for (const [name, column] of Object.entries(columns) as [string, Float64Array][]) {
    for (let i = 0; i < column.length; i++) {
      const value = numbers[next++ % numbers.length]!;
      if (name === 'codes' || name === 'levels') column[i] = next;
      else column[i] = Number.isNaN(value) && !mayBeMissing.includes(name) ? next : value;
    }
  }
  columns.epoch.set(epochs);
  // As the fingerprint begins.
  columns.chain[epochs.length - 1] = 0x7f3a91c2;
  return {
    experiment,
    repeat: 3,
    attempt: 2,
    isBadFit: false,
    fingerprint: '7f3a 91c2 e05b 1234',
    arithmeticVersion: 1,
    kernel: 'wasm',
    columns,
    limits: { hx: 12, hy: 0.9991571208502705 },
    classes: 2,
    discarded: [{ kind: 'bad fit', seed: 1, repeat: 3, attempt: 1, epoch: 1003, accuracy: 0.51 }],
    violations: [{ epoch: 1, message: 'I(T2;Y) exceeds I(T1;Y)' }],
    failure: null,
    readings: [
      {
        ruler: 'uniform-30-global',
        epoch: Int32Array.from(epochs),
        ixt: Float64Array.from({ length: 3 * epochs.length }, (_, i) => numbers[i % numbers.length]!),
        ity: Float64Array.from({ length: 3 * epochs.length }, (_, i) => i),
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

  test.each([
    ['a number', '0.3333333333333333', '0.3333333333333334'],
    ['the fingerprint', 'e05b 1234', 'e05b 1235'],
    ['the kernel', '"wasm"', '"scalar"'],
    ['the time it took', '"seconds": 1.25', '"seconds": 1.5'],
    ['a violation', 'exceeds', 'is below'],
    ['what is not known here', '"version": 2', '"version": 2, "note": "mine"'],
  ])('is refused where it was changed: %s', (_, from, to) => {
    expect(changed(from, to)).toThrow(/^digest: .* changed or damaged/);
  });

  test('is the same however it is laid out', () => {
    const run = runOf([0.1, 12]);
    const document = JSON.parse(runText(run)) as Record<string, unknown>;
    const turned = Object.fromEntries(Object.entries(document).reverse());
    expect(parseRun(JSON.stringify(turned))).toEqual(run);
  });

  test('is refused where settings and link were changed alike', () => {
    const alike = text.replace('"lr": 0.0001', '"lr": 0.001').replace('net=4-3', 'net=4-3&lr=0.001');
    expect(() => parseRun(alike)).toThrow(/^digest: .* changed or damaged/);
  });

  test('without violations has values between their limits', () => {
    const run = { ...runOf([0.5, 13]), violations: [] };
    expect(() => parseRun(runText(run))).toThrow(/^layers: I\(X;T\) should lie between 0 and 12/);
    expect(parseRun(runText({ ...runOf([0.5, 0]), violations: [] })).violations).toEqual([]);
  });

  test('without violations has no negative norms', () => {
    const run = { ...runOf([0.5, 0]), violations: [] };
    run.columns.gradientMean[3] = -0.5;
    expect(() => parseRun(runText(run))).toThrow(/^layers: gradientMean should not be negative/);
  });

  test('from before there were norms of weights and gradients has none', () => {
    const run = runOf([0.1, 12]);
    const { digest, ...document } = JSON.parse(runText(run)) as RunDocument;
    expect(digest).toBe(digestOf(document));
    const layers = document.layers.map(({ weightNorm, gradientMean, gradientDeviation, ...layer }) => {
      expect(weightNorm.length + gradientMean.length).toBe(2 * gradientDeviation.length);
      return layer;
    });
    const old = { ...document, layers };
    const { columns } = parseRun(JSON.stringify({ ...old, digest: digestOf(old) }));
    expect(columns.ixt).toEqual(run.columns.ixt);
    for (const name of ['weightNorm', 'gradientMean', 'gradientDeviation'] as const) {
      expect(columns[name]).toEqual(run.columns[name].map(() => NaN));
    }
  });

  test('from before there was a chain has none, and is written again as it was', () => {
    const { digest: _, chain, ...old } = JSON.parse(runText(runOf([0.1, 12]))) as RunDocument;
    expect(chain?.at(-1)).toBe(0x7f3a91c2);
    const older = jsonText({ ...old, digest: digestOf(old) });
    const read = parseRun(older);
    expect(read.columns.chain.every((word) => word === 0)).toBe(true);
    expect(runText(read)).toBe(older);
  });

  test('that failed has no more than what was measured before', () => {
    const run = runOf([0.5]);
    const failed = { ...run, failure: { epoch: 3, message: 'too large' } };
    expect(() => parseRun(runText(failed))).toThrow(/^failure\.epoch: should be after what was measured/);
  });

  test.each([
    ['a text cut off', /"seconds"[^]*/, '', /^no JSON/],
    [
      'another file',
      'infoplane-run',
      'infoplane-walk',
      /^this is no file of a run: .* it is "infoplane-walk"/,
    ],
    ['an older version', '"version": 2', '"version": 1', /^version: 1 is not known here/],
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
    ['a chain that ends elsewhere', '7f3a 91c2', '7f3a 91c3', /^chain: should end with the beginning/],
    ['a word that is none', '"chain": [', '"chain": [4294967296, ', /^chain: should have \d+ entries/],
    ['a number that is none', '"hx": 12', '"hx": 1e999', /^limits\.hx: is too large/],
    ['limits that the task has not', '"hx": 12', '"hx": 13', /^limits\.hx: should be 12 bits/],
    ['a layer of another name', '"name": "T2"', '"name": "<b>"', /^layers\[1\]\.name: should be "T2"/],
    ['a repeat beyond the last', '"repeat": 3,', '"repeat": 6,', /^repeat: should be at most 5/],
    ['time that runs backwards', '"seconds": 1.25', '"seconds": -5', /^seconds: should not be negative/],
    [
      'a bad fit that these settings begin again',
      '"badFit": false',
      '"badFit": true',
      /^badFit: these settings keep/,
    ],
    ['a bad fit of another attempt', '"attempt": 2,', '"attempt": 3,', /^discarded: .* before attempt 3/],
    ['a ruler that is none', 'uniform-30-global', 'uniform-1-global', /^readings\[0\]\.ruler: is no ruler/],
    ['half an epoch', '"epochs": [0, 1,', '"epochs": [0, 1.5,', /^epochs\[1\]: should be a whole number/],
    ['a text for a number', '"hx": 12', '"hx": "12"', /^limits\.hx: should be a number/],
  ])('is refused with the reason: %s', (_, from, to, message) => {
    expect(changed(from, to)).toThrow(FileProblem);
    expect(changed(from, to)).toThrow(message);
  });
});
