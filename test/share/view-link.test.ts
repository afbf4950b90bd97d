import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { defaults } from '../../src/core/experiment/fields.ts';
import { measuredEpochs } from '../../src/core/experiment/schedule.ts';
import type { Ruler } from '../../src/core/information/ruler.ts';
import { rulerText } from '../../src/core/information/ruler-text.ts';
import { fromQuery, toQuery } from '../../src/share/link.ts';
import { plainText } from '../../src/share/plain-text.ts';
import { noView, readView, rulerOfView, viewToQuery, type LinkedView } from '../../src/share/view-link.ts';
import { anyRuler } from '../core/information/arbitrary-ruler.ts';
import { validExperiment } from '../core/experiment/arbitrary.ts';

const bits = fc.double({ min: 0, max: 64, noNaN: true, noDefaultInfinity: true });
const span = fc
  .tuple(bits, bits)
  .filter(([one, other]) => one !== other && one + other !== 0)
  .map(([one, other]) => (one < other ? ([one, other] as const) : ([other, one] as const)));
const orNone = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some);

const view: fc.Arbitrary<LinkedView> = fc
  .record({
    at: orNone(fc.integer({ min: 0, max: 1e6 })),
    ruler: orNone(anyRuler.map(rulerText)),
    bins: orNone(fc.integer({ min: 2, max: 4096 })),
    layer: orNone(fc.integer({ min: 1, max: 99 })),
    zoom: orNone(fc.record({ ixt: span, ity: span })),
    say: orNone(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }))
      .map((text) => text && plainText(text).text)
      .map((text) => text || null),
  })
  .map((drawn) => ({ ...drawn, bins: hasBins(drawn.ruler) ? drawn.bins : null }));

const hasBins = (ruler: string | null): boolean => ruler === null || /^(uniform|adaptive)-/.test(ruler);

