import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { measuredEpochs } from '../../src/core/experiment/schedule.ts';
import { allocate } from '../../src/core/experiment/trajectory.ts';
import {
  isAsRecorded,
  packRecordedRun,
  unpackRecordedRun,
  type RecordedRun,
} from '../../src/share/recorded-run.ts';

const experiment = { ...defaults, net: [3, 2], epochs: 7 };
const epochs = Int32Array.from(measuredEpochs(experiment));
const values = epochs.length * 4;

const bits = fc.array(fc.double({ min: 0, max: 16, noNaN: true }), { minLength: values, maxLength: values });
const codes = fc.array(fc.nat(65535), { minLength: values, maxLength: values });
const words = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 });

const runs = fc
  .record({ ixt: bits, ity: bits, codes, words, hx: fc.double({ noNaN: true }) })
  .map((given): RecordedRun => {
    const columns = allocate(4, epochs.length);
    columns.epoch.set(epochs);
    columns.ixt.set(given.ixt);
    columns.ity.set(given.ity);
    columns.codes.set(given.codes);
    const fingerprint = given.words.map((word) => word.toString(16).padStart(4, '0')).join(' ');
    return { arithmeticVersion: 1, fingerprint, limits: { hx: given.hx, hy: 1 }, rows: 4, columns };
  });

describe('a recorded run', () => {
  it('is read as it was written, information to the nearest float32', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const read = unpackRecordedRun(packRecordedRun(run), experiment);
        const { columns, ...rest } = run;
        expect(read).toMatchObject(rest);
        expect(read.columns.epoch).toEqual(columns.epoch);
        expect(read.columns.ixt).toEqual(columns.ixt.map(Math.fround));
        expect(read.columns.ity).toEqual(columns.ity.map(Math.fround));
        expect(read.columns.codes).toEqual(columns.codes);
        expect(isAsRecorded(read, columns)).toBe(true);
      }),
    );
  });

  it('tells the numbers of another run by any one of them', () => {
    fc.assert(
      fc.property(runs, fc.nat(values - 1), (run, at) => {
        const read = unpackRecordedRun(packRecordedRun(run), experiment);
        const ity = run.columns.ity.with(at, (run.columns.ity[at] ?? 0) + 1e-3);
        expect(isAsRecorded(read, { ...run.columns, ity })).toBe(false);
      }),
    );
  });

  it('claims nothing about what is not in it', () => {
    const [run] = fc.sample(runs, 1);
    const { columns } = unpackRecordedRun(packRecordedRun(run!), experiment);
    for (const name of ['low', 'high', 'trainAccuracy', 'testLoss', 'weightNorm'] as const) {
      expect(columns[name].every(Number.isNaN)).toBe(true);
    }
  });

  it('is refused where it is damaged, or of other settings', () => {
    const bytes = packRecordedRun(fc.sample(runs, 1)[0]!);
    expect(() => unpackRecordedRun(bytes.subarray(1), experiment)).toThrow(RangeError);
    expect(() => unpackRecordedRun(bytes.with(0, 0), experiment)).toThrow(RangeError);
    expect(() => unpackRecordedRun(bytes, { ...experiment, epochs: 40 })).toThrow(RangeError);
  });
});
