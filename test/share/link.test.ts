import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/core/experiment/check.ts';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { defaults, fieldNames } from '../../src/core/experiment/fields.ts';
import { SettingsError } from '../../src/core/experiment/problems.ts';
import { Random } from '../../src/core/random/random.ts';
import { fromQuery, fromQueryStrict, queryOf, toQuery } from '../../src/share/link.ts';
import { validExperiment } from '../core/experiment/arbitrary.ts';

describe('toQuery', () => {
  test('is the version alone for the default run', () => {
    expect(toQuery(defaults)).toBe('v=1');
  });

  test('leaves defaults out and writes plain decimals', () => {
    const experiment: Experiment = {
      ...defaults,
      act: ['relu', 'relu', 'tanh'],
      net: [16, 8, 4],
      bits: 'float',
      lr: 1e-7,
      start: [-0.5, 2],
      zero: false,
    };
    expect(toQuery(experiment)).toBe(
      'v=1&act=relu-relu-tanh&bits=float&net=16-8-4&start=-0.5..2&lr=0.0000001&zero=no',
    );
  });

  test('needs under 200 characters for a run in which almost everything is changed', () => {
    const experiment: Experiment = {
      ...defaults,
      act: ['leakyrelu'],
      bits: 4,
      net: [64, 32, 16, 8, 4, 2],
      range: 'moving',
      weights: 'quantized',
      init: 'normal',
      opt: 'momentum',
      lr: 0.0005,
      momentum: 0.95,
      batch: 'full',
      epochs: 20000,
      every: 'log',
      test: 50,
      seed: 4294967295,
    };
    expect(toQuery(experiment).length).toBeLessThan(200);
  });

  test('has no character that a link would escape, but for the signs of expressions, which are escaped', () => {
    fc.assert(
      fc.property(validExperiment, (experiment) => {
        const query = toQuery(experiment);
        const allowed = experiment.task.startsWith('expr')
          ? /^([a-z0-9=&.:!()/-]|%26|%7C|%5E)+$/
          : /^[a-z0-9=&./-]+$/;
        return new URL(`http://localhost/?${query}`).search === `?${query}` && allowed.test(query);
      }),
    );
    expect(toQuery({ ...defaults, task: 'expr:x1&(x2|!x3)' })).toBe('v=1&task=expr:x1%26(x2%7C!x3)');
  });

  test('reads an expression with spaces, and with another sign for &', () => {
    for (const text of ['expr:x1%26(x2%7C!x3)', 'expr:x1*(x2|!x3)', 'expr:%20x1%20*%20(x2%20|%20!x3)']) {
      expect(fromQueryStrict(`task=${text}`).task).toBe('expr:x1&(x2|!x3)');
    }
  });

  test.each([
    ['task=foo', /^task: "foo" is none of icosahedron, mnist, half-plane, .*parity-N/],
    ['task=parity-99', /^task: "parity-99" is not written as parity-N, N = 2..16$/],
    [
      'task=expr:x1*(x2',
      /^task: .* cannot be read from character 7 of the expression on, where one of & \| \^ \)/,
    ],
    [
      'task=expr:x1||x2',
      /^task: .* cannot be read from character 4 of the expression on: for \|\| write \|$/,
    ],
    ['task=parity-2&test=90', /^test: "90" percent of 4 samples leaves none to train on, 75 leaves one$/],
  ])('refuses "%s", and says what is allowed', (query, message) => {
    expect(() => fromQueryStrict(query)).toThrow(message);
  });
});

