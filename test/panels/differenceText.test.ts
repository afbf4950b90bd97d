import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaults, fieldNames, formatField } from '../../src/core/experiment/fields.ts';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { Trajectory } from '../../src/core/experiment/trajectory.ts';
import { differencesOf, nameBeside, settingText } from '../../src/panels/differenceText.ts';
import { Member } from '../../src/store/member.ts';
import { statisticsOf } from '../../src/store/statistics.ts';
import { columnsOf, start } from '../store/fixtures.ts';
import { validExperiment } from '../core/experiment/arbitrary.ts';

type Other = Parameters<typeof nameBeside>[1];
const named = (experiment: Experiment, more: Partial<Other> = {}): string =>
  nameBeside(defaults, { experiment, shown: 1, statistics: null, ...more });

/** The statistics of so many repeats, as far as a name needs them. */
function of(repeats: number): Other['statistics'] {
  const experiment = { ...defaults, repeats };
  const done = Array.from({ length: repeats }, (_, i) => {
    const member = new Member(experiment, i + 1, 0);
    const trajectory = new Trajectory(7);
    trajectory.append(columnsOf([0, 1]));
    const facts = { start, trajectory, measurements: 2, fingerprint: '', violations: [], elapsedMs: 0 };
    member.open(
      { ...facts, fromFile: true, trainedEpochs: 1 },
      { attempt: 1, isBadFit: false, failure: null },
    );
    return member;
  });
  return statisticsOf(experiment, done);
}

test('the table has just the settings whose values links write differently, each in words', () => {
  fc.assert(
    fc.property(validExperiment, validExperiment, (one, other) => {
      const found = differencesOf(one, other);
      const expected = fieldNames.filter(
        (field) => formatField(field, one[field]) !== formatField(field, other[field]),
      );
      expect(found.map(({ field }) => field)).toEqual(expected);
      for (const { label, one: a, other: b } of found) {
        for (const text of [label, a, b]) {
          expect(text).not.toBe('');
          expect(text).not.toMatch(/\{|undefined|\[object/);
        }
      }
    }),
  );
});

test('a run is named by what it has of its own', () => {
  expect(named({ ...defaults, act: ['relu'] })).toBe('ReLU');
  expect(named({ ...defaults, act: ['relu'], bits: 4 })).toBe('ReLU and 4 bits');
  expect(named({ ...defaults, seed: 3 })).toBe('Seed 3');
  expect(named({ ...defaults, act: ['relu'], bits: 4, seed: 3, lr: 0.01 })).toBe('ReLU, 4 bits and 2 more');
  expect(named(defaults)).toBe('the same settings');
  const ten = { ...defaults, repeats: 10 };
  expect(named(ten, { shown: 3 })).toBe('repeat 3');
  expect(named({ ...ten, bits: 4 }, { shown: 'mean', statistics: of(2) })).toBe('4 bits, mean of 2');
});

test('values are written as the page writes them', () => {
  expect(settingText('start', { ...defaults, start: 'data' })).toBe('from the data');
  expect(settingText('start', defaults)).toBe('−6 to 6');
  expect(settingText('every', { ...defaults, every: 'log' })).toBe('log-spaced');
  expect(settingText('opt', { ...defaults, opt: 'sgd' })).toBe('SGD');
  expect(settingText('zero', { ...defaults, zero: false })).toBe('no');
});
