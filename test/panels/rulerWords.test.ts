import { describe, expect, it } from 'vitest';
import { rulerSentence } from '../../src/panels/rulerSentence.ts';
import { namedRulers } from '../../src/core/information/named-rulers.ts';
import { isRuler, parseRuler, rulerText } from '../../src/core/information/ruler-text.ts';
import type { Ruler } from '../../src/core/information/ruler.ts';
import {
  drawnRuler,
  kindOf,
  rulerKinds,
  rulerOf,
  shortName,
  withDrawn,
  withSamples,
} from '../../src/panels/rulerWords.ts';

function read(text: string): Ruler {
  const ruler = parseRuler(text);
  if (!isRuler(ruler)) throw new Error(text);
  return ruler;
}

describe('the ruler that is drawn', () => {
  it('is none while the run’s own count is, whichever way it reads the output', () => {
    expect([[], ['exact'], ['grid', 'width-0.07']].map(drawnRuler)).toEqual([null, null, null]);
    expect(drawnRuler(['width-0.07', 'edges-30--1..1'])).toEqual(read('width-0.07'));
    expect(drawnRuler(['a foot'])).toBeNull();
  });

  it('is of the kind that was chosen', () => {
    for (const kind of rulerKinds) expect(kindOf(rulerOf(kind, null, 'grid'))).toBe(kind);
  });

  it('keeps number of bins, variance and reading when another kind of it is chosen', () => {
    expect(rulerOf('adaptive', read('uniform-100-neuron-mean'), 'grid')).toEqual(
      read('adaptive-100-layer-mean'),
    );
    expect(rulerOf('lower', read('kde-upper-0.5'), 'grid')).toEqual(read('kde-lower-0.5'));
  });

  it('keeps the samples, as counted too: then the run’s own codes with that reading of the output', () => {
    expect(rulerOf('adaptive', read('width-0.07-test'), 'grid')).toEqual(read('adaptive-30-layer-test'));
    expect(rulerOf('test', read('width-0.07-train'), 'grid')).toEqual(read('grid-test'));
    expect(rulerOf('train', null, 'exact')).toEqual(read('exact-train'));
    expect(rulerOf('counted', read('width-0.07-train'), 'exact')).toBeNull();
    expect(rulerOf('uniform', read('grid-test'), 'grid')).toEqual(read('uniform-30-global-test'));
    expect(['grid-test', 'exact-train', 'exact'].map(read).map(kindOf)).toEqual(['test', 'train', 'counted']);
  });

  it('is laid over other samples', () => {
    expect(withSamples(null, 'train', 'exact')).toEqual(read('exact-train'));
    expect(withSamples(read('exact-train'), 'test', 'grid')).toEqual(read('grid-test'));
    expect(withSamples(read('exact-train'), 'all', 'grid')).toBeNull();
    expect(withSamples(read('kde-upper-0.5'), 'test', 'grid')).toEqual(read('kde-upper-0.5-test'));
    expect(withSamples(read('kde-upper-0.5-test'), 'all', 'grid')).toEqual(read('kde-upper-0.5'));
  });

  it('takes the place of the one before, and leaves those beside it', () => {
    expect(withDrawn([], read('width-0.07'))).toEqual(['width-0.07']);
    expect(withDrawn(['width-0.07'], null)).toEqual([]);
    expect(withDrawn(['width-0.07', 'edges-30--1..1'], read('uniform-30-layer'))).toEqual([
      'uniform-30-layer',
      'edges-30--1..1',
    ]);
    expect(withDrawn(['width-0.07', 'edges-30--1..1'], null)).toEqual(['exact', 'edges-30--1..1']);
  });
});

describe('each named ruler', () => {
  const estimates = namedRulers.filter(({ id }) => id !== 'exact' && id !== 'grid');

  it('says what it is, with its settings and where it comes from', () => {
    for (const { ruler } of estimates) {
      const said = rulerSentence(ruler);
      expect(said).toMatch(/Lorenzen et al\. 2022|Tishby \(2017\)|Saxe et al\./);
      const setting = /\d[\d.]*/.exec(rulerText(ruler))?.[0] ?? '';
      expect(said).toContain(setting);
    }
  });

  it('has a short name of its own', () => {
    const names = namedRulers.map(({ ruler }) => shortName(ruler));
    expect(new Set(names).size).toBe(names.length);
  });

  it('says for each kind of bounds what they are', () => {
    const said = (text: string): string => rulerSentence(read(text));
    expect(said('uniform-30-global')).toMatch(/of the whole run/);
    expect(said('uniform-30-layer')).toMatch(/of each layer, at each epoch/);
    expect(said('uniform-30-neuron')).toMatch(/of each neuron, at each epoch/);
    expect(said('uniform-30--2..3')).toMatch(/from -2 to 3; what is below/);
    expect(said('adaptive-30-global')).toMatch(/of the whole run/);
    expect(said('adaptive-30-neuron')).toMatch(/of each neuron/);
  });
});
