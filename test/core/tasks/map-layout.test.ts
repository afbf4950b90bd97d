import { describe, expect, it } from 'vitest';
import { icosahedron } from '../../../src/core/tasks/icosahedron.ts';
import { squareTask } from '../../../src/core/tasks/square.ts';
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

  it('of other Boolean tasks has as many bits as they have inputs', () => {
    expect(mapLayout('parity-5')).toMatchObject({ kind: 'boolean', rows: 4, columns: 8 });
    expect(mapLayout('expr:x1&x3')).toMatchObject({ kind: 'boolean', rows: 2, columns: 4 });
  });
});

describe('the points of the square', () => {
  it('lie where their coordinates say: the first axis to the right, the second upward', () => {
    const { rows, columns, sampleAt, nameOf } = mapLayout('circle')!;
    const { inputs } = squareTask('circle');
    for (let place = 0; place < rows * columns; place++) {
      const sample = sampleAt[place]!;
      expect(inputs[2 * sample]).toBeCloseTo((2 * (place % columns)) / (columns - 1) - 1, 6);
      expect(inputs[2 * sample + 1]).toBeCloseTo(1 - (2 * Math.floor(place / columns)) / (rows - 1), 6);
    }
    expect([nameOf(0), nameOf(63)]).toEqual(['(-1.00, 1.00)', '(1.00, 1.00)']);
  });
});
