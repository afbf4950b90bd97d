import { describe, expect, it } from 'vitest';
import { icosahedron } from '../../../src/core/tasks/icosahedron.ts';
import { booleanLayout, mapLayout, placesOf } from '../../../src/core/tasks/map-layout.ts';

describe('the inputs of a Boolean task on a rectangle', () => {
  it.each([2, 3, 5, 12, 16])('has each of 2^%i inputs at one place', (inputs) => {
    const layout = booleanLayout(inputs);
    expect(layout.rows * layout.columns).toBe(2 ** inputs);
    const all = Array.from({ length: 2 ** inputs }, (_, sample) => sample);
    expect([...layout.sampleAt].sort((a, b) => a - b)).toEqual(all);
    const places = placesOf(layout);
    for (const [place, sample] of layout.sampleAt.entries()) expect(places[sample]).toBe(place);
  });

  it('differs in one bit between neighbours, and a row in its high half only', () => {
    const { rows, columns, sampleAt } = booleanLayout(12);
    expect([rows, columns]).toEqual([64, 64]);
    const bits = (x: number): number => x.toString(2).replaceAll('0', '').length;
    for (let row = 0; row < 64; row++) {
      for (let column = 0; column < 64; column++) {
        const here = sampleAt[row * 64 + column]!;
        expect(here >> 6).toBe(row ^ (row >> 1));
        expect(here & 63).toBe(column ^ (column >> 1));
        if (row > 0) expect(bits(here ^ sampleAt[(row - 1) * 64 + column]!)).toBe(1);
        if (column > 0) expect(bits(here ^ sampleAt[row * 64 + column - 1]!)).toBe(1);
      }
    }
  });

  it('names an input of the 12-bit task by its bits, and has no map of MNIST', () => {
    const layout = mapLayout('icosahedron')!;
    const { inputs } = icosahedron();
    expect(layout.nameOf(0b010011_101100)).toBe('010011 101100');
    for (const sample of [1, 1234, 4095]) {
      expect(layout.nameOf(sample).replace(' ', '')).toBe(
        inputs.slice(sample * 12, sample * 12 + 12).join(''),
      );
    }
    expect(mapLayout('mnist')).toBeNull();
  });
});
