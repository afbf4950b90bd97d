import { describe, expect, test } from 'vitest';
import { defaults, fieldNames } from '../../src/core/experiment/fields.ts';
import { en } from '../../src/i18n/en.ts';
import { counted, decimals, fill, t, type MessageKey } from '../../src/i18n/t.ts';
import { sentenceOf, withActivation } from '../../src/panels/names.ts';

describe('the experiment as a sentence', () => {
  test('names task, network, activation, bits and seed', () => {
    expect(sentenceOf(defaults)).toBe('12-bit task, 12-10-7-5-4-3-2, tanh, 8 bits, seed 1');
  });

  test('says that activations are mixed', () => {
    expect(sentenceOf({ ...defaults, act: ['relu', 'tanh', 'tanh', 'tanh', 'tanh'] })).toContain('mixed');
  });
});

describe('changing the activation of one layer', () => {
  test('gives a list with one for each', () => {
    expect(withActivation(defaults, 1, 'relu')).toEqual(['tanh', 'relu', 'tanh', 'tanh', 'tanh']);
  });

  test('gives a single name where all agree', () => {
    const mixed = { ...defaults, net: [3, 2], act: ['relu', 'tanh'] as const };
    expect(withActivation(mixed, 1, 'relu')).toEqual(['relu']);
  });
});

describe('messages', () => {
  test('have their placeholders filled, numbers as the language writes them', () => {
    expect(counted('count.epochs', 1)).toBe('1 epoch');
    expect(
      t('status.done', {
        epochs: counted('count.epochs', 8000),
        measurements: counted('count.measurements', 1602),
        seconds: '4.1',
      }),
    ).toBe('8,000 epochs, 1,602 measurements in 4.1\u00a0s');
    expect(decimals(2.5, 3)).toBe('2.500');
    expect(fill('problem.bounds', { given: '99', min: '1', max: '16' })).toBe('“99” is outside 1 to 16');
  });

  test('there is a label for each setting', () => {
    for (const name of fieldNames) expect(en[`field.${name}` satisfies MessageKey]).toBeTruthy();
  });
});
