import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../../../src/core/experiment/check.ts';
import { defaults, fieldTable } from '../../../../src/core/experiment/fields.ts';
import { isRuler, parseRuler } from '../../../../src/core/information/ruler-text.ts';
import { isSweepSetting, parseSweep, sweepSettings } from '../../../../src/core/experiment/sweep/sweep.ts';
import { usualValues } from '../../../../src/core/experiment/sweep/usual-values.ts';
import { expand, mostValues } from '../../../../src/core/experiment/sweep/values.ts';
import { validExperiment } from '../arbitrary.ts';

const textsOf = (setting: Parameters<typeof parseSweep>[0], text: string, base = defaults): string[] =>
  parseSweep(setting, text, base).sweep.values.map((value) => value.text);
const codesOf = (setting: Parameters<typeof parseSweep>[0], text: string): string[] =>
  parseSweep(setting, text, defaults).problems.map(({ given, code }) => `${given} ${code}`);

describe('a range', () => {
  test('of whole numbers is each of them', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: mostValues - 1 }), (low, more) => {
        const all = Array.from({ length: more + 1 }, (_, i) => String(low + i));
        expect(expand(`${low}..${low + more}`)).toEqual(all);
      }),
    );
  });

  test('with a factor is each so many times the one before, in plain notation', () => {
    expect(expand('32..2048*2')).toEqual(['32', '64', '128', '256', '512', '1024', '2048']);
    expect(expand('1e-7..1*10')).toEqual([
      ...['0.0000001', '0.000001', '0.00001', '0.0001', '0.001', '0.01', '0.1', '1'],
    ]);
    expect(expand('3..20*2')).toEqual(['3', '6', '12']);
  });

  test('with a step is each so much more', () => {
    expect(expand('0.1..0.5+0.1')).toEqual(['0.1', '0.2', '0.3', '0.4', '0.5']);
    expect(expand('10..45+10')).toEqual(['10', '20', '30', '40']);
  });

  test('that descends, does not move, or never ends is refused', () => {
    expect([expand('4..1'), expand('4..4')]).toEqual(['order', 'order']);
    expect([expand('1..9*1'), expand('0..9*2'), expand('1..9+0')]).toEqual(['type', 'type', 'type']);
    expect(expand('0..4294967295')).toBe('length');
  });
});

describe('a sweep', () => {
  test('has each value once, in order, and nothing else of the experiment changed', () => {
    const { sweep, problems } = parseSweep('bits', ' 8, 1..3,float ,2', defaults);
    expect(problems).toEqual([]);
    expect(sweep.values.map(({ text, number }) => [text, number])).toEqual([
      ['8', 8],
      ['1', 1],
      ['2', 2],
      ['3', 3],
      ['float', null],
    ]);
    expect(sweep.values.map(({ experiment: each }) => each)).toEqual(
      [8, 1, 2, 3, 'float'].map((bits) => ({ ...defaults, bits })),
    );
  });

  test('names what is no value by the table of settings, and keeps the others', () => {
    expect(codesOf('bits', '0..2,17,many,8')).toEqual(['0 bounds', '17 bounds', 'many notDecimal']);
    expect(textsOf('bits', '0..2,17,many,8')).toEqual(['1', '2', '8']);
    expect(codesOf('act', 'tanh,relo')).toEqual(['relo notChoice']);
    expect(codesOf('lr', '0.1..0.001*10,100')).toEqual(['0.1..0.001*10 order', '100 bounds']);
    expect(codesOf('seed', '0..100')).toEqual(['0..100 length']);
    expect(codesOf('bits', ' , ')).toEqual([' empty']);
    expect(codesOf('net', '10-7,c2x3')).toEqual(['c2x3 noImages']);
    expect(codesOf('bins', '1,2..8*2,5000')).toEqual(['1 bounds', '5000 bounds']);
  });

  test('leaves the dots of pairs and the hyphens of lists to their settings', () => {
    expect(textsOf('start', '-6..6,data')).toEqual(['-6..6', 'data']);
    expect(textsOf('act', 'tanh,relu')).toEqual(['tanh', 'relu']);
    expect(textsOf('net', '10,10-7')).toEqual(['10', '10-7']);
    expect(textsOf('task', 'parity-4,expr:x1*x2')).toEqual(['parity-4', 'expr:x1&x2']);
  });

  test('over bins trains one experiment, and has a ruler for each value', () => {
    const { sweep } = parseSweep('bins', '2,30', defaults);
    expect(sweep.values.map(({ ruler }) => ruler)).toEqual(['uniform-2-global', 'uniform-30-global']);
    for (const { experiment: each, ruler } of sweep.values) {
      expect(each).toBe(defaults);
      expect(isRuler(parseRuler(ruler ?? ''))).toBe(true);
    }
  });

  test('of any setting begins with values that all can be run', () => {
    fc.assert(
      fc.property(validExperiment, fc.constantFrom(...sweepSettings), (base, setting) => {
        fc.pre(check(base).length === 0);
        // A small network of images has other bounds; what does not fit is named, and something is left.
        const { sweep, problems } = parseSweep(setting, usualValues(setting, base), base);
        if (base.task !== 'mnist') expect(problems.filter(({ code }) => code !== 'noneToTrain')).toEqual([]);
        for (const value of sweep.values) expect(check(value.experiment)).toEqual([]);
      }),
    );
    for (const setting of sweepSettings)
      expect(parseSweep(setting, usualValues(setting, defaults), defaults).problems).toEqual([]);
  });

  test('knows its settings', () => {
    expect(isSweepSetting('bits')).toBe(true);
    expect(isSweepSetting('repeats')).toBe(false);
    for (const setting of sweepSettings)
      if (setting !== 'bins') expect(fieldTable[setting].label).toBe(`field.${setting}`);
  });
});