describe('a view in a link', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(readView(viewToQuery(given))).toEqual({ view: given, problems: [] });
      }),
    );
  });

  test('is a query of characters that need no further escape, and none if it says nothing', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(viewToQuery(given)).toMatch(/^[\w.~!*():/=&%-]*$/);
      }),
    );
    expect(viewToQuery(noView)).toBe('');
    expect(readView('')).toEqual({ view: noView, problems: [] });
  });

  test('changes no setting, wherever in the link it stands', () => {
    fc.assert(
      fc.property(view, validExperiment, fc.boolean(), (given, experiment, first) => {
        const parts = [viewToQuery(given), toQuery(experiment)];
        const query = (first ? parts : parts.reverse()).filter((part) => part !== '').join('&');
        expect(fromQuery(query)).toEqual({ experiment, problems: [] });
        expect(readView(query)).toEqual({ view: given, problems: [] });
      }),
    );
  });

  test('never throws, and what it made of any query is a view that is written and read without a problem', () => {
    const piece = fc
      .tuple(
        fc.constantFrom('at', 'ruler', 'bins', 'layer', 'zoom', 'say', 'sa%79', 'bits'),
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9.:%+-]*$/)),
      )
      .map(([name, value]) => `${name}=${value}`);
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { view: read, problems } = readView(pieces.join('&'));
        expect(readView(viewToQuery(read))).toEqual({ view: read, problems: [] });
        for (const { field } of problems) expect(Object.keys(noView)).toContain(field);
      }),
    );
  });

  test('names each value that could not be used, and what is used instead', () => {
    const { view: read, problems } = readView(
      '?at=1.5&ruler=sextant&bins=1&layer=0&zoom=9..2:0..1&say=a%00b&at=7&layer=2&v=1',
    );
    expect(read).toEqual({
      ...noView,
      at: 2,
      bins: 2,
      layer: 1,
      zoom: { ixt: [2, 9], ity: [0, 1] },
      say: 'ab',
    });
    expect(problems.map(({ field, code, used }) => [field, code, used])).toEqual([
      ['at', 'notWhole', '2'],
      ['ruler', 'notChoice', null],
      ['bins', 'bounds', '2'],
      ['layer', 'bounds', '1'],
      ['zoom', 'order', '2..9:0..1'],
      ['say', 'characters', 'ab'],
      ['at', 'duplicate', '2'],
      ['layer', 'duplicate', '1'],
    ]);
  });

  test('what has no nearest value is left out', () => {
    for (const zoom of [
      '',
      '1',
      '1..1:0..x',
      '1..2',
      '1..2:3',
      '1..1:0..1',
      '1..2:0..1:4..5',
      'a..b:0..1',
      '%zz',
    ]) {
      const { view: read, problems } = readView(`zoom=${zoom}`);
      expect(read.zoom, zoom).toBeNull();
      expect(problems, zoom).toHaveLength(1);
    }
    expect(readView('at=&layer=two&say=%20').problems.map(({ code }) => code)).toEqual([
      'empty',
      'notDecimal',
      'empty',
    ]);
  });

  test('a number of bins goes to the ruler that has bins, and to bins of equal width where there is no ruler', () => {
    const text = (query: string): string | null => {
      const ruler: Ruler | null = rulerOfView(readView(query).view);
      return ruler && rulerText(ruler);
    };
    expect(text('bins=100')).toBe('uniform-100-global');
    expect(text('ruler=adaptive-30-layer-mean-test&bins=100')).toBe('adaptive-100-layer-mean-test');
    expect(text('ruler=exact-null')).toBe('exact-null');
    const { view: read, problems } = readView('bins=100&ruler=edges-30--1..1');
    expect(read).toEqual({ ...noView, ruler: 'edges-30--1..1' });
    expect(problems).toEqual([
      { field: 'bins', code: 'noBins', given: '100', used: null, values: { ruler: 'edges-30--1..1' } },
    ]);
  });

  const at = (query: string, experiment: Experiment) => {
    const { view: read, problems } = readView(query, experiment);
    return [read.at, ...problems.map(({ code, values }) => [code, values['min'], values['max']])];
  };

  test('an epoch that a run does not measure becomes the nearest that it does, within the bounds of that run', () => {
    // Measured are 0, 1, 6, 11, ..., 8000.
    expect(at('at=46', defaults)).toEqual([46]);
    expect(at('at=50', defaults)).toEqual([51, ['notMeasured', undefined, undefined]]);
    expect(at('at=48', defaults)[0]).toBe(46);
    expect(at('at=7999', defaults)[0]).toBe(8000);
    expect(at('at=-1', defaults)).toEqual([0, ['bounds', '0', '8000']]);
    expect(at('at=9000', { ...defaults, prefit: 100 })).toEqual([8100, ['bounds', '0', '8100']]);
    expect(at('at=12.5', { ...defaults, epochs: 300 })).toEqual([11, ['notWhole', '0', '300']]);
    expect(at('at=0', { ...defaults, zero: false })).toEqual([1, ['bounds', '1', '8000']]);
    expect(at('at=soon', defaults)).toEqual([null, ['notDecimal', undefined, undefined]]);
  });

  test('a layer may have the name that the page gives it, and none beyond the last', () => {
    const layer = (query: string) => {
      const { view: read, problems } = readView(query, defaults);
      return [read.layer, viewToQuery(read), ...problems.map(({ code, values }) => [code, values['max']])];
    };
    expect(layer('layer=T5')).toEqual([5, 'layer=5']);
    expect(layer('layer=t5')).toEqual([5, 'layer=5']);
    expect(layer('layer=7')).toEqual([6, 'layer=6', ['bounds', '6']]);
    expect(layer('layer=T99')).toEqual([6, 'layer=6', ['bounds', '6']]);
    expect(layer('layer=T')).toEqual([null, '', ['notDecimal', undefined]]);
  });

  test('of a run is one that this run has, and stays as it is', () => {
    fc.assert(
      fc.property(view, validExperiment, (given, experiment) => {
        const { view: fitted, problems } = readView(viewToQuery(given), experiment);
        expect({ ...fitted, at: given.at, layer: given.layer }).toEqual(given);
        for (const { field } of problems) expect(['at', 'layer']).toContain(field);
        if (fitted.at !== null) expect([...measuredEpochs(experiment)]).toContain(fitted.at);
        expect(readView(viewToQuery(fitted), experiment)).toEqual({ view: fitted, problems: [] });
      }),
      { numRuns: 30 },
    );
  });

  test('a zoom that is the wrong way round is told so, and not as being too large', () => {
    const zoom = (text: string) => {
      const { view: read, problems } = readView(`zoom=${text}`);
      return [read.zoom, ...problems.map(({ code }) => code)];
    };
    const region = { ixt: [2, 9], ity: [0.5, 1] };
    expect(zoom('9..2:0.5..1')).toEqual([region, 'order']);
    expect(zoom('9..2:1..0.5')).toEqual([region, 'order']);
    expect(zoom('70..2:0.5..1')).toEqual([{ ...region, ixt: [2, 64] }, 'bounds']);
    expect(zoom('3..3:0.5..1')).toEqual([null, 'order']);
    expect(zoom('9..2:x..1')).toEqual([null, 'notRegion']);
  });
});

describe('words in a link', () => {
  test('are one line of at most 140 characters, without controls and what turns a text around', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const { text } = plainText(given);
        expect(Array.from(text).length).toBeLessThanOrEqual(140);
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s\s/u);
        expect(plainText(text)).toEqual({ text, dropped: false, cut: false });
      }),
    );
  });

  test('may have a plus sign for a space, and keep markup as the text it is', () => {
    expect(readView('say=1+%2B+1').view.say).toBe('1 + 1');
    expect(readView('say=<b>no</b>').view.say).toBe('<b>no</b>');
    expect(plainText('two\n\tlines').text).toBe('two lines');
  });

  test('are cut at 140 characters, with a problem that says so', () => {
    const { view: read, problems } = readView(`say=${'ä'.repeat(141)}`);
    expect(read.say).toBe('ä'.repeat(140));
    expect(problems).toMatchObject([{ field: 'say', code: 'tooLong', values: { max: '140' } }]);
  });
});
