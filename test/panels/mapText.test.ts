import { expect, test } from 'vitest';
import { booleanLayout } from '../../src/core/tasks/map-layout.ts';
import { classShare, largestCells, mapLabel, percent, pointText } from '../../src/panels/mapText.ts';

const cells = {
  cellOf: Int32Array.of(0, 1, 1, 2),
  sizes: Uint32Array.of(1, 2, 1),
  byClass: Uint32Array.of(1, 0, 1, 1, 0, 1),
};

test('a map in words: codes, bits, the largest code', () => {
  expect(mapLabel(4, 26, cells)).toBe(
    'T5 at epoch 26: 3 codes over 4 inputs, I(X;T) 1.500 bits. The largest code holds 2 of the inputs, 50% class 1.',
  );
  expect(largestCells(cells, 2)).toEqual([1, 0]);
  expect(classShare(cells, 2)).toBe(1);
});

test('an input in words: its bits, who shares its code', () => {
  const layout = booleanLayout(2);
  expect(pointText(0, layout, cells, 2)).toBe('1 0 in T1: 2 inputs share its code, 50% of them of class 1.');
  expect(pointText(0, layout, cells, 3)).toBe('1 1 in T1: has a code of its own, of class 1.');
});

test('a share is whole only where it is exact', () => {
  expect(percent(1)).toBe('100');
  expect(percent(0)).toBe('0');
  expect(percent(0.9999)).toBe('>99.9');
  expect(percent(0.0001)).toBe('<0.1');
  expect(percent(1 / 3)).toBe('33.3');
});
