import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { describe as sentence } from '../../../src/core/experiment/problems.ts';
import { namedRulers } from '../../../src/core/information/named-rulers.ts';
import { isRuler, parseRuler, rulerForms, rulerText } from '../../../src/core/information/ruler-text.ts';
import type { Ruler } from '../../../src/core/information/ruler.ts';
import { anyRuler } from './arbitrary-ruler.ts';

describe('a ruler as text', () => {
  it('reads back as the same ruler, and has no character that a link would escape', () => {
    fc.assert(
      fc.property(anyRuler, (ruler) => {
        const text = rulerText(ruler);
        expect(parseRuler(text)).toEqual(ruler);
        expect(encodeURIComponent(text)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['exact', { strategy: 'exact', reading: 'layer' }],
    ['exact-mean', { strategy: 'exact', reading: 'mean' }],
    ['exact-train', { strategy: 'exact', reading: 'layer', samples: 'train' }],
    [
      'kde-upper-0.001-mean-test',
      { strategy: 'kde', bound: 'upper', variance: 0.001, reading: 'mean', samples: 'test' },
    ],
    ['grid', { strategy: 'grid', bits: 'run', bounds: 'layer', reading: 'layer' }],
    ['grid-8-neuron', { strategy: 'grid', bits: 8, bounds: 'neuron', reading: 'layer' }],
    ['uniform-30-global', { strategy: 'uniform', bins: 30, bounds: 'global', reading: 'layer' }],
    ['uniform-30--1..1', { strategy: 'uniform', bins: 30, bounds: [-1, 1], reading: 'layer' }],
    ['adaptive-100-layer-mean', { strategy: 'adaptive', bins: 100, bounds: 'layer', reading: 'mean' }],
    ['uniform-256-neuron', { strategy: 'uniform', bins: 256, bounds: 'neuron', reading: 'layer' }],
    ['edges-30--1..1', { strategy: 'edges', edges: 30, bounds: [-1, 1], reading: 'layer' }],
    ['width-0.07', { strategy: 'width', width: 0.07, reading: 'layer' }],
    ['kde-lower-0.001', { strategy: 'kde', bound: 'lower', variance: 0.001, reading: 'layer' }],
  ])('%s', (text, ruler) => {
    expect(parseRuler(text)).toEqual(ruler);
    expect(rulerText(ruler as Ruler)).toBe(text);
  });

  it('is read in every form that a message offers', () => {
    for (const form of rulerForms.split(', ')) {
      expect(isRuler(parseRuler(form)), form).toBe(true);
      expect(isRuler(parseRuler(`${form}-mean`)), form).toBe(true);
      expect(isRuler(parseRuler(`${form}-test`)), form).toBe(true);
      expect(isRuler(parseRuler(`${form}-mean-train`)), form).toBe(true);
      expect(isRuler(parseRuler(`${form}-train-mean`)), form).toBe(false);
      expect(isRuler(parseRuler(`${form}-test-null`)), form).toBe(!form.startsWith('kde'));
      expect(isRuler(parseRuler(`${form}-null-test`)), form).toBe(false);
    }
  });

  test.each([
    ['', 'ruler: has no value'],
    ['-mean', 'ruler: has no value'],
    ['binned', 'is none of exact, grid'],
    ['Exact', 'is none of exact'],
    ['exact-', 'is none of exact'],
    ['exact-8', 'is none of exact'],
    ['uniform', 'has no value'],
    ['uniform-30', 'is none of exact'],
    ['uniform-1-global', 'is outside 2 to 4096'],
    ['uniform-4097-global', 'is outside 2 to 4096'],
    ['uniform-30.5-global', 'is not a whole number from 2 to 4096'],
    ['uniform-x-global', 'is not in plain decimal notation'],
    ['uniform-30-unit', 'is none of exact'],
    ['uniform-30-1..-1', 'has a lower end that is not below the upper'],
    ['uniform-30-a..1', 'is not in plain decimal notation'],
    ['adaptive-30--1..1', 'is none of exact'],
    ['edges-30', 'is none of exact'],
    ['edges-30-global', 'is not two numbers such as -6..6'],
    ['width-0', 'is outside 0.000001 to 1000000'],
    ['width', 'has no value'],
    ['width-wide', 'is not in plain decimal notation'],
    ['kde', 'is none of exact'],
    ['kde-middle-0.001', 'is none of exact'],
    ['kde-upper-0', 'is outside 0.000000001 to 1000000'],
    ['grid-0', 'is outside 1 to 16'],
    ['grid-8-layer', 'is none of exact'],
    ['exact-mean-mean', 'is none of exact'],
  ])('"%s" is refused: %s', (text, message) => {
    const parsed = parseRuler(text);
    if (isRuler(parsed)) throw new Error('was taken for a ruler');
    expect(sentence(parsed)).toMatch(/^ruler: /);
    expect(sentence(parsed)).toContain(message);
    if (text.length > 0) expect(sentence(parsed)).toContain(parsed.code === 'empty' ? 'ruler' : text);
  });

  it('that is any text gives a ruler with this text, or a problem', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseRuler(text);
        if (isRuler(parsed)) expect(parseRuler(rulerText(parsed))).toEqual(parsed);
        else expect(parsed.field).toBe('ruler');
      }),
    );
  });
});

describe('the named rulers', () => {
  it('are those of the literature, by the texts that links have', () => {
    expect(namedRulers.map(({ ruler }) => rulerText(ruler))).toEqual([
      'grid',
      'exact',
      'uniform-30-global',
      'uniform-100-global',
      'uniform-256-global',
      'edges-30--1..1',
      'width-0.07',
      'kde-upper-0.001',
      'kde-lower-0.001',
    ]);
  });
});
