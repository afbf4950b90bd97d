import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldNames } from '../../src/core/experiment/fields.ts';
import { fromQuery, toQuery } from '../../src/share/link.ts';
import { isPageParameter, lastingPieces, piecesInFull } from '../../src/share/page-parameters.ts';
import { validExperiment } from '../core/experiment/arbitrary.ts';

test('no setting has the name of a parameter of the page', () => {
  expect(fieldNames.filter(isPageParameter)).toEqual([]);
});

test('whatever a link says of the page, it is the same experiment', () => {
  const piece = fc
    .tuple(fc.constantFrom('at', 'ruler', 'say', 'embed', 'lang', 'result'), fc.stringMatching(/^[\w%.+-]*$/))
    .map(([name, value]) => `${name}=${value}`);
  fc.assert(
    fc.property(validExperiment, fc.array(piece), fc.boolean(), (experiment, pieces, first) => {
      const query = toQuery(experiment);
      const parts = first ? [...pieces, query] : [query, ...pieces];
      expect(fromQuery(parts.join('&'))).toEqual({ experiment, problems: [] });
    }),
  );
});

test('what the page is outlives a change of the settings, with and without a value', () => {
  expect(lastingPieces('?v=1&embed&at=3&lang=zh&bits=4&hide=layers')).toEqual([
    'embed',
    'lang=zh',
    'hide=layers',
  ]);
});

test('what a link says of its run goes with it from a frame to the whole page', () => {
  expect(piecesInFull('?v=1&embed=edit&at=3&lang=zh&bits=4&hide=title&say=Look+here&result=1.00')).toEqual([
    'at=3',
    'lang=zh',
    'say=Look+here',
    'result=1.00',
  ]);
});