describe('fromQuery', () => {
  test('reads back every valid experiment, so that the pair is a bijection', () => {
    fc.assert(
      fc.property(validExperiment, (experiment) => {
        const query = toQuery(experiment);
        expect(fromQuery(query)).toEqual({ experiment, problems: [] });
        expect(fromQueryStrict(query)).toEqual(experiment);
        expect(toQuery(fromQuery(query).experiment)).toBe(query);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['', '?', 'v=1', '?v=1&', '&&'])('takes "%s" for the default run', (query) => {
    expect(fromQuery(query)).toEqual({ experiment: defaults, problems: [] });
  });

  test('reads percent-encoded links', () => {
    const { experiment, problems } = fromQuery('%61ct=%72elu&net=10%2D7&start=%2D2%2e%2E3');
    expect(problems).toEqual([]);
    expect(experiment).toEqual({ ...defaults, act: ['relu'], net: [10, 7], start: [-2, 3] });
  });

  test.each([
    ['lr=1e-3', 'lr', 'notDecimal', '0.0001'],
    ['lr=0x10', 'lr', 'notDecimal', '0.0001'],
    ['lr=Infinity', 'lr', 'notDecimal', '0.0001'],
    ['lr=NaN', 'lr', 'notDecimal', '0.0001'],
    ['lr=%205', 'lr', 'notDecimal', '0.0001'],
    ['lr=+5', 'lr', 'notDecimal', '0.0001'],
    ['lr=', 'lr', 'empty', '0.0001'],
    ['lr', 'lr', 'empty', '0.0001'],
    ['lr=11', 'lr', 'bounds', '10'],
    [`lr=${'9'.repeat(400)}`, 'lr', 'bounds', '10'],
    ['lr=%', 'lr', 'encoding', '0.0001'],
    ['lr=%ff', 'lr', 'encoding', '0.0001'],
    ['lr=0.01&lr=0.02', 'lr', 'duplicate', '0.01'],
    ['lr=0.01&lr=0.01', 'lr', 'duplicate', '0.01'],
    ['epochs=5.0', 'epochs', 'notWhole', '5'],
    ['epochs=2.7', 'epochs', 'notWhole', '3'],
    ['epochs=-3', 'epochs', 'bounds', '1'],
    ['bits=FLOAT', 'bits', 'notDecimal', '8'],
    ['bits=17', 'bits', 'bounds', '16'],
    ['net=10--5', 'net', 'empty', '10-7-5-4-3'],
    ['net=10-x', 'net', 'notDecimal', '10-7-5-4-3'],
    ['net=10-999', 'net', 'bounds', '10-64'],
    ['net=1-2-3-4-5-6-7-8-9', 'net', 'length', '1-2-3-4-5-6-7-8'],
    ['act=tanh-step', 'act', 'notChoice', 'tanh'],
    ['act=tanh-relu', 'act', 'count', 'tanh-relu-relu-relu-relu'],
    ['act=ReLU', 'act', 'notChoice', 'tanh'],
    ['start=-6', 'start', 'notPair', '-6..6'],
    ['start=-6..6..7', 'start', 'notPair', '-6..6'],
    ['start=-6..1e1', 'start', 'notDecimal', '-6..6'],
    ['start=3..-3', 'start', 'order', '-3..3'],
    ['start=0..9999', 'start', 'bounds', '0..1000'],
    ['zero=true', 'zero', 'notChoice', 'yes'],
    ['zero=', 'zero', 'empty', 'yes'],
    ['v=2', 'v', 'version', '1'],
    ['v=', 'v', 'empty', '1'],
    ['v=1&v=1', 'v', 'duplicate', '1'],
    ['v=%', 'v', 'encoding', '1'],
    ['dropout=1', 'dropout', 'unknown', null],
    ['LR=1', 'LR', 'unknown', null],
    ['__proto__=1', '__proto__', 'unknown', null],
    ['constructor', 'constructor', 'unknown', null],
    ['=5', '=5', 'unknown', null],
    ['%=5', '%', 'unknown', null],
  ])('reports %s: the field %s, %s, and that %s is used', (query, field, code, used) => {
    const { experiment, problems } = fromQuery(query);
    expect(problems).toMatchObject([{ field, code, used }]);
    expect(check(experiment)).toEqual([]);
    expect(() => fromQueryStrict(query)).toThrow(SettingsError);
    expect(() => fromQueryStrict(query)).toThrow(`${field}: `);
    expect(() => fromQueryStrict(query)).not.toThrow('instead');
  });

  test('reports all of several problems', () => {
    const { experiment, problems } = fromQuery('bits=99&foo=1&lr=x&seed=7');
    expect(problems.map((problem) => problem.field)).toEqual(['bits', 'foo', 'lr']);
    expect(experiment).toEqual({ ...defaults, bits: 16, seed: 7 });
  });

  test('survives 10,000 random and mutated links: never throws, always gives a valid experiment, names each field', () => {
    const random = new Random(1, 'noise');
    const valid = fc.sample(validExperiment, { numRuns: 200, seed: 1 }).map(toQuery);
    let reported = 0;
    for (let i = 0; i < 10_000; i++) {
      const link = randomLink(random, valid);
      const { experiment, problems } = fromQuery(link);
      const faults = check(experiment);
      if (faults.length > 0) expect.fail(`${link} gives ${JSON.stringify(faults)}`);
      if (problems.some((problem) => problem.field === '')) expect.fail(`${link}: a problem without a field`);
      const canonical = toQuery(experiment);
      const again = fromQuery(canonical);
      if (again.problems.length > 0 || toQuery(again.experiment) !== canonical) {
        expect.fail(`${link} gives ${canonical}, which does not read back`);
      }
      if (problems.length > 0) reported++;
    }
    expect(reported).toBeGreaterThan(5000);
  });
});

describe('queryOf', () => {
  test.each([
    ['act=relu&epochs=200', 'act=relu&epochs=200'],
    ['?act=relu', 'act=relu'],
    ['https://example.org/infoplane/?v=1&act=relu#top', 'v=1&act=relu'],
    ['https://example.org/infoplane/', ''],
    ['', ''],
  ])('of "%s" is "%s"', (text, query) => {
    expect(queryOf(text)).toBe(query);
  });
});

const values = [
  ...[
    '',
    '0',
    '-0',
    '-1',
    '1',
    '5',
    '1.5',
    '1e3',
    '0x10',
    'Infinity',
    'NaN',
    ' 5',
    '+5',
    '99999999999999999999',
    'null',
  ],
  ...[
    'float',
    'full',
    'log',
    'yes',
    'no',
    'tanh',
    'relu-gelu',
    '3-3',
    '--',
    '-1..1',
    '1..-1',
    '..',
    '0..0',
    '%',
    '%20',
  ],
];
const characters = '0123456789abcdefxyz-.=&%?#+_~ \u0000é𝟙\ud800';

/** A query of random fields and values, or of random characters, or a valid one with a few characters changed. */
function randomLink(random: Random, valid: readonly string[]): string {
  const pick = (list: ArrayLike<string>): string => list[random.below(list.length)] ?? '';
  const way = random.below(4);
  if (way === 0) return Array.from({ length: random.below(40) }, () => pick(characters)).join('');
  if (way === 1) {
    const names = [...fieldNames, 'v', 'foo', ''];
    return Array.from({ length: 1 + random.below(6) }, () => `${pick(names)}=${pick(values)}`).join('&');
  }
  let link = pick(valid);
  for (let edits = 1 + random.below(4); edits > 0; edits--) {
    const at = random.below(link.length + 1);
    const removed = random.below(3);
    link = link.slice(0, at) + (random.below(2) === 0 ? '' : pick(characters)) + link.slice(at + removed);
  }
  return link;
}
