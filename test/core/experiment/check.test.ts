import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertValid, check, clampExperiment } from '../../../src/core/experiment/check.ts';
import {
  defaults,
  fieldNames,
  fields,
  fieldTable,
  formatField,
} from '../../../src/core/experiment/fields.ts';
import { describe as inWords, SettingsError } from '../../../src/core/experiment/problems.ts';
import { validExperiment } from './arbitrary.ts';

/** The default run with settings of any type. */
const withSettings = (settings: Record<string, unknown>) => ({ ...defaults, ...settings });

describe('the table of settings', () => {
  test('has the default run: 12-bit task, 10-7-5-4-3, tanh, 8 bits, Adam at 0.0001, batch 256', () => {
    expect(defaults).toEqual({
      task: 'icosahedron',
      noise: 0,
      act: ['tanh'],
      bits: 8,
      net: [10, 7, 5, 4, 3],
      range: 'study',
      decay: 0.999,
      start: [-6, 6],
      fixed: [-1, 1],
      weights: 'study',
      init: 'glorot',
      opt: 'adam',
      lr: 0.0001,
      momentum: 0.9,
      l1: 0,
      l2: 0,
      batch: 256,
      epochs: 8000,
      prefit: 0,
      every: 5,
      zero: true,
      test: 20,
      seed: 1,
      repeats: 1,
      badfits: 'restart',
    });
    expect(check(defaults)).toEqual([]);
  });

  test('gives every field a default, its own name as label key and a notation that reads back', () => {
    expect(new Set(fieldNames)).toEqual(new Set(Object.keys(defaults)));
    expect(fieldNames).toHaveLength(Object.keys(defaults).length);
    for (const name of fieldNames) {
      expect(fields[name].label).toBe(`field.${name}`);
      expect(defaults[name]).toEqual(fields[name].default);
      const text = formatField(name, defaults[name]);
      expect(fieldTable[name].kind.parse(text)).toEqual({ ok: true, value: fields[name].default });
    }
  });
});

