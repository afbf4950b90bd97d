import { describe, expect, test } from 'vitest';
import type { EndedRun } from '../../src/share/ended-run.ts';
import { documentOf } from '../../src/share/run-document.ts';
import { tableOf } from '../../src/cli/table.ts';
import { defaults } from '../../src/core/experiment/fields.ts';

/** Two measurements of a network with two hidden layers; entry r of measurement m is 10 m + r. */
const wise = (measurements: number, rows: number) =>
  Array.from({ length: measurements * rows }, (_, i) => 10 * Math.floor(i / rows) + (i % rows));

const run: EndedRun = {
  experiment: { ...defaults, net: [4, 3], act: ['relu', 'tanh'], epochs: 1 },
  repeat: 1,
  attempt: 1,
  isBadFit: false,
  discarded: [],
  readings: [],
  fingerprint: '7f3a 91c2 e05b 1234',
  arithmeticVersion: 1,
  kernel: 'wasm',
  columns: {
    epoch: Int32Array.of(0, 1),
    ixt: Float64Array.from(wise(2, 4)),
    ity: Float64Array.from(wise(2, 4), (value) => value / 100),
    codes: Int32Array.from(wise(2, 4)),
    levels: Int32Array.from(wise(2, 4)),
    low: Float32Array.from(wise(2, 4), (value) => -1 - value),
    high: Float32Array.from(wise(2, 4)),
    weightNorm: Float64Array.from(wise(2, 3)),
    gradientMean: Float64Array.of(NaN, NaN, NaN, 0.5, 0.25, 0.125),
    gradientDeviation: Float64Array.of(NaN, NaN, NaN, 2, 1, NaN),
    trainAccuracy: Float64Array.of(NaN, 0.5),
    trainLoss: Float64Array.of(NaN, 0.75),
    trainAccuracyAfter: Float64Array.of(0.5, 0.625),
    testAccuracy: Float64Array.of(0.5, 0.6),
    testLoss: Float64Array.of(0.7, Infinity),
    chain: new Uint32Array(2),
  },
  limits: { hx: 12, hy: 1 },
  violations: [],
  failure: null,
  classes: 2,
  seconds: 1.25,
};

describe('documentOf', () => {
  const document = documentOf(run);

  test('gives each layer its name, units, activation and its own columns', () => {
    expect(document.layers.map(({ name, units, activation }) => [name, units, activation])).toEqual([
      ['T1', 4, 'relu'],
      ['T2', 3, 'tanh'],
      ['T3', 2, 'softmax'],
    ]);
    expect(document.layers[1]).toMatchObject({
      ixt: [1, 11],
      ity: [0.01, 0.11],
      codes: [1, 11],
      high: [1, 11],
    });
  });

  test('gives each layer the norms of its weights and gradients', () => {
    expect(document.layers[1]).toMatchObject({
      weightNorm: [1, 11],
      gradientMean: [null, 0.25],
      gradientDeviation: [null, 1],
    });
    expect(document.layers[2]).toMatchObject({
      gradientMean: [null, 0.125],
      gradientDeviation: [null, null],
    });
  });

  test('tells the two rulers of the output layer apart', () => {
    expect(document.layers[2]).toMatchObject({
      ruler: 'grid',
      ixt: [2, 12],
      exact: { ixt: [3, 13] },
    });
  });

  test('gives one activation to all layers', () => {
    const uniform = documentOf({ ...run, experiment: { ...run.experiment, act: ['gelu'] } });
    expect(uniform.layers.map((layer) => layer.activation)).toEqual(['gelu', 'gelu', 'softmax']);
  });

  test('is proper JSON: what is not finite is null', () => {
    const read = JSON.parse(JSON.stringify(document)) as unknown;
    expect(read).toEqual(document);
    expect(document.accuracy.trainRunning).toEqual([null, 0.5]);
    expect(document.loss.test).toEqual([0.7, null]);
  });

  test('holds every setting and the link', () => {
    expect(document.settings).toEqual(run.experiment);
    expect(document.link).toBe('v=1&act=relu-tanh&net=4-3&epochs=1');
  });
});

describe('tableOf', () => {
  test('shows the last measurement of every layer, both rulers and the fingerprint', () => {
    expect(tableOf(documentOf(run))).toBe(
      [
        'v=1&act=relu-tanh&net=4-3&epochs=1: 2 measurements, after epoch 1, in 1.3 s (wasm kernel)',
        '',
        'layer  units  activation       I(X;T)  I(T;Y)  codes',
        'T1         4  relu            10.0000  0.1000     10',
        'T2         3  tanh            11.0000  0.1100     11',
        'T3         2  softmax, grid   12.0000  0.1200     12',
        '              softmax, exact  13.0000  0.1300     13',
        '',
        'H(X) 12.0000, H(Y) 1.0000 bits',
        'accuracy 62.5% train, 60.0% test; loss - nats test',
        'fingerprint 7f3a 91c2 e05b 1234 (arithmetic version 1)',
        '',
      ].join('\n'),
    );
  });

  test('names broken invariants', () => {
    const violations = [{ epoch: 1, message: 'I(T2;Y) exceeds I(T1;Y)' }];
    expect(tableOf(documentOf({ ...run, violations }))).toContain('epoch 1: I(T2;Y) exceeds I(T1;Y)');
  });
});
