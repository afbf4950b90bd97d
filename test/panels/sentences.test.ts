import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { allocate } from '../../src/core/experiment/trajectory.ts';
import { activationNames, type ActivationName } from '../../src/core/network/activations.ts';
import {
  bitsName,
  nameLayers,
  nextSteps,
  sentences,
  summarizeLayers,
  type Reading,
} from '../../src/panels/sentences.ts';

/** A run of `paths[row]`, each a list of I(X;T) by measurement; I(T;Y) from `ity[row]`, else 1 throughout. */
function reading(
  paths: readonly (readonly number[])[],
  ity: Readonly<Record<number, readonly number[]>> = {},
  output: Reading['output'] = 'grid',
  from = 0,
): Reading {
  const rows = paths.length;
  const length = paths[0]?.length ?? 0;
  const columns = allocate(rows, length);
  for (let m = 0; m < length; m++) {
    columns.epoch[m] = m === 0 ? 0 : 5 * m - 4;
    for (let row = 0; row < rows; row++) {
      columns.ixt[m * rows + row] = paths[row]?.[m] ?? NaN;
      columns.ity[m * rows + row] = ity[row]?.[m] ?? 1;
    }
  }
  return { columns, rows, index: length - 1, from, hx: 12, output };
}

const said = (of: Reading): string =>
  sentences(of)
    .map(({ text }) => text)
    .join(' ');

describe('sentences about a run', () => {
  test('say what the output learned and lost, which layers lost, and which say nothing', () => {
    const text = said(
      reading(
        [
          [12, 12, 12],
          [12, 12, 12],
          [12, 12, 12],
          [12, 12, 12],
          [11.9, 12, 9.6],
          [3, 7.4, 2.3],
          [9, 9, 8],
        ],
        { 5: [0.03, 0.7, 0.93] },
      ),
    );
    expect(text).toBe(
      'T6, the output, learned 0.90 bits about the label and has lost 5.1 bits of I(X;T) since its largest, at epoch 1. ' +
        'T5 has lost 2.4 bits since epoch 1. ' +
        'T1\u2060–\u2060T4 give every input its own code: the plane says nothing about them.',
    );
  });

  test('count what was learned from the first measurement that counts, as the rule for phases does', () => {
    const paths = [
      [3, 3, 3],
      [2, 2, 2],
      [2, 2, 2],
    ];
    const ity = { 1: [0.03, 0.25, 0.75] };
    expect(said(reading(paths, ity))).toContain('T2, the output, learned 0.72 bits');
    expect(said(reading(paths, ity, 'grid', 1))).toContain('T2, the output, learned 0.50 bits');
    expect(summarizeLayers({ ...reading(paths, ity, 'grid', 1), index: 0 }).at(-1)?.learned).toBe(0);
  });

  test('read the output with the ruler that is shown', () => {
    const paths = [
      [11, 11],
      [5, 2],
      [9, 8.9],
    ];
    expect(said(reading(paths))).toContain('T2, the output, has lost 3.0 bits');
    expect(said(reading(paths, {}, 'exact'))).not.toContain('lost');
  });

  test('conclude nothing from a layer that gives every input its own code now, whatever it did before', () => {
    const text = said(
      reading([
        [3, 12],
        [12, 12],
        [12, 12],
      ]),
    );
    expect(text).toBe('T1 and T2 give every input its own code: the plane says nothing about them.');
  });

  test('say of nothing that it was lost before the second measurement', () => {
    const text = said(reading([[8], [4], [5]], { 1: [0.02] }));
    expect(text).toBe('T2, the output, starts with 0.02 bits about the label.');
    const later = said(
      reading(
        [
          [8, 8],
          [4, 4],
          [5, 5],
        ],
        { 1: [0.02, 0.03] },
      ),
    );
    expect(later).toBe(
      'T2, the output, knows 0.03 bits about the label, about as much as at its first measurement. ' +
        'T1 is within 0.3 bits of its largest value.',
    );
  });

  test('say of an output that knows less than at first how much less', () => {
    const text = said(
      reading(
        [
          [8, 8],
          [4, 4],
          [4, 4],
        ],
        { 1: [0.5, 0.2] },
      ),
    );
    expect(text).toContain(
      'T2, the output, knows 0.30 bits less about the label than at its first measurement.',
    );
  });

  test('look at nothing after the measurement looked at', () => {
    const whole = reading([
      [8, 9, 4],
      [3, 4, 2],
      [3, 4, 2],
    ]);
    expect(said({ ...whole, index: 1 })).not.toContain('lost');
    expect(said(whole)).toContain('T1 has lost 5.0 bits since epoch 1.');
  });

  test('never name an activation, and speak of each layer once at most', () => {
    const bits = fc.double({ min: 0, max: 12, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(bits, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 10 }),
        (paths) => {
          const text = said(reading(paths));
          for (const name of activationNames) expect(text.toLowerCase()).not.toContain(name);
          expect(text).not.toContain('generali');
          for (let layer = 1; layer < paths.length; layer++) {
            expect(text.split(new RegExp(`\\bT${layer}\\b`)).length).toBeLessThanOrEqual(2);
          }
        },
      ),
    );
  });
});

test('a summary never has lost less than nothing', () => {
  const bits = fc.double({ min: 0, max: 12, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.array(bits, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 6 }),
      (paths) => {
        for (const { lost, saturated, ixt } of summarizeLayers(reading(paths))) {
          expect(lost).toBeGreaterThanOrEqual(0);
          expect(saturated).toBe(ixt >= 12 - 1e-9);
        }
      },
    ),
  );
});

describe('the next step', () => {
  const grid = [
    [12, 11],
    [7, 2],
    [9, 9],
  ];

  const steps = (act: ActivationName, output: Reading['output'], paths = grid): string[] =>
    nextSteps({ ...defaults, act: [act] }, reading(paths, {}, output)).map((step) =>
      step.kind === 'exact' ? 'exact' : JSON.stringify(step.change),
    );

  test('is ReLU after tanh, and the other ruler where most of what the output lost is the ruler', () => {
    expect(steps('tanh', 'grid')).toEqual(['{"act":["relu"]}', 'exact', '{"seed":2}']);
    expect(steps('relu', 'grid')).toEqual(['exact', '{"act":["tanh"]}', '{"seed":2}']);
    expect(steps('relu', 'exact')).toEqual(['{"act":["tanh"]}', '{"seed":2}']);
    expect(steps('gelu', 'exact')).toEqual(['{"seed":2}']);
  });

  test('is fewer bits where every hidden layer gives each input its own code', () => {
    const full = reading([
      [12, 12],
      [3, 3],
      [3, 3],
    ]);
    expect(nextSteps(defaults, full)[0]).toMatchObject({ label: 'Try 4 bits', change: { bits: 4 } });
    expect(nextSteps({ ...defaults, bits: 'float' }, full)[0]).toMatchObject({ change: { bits: 8 } });
    expect(nextSteps({ ...defaults, bits: 1 }, full)[0]).toMatchObject({ change: { act: ['relu'] } });
  });
});

test('layers that follow one another are named as a range', () => {
  expect(nameLayers([0])).toBe('T1');
  expect(nameLayers([0, 1])).toBe('T1 and T2');
  expect(nameLayers([0, 1, 2, 4])).toBe('T1\u2060–\u2060T3 and T5');
});

test('bits have a name each', () => {
  expect([bitsName(1), bitsName(8), bitsName('float')]).toEqual(['1 bit', '8 bits', 'float32']);
});