describe('check', () => {
  test('finds nothing wrong with a valid experiment, and clamping leaves it as it is', () => {
    fc.assert(
      fc.property(validExperiment, (experiment) => {
        expect(check(experiment)).toEqual([]);
        expect(clampExperiment(experiment)).toEqual({ experiment, problems: [] });
      }),
    );
  });

  test.each<[string, unknown, string, string]>([
    ['bits', 0, 'bounds', '1'],
    ['bits', 17, 'bounds', '16'],
    ['bits', 'double', 'type', '8'],
    ['bits', 2.6, 'notWhole', '3'],
    ['net', [], 'length', '10-7-5-4-3'],
    ['net', [1, 2, 3, 4, 5, 6, 7, 8, 9], 'length', '1-2-3-4-5-6-7-8'],
    ['net', [0, 10, 65], 'bounds', '1-10-64'],
    ['net', [3, 'x'], 'type', '10-7-5-4-3'],
    ['net', '10-7', 'type', '10-7-5-4-3'],
    ['act', ['tanh', 'relu'], 'count', 'tanh-relu-relu-relu-relu'],
    ['act', ['step'], 'notChoice', 'tanh'],
    ['act', ['relu', 'relu', 'relu', 'relu', 'relu', 'relu'], 'count', 'relu-relu-relu-relu-relu'],
    ['range', 'none', 'notChoice', 'study'],
    ['lr', 0, 'bounds', '0.0000001'],
    ['lr', 50, 'bounds', '10'],
    ['lr', Infinity, 'bounds', '10'],
    ['lr', NaN, 'type', '0.0001'],
    ['start', [6, -6], 'order', '-6..6'],
    ['start', [3, 3], 'order', '-6..6'],
    ['fixed', [-2000, 2], 'bounds', '-1000..2'],
    ['fixed', [2000, 3000], 'bounds', '-1..1'],
    ['fixed', [0, NaN], 'type', '-1..1'],
    ['batch', 0, 'bounds', '1'],
    ['epochs', 100001, 'bounds', '100000'],
    ['every', undefined, 'type', '5'],
    ['zero', 1, 'type', 'yes'],
    ['test', 95, 'bounds', '90'],
    ['seed', -1, 'bounds', '0'],
    ['seed', 2 ** 32, 'bounds', '4294967295'],
  ])('refuses %s = %j (%s), for which clamping takes %s', (field, value, code, used) => {
    const experiment = withSettings({ [field]: value });
    expect(check(experiment)).toMatchObject([{ field, code, used: null }]);
    const clamped = clampExperiment(experiment);
    expect(clamped.problems).toMatchObject([{ field, code, used }]);
    expect(check(clamped.experiment)).toEqual([]);
  });

  test.each<[string, string, unknown, string]>([
    ['icosahedron', 'c2x3-p2-16', [{ filters: 2, size: 3 }, { pool: 2 }, 16], 'noImages: 16'],
    ['icosahedron', 'c2x3', [{ filters: 2, size: 3 }], 'noImages: 10-7-5-4-3'],
    ['mnist', '16-c2x3-8', [16, { filters: 2, size: 3 }, 8], 'afterDense: 16-8'],
    ['mnist', 'c1x2-9-p2', [{ filters: 1, size: 2 }, 9, { pool: 2 }], 'afterDense: c1x2-9'],
    ['mnist', 'p2-8', [{ pool: 2 }, 8], 'poolingFirst: 8'],
    ['mnist', 'c16x3', [{ filters: 16, size: 3 }], 'tooWide: 10-7-5-4-3'],
    [
      'mnist',
      'c4x3-c3x1-p2-8',
      [{ filters: 4, size: 3 }, { filters: 3, size: 1 }, { pool: 2 }, 8],
      // 2704 and 676 units: another 2028 would be too many.
      'tooWide: c4x3-p2-8',
    ],
    [
      'mnist',
      'c1x1-p4-p4-c1x2-4',
      [{ filters: 1, size: 1 }, { pool: 4 }, { pool: 4 }, { filters: 1, size: 2 }, 4],
      'imageTooSmall: c1x1-p4-p4-4',
    ],
    [
      'mnist',
      'c1x7-p4-p3-p2-4',
      [{ filters: 1, size: 7 }, { pool: 4 }, { pool: 3 }, { pool: 2 }, 4],
      'imageTooSmall: c1x7-p4-p3-4',
    ],
  ])(
    'refuses of the task %s the net %s, and clamping leaves out what fits not',
    (task, given, net, found) => {
      const experiment = withSettings({ task, net });
      const { problems, experiment: clamped } = clampExperiment(experiment);
      expect(problems).toMatchObject([{ field: 'net', given }]);
      expect(problems.map(({ code, used }) => `${code}: ${used ?? ''}`)).toEqual([found]);
      expect(check(experiment)).toMatchObject([{ field: 'net', used: null }]);
      expect(check(clamped)).toEqual([]);
      expect(() => assertValid(experiment)).toThrow(/^net: "/);
    },
  );

  test("leaves out a layer's activation with it", () => {
    const net = [{ filters: 2, size: 3 }, 4, 3];
    const { experiment, problems } = clampExperiment(withSettings({ net, act: ['relu', 'tanh', 'gelu'] }));
    expect(experiment).toMatchObject({ net: [4, 3], act: ['tanh', 'gelu'] });
    expect(problems).toHaveLength(1);
  });

  test('takes convolutions down to an image of one pixel', () => {
    const net = [{ filters: 1, size: 7 }, { pool: 2 }, { filters: 16, size: 7 }, { pool: 4 }, 64];
    expect(check(withSettings({ task: 'mnist', net }))).toEqual([]);
  });

  test.each(['full', 5000])('refuses a batch of images that is too large: %s', (batch) => {
    const { problems } = clampExperiment(withSettings({ task: 'mnist', batch }));
    expect(problems).toMatchObject([{ field: 'batch', code: 'imageBatch', used: '4096' }]);
    expect(check(withSettings({ batch }))).toEqual([]);
  });

  test('reports a property that is no setting', () => {
    expect(check(withSettings({ dropout: 0.5 }))).toMatchObject([{ field: 'dropout', code: 'unknown' }]);
  });

  test('clamps whatever it is given to something that passes', () => {
    const anything = fc.dictionary(fc.constantFrom(...fieldNames, 'other', '__proto__'), fc.anything());
    fc.assert(
      fc.property(anything, (settings) => {
        const { experiment } = clampExperiment(withSettings(settings));
        expect(check(experiment)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('assertValid', () => {
  test('names every bad field', () => {
    const bad = withSettings({ lr: 50, bits: 0 });
    const attempt = () => {
      assertValid(bad);
    };
    expect(attempt).toThrow(SettingsError);
    expect(attempt).toThrow('bits: "0" is outside 1 to 16 or "float"; lr: "50" is outside 0.0000001 to 10');
  });
});

describe('the words for a problem', () => {
  test('say what was used instead, if something was', () => {
    const [problem] = clampExperiment(withSettings({ epochs: 200000 })).problems;
    expect(problem && inWords(problem)).toBe(
      'epochs: "200000" is outside 1 to 100000; 100000 is used instead',
    );
  });

  test('quote only the beginning of a long text', () => {
    const [problem] = check(withSettings({ range: 'x'.repeat(1000) }));
    expect(problem?.given).toHaveLength(63);
  });
});
