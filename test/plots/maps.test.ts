import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../src/core/finish.ts';
import { partitionInParts, type Partition } from '../../src/core/information/partition.ts';
import { classPair } from '../../src/plots/class-colours.ts';
import { palettes } from '../../src/plots/colours.ts';
import { borderColour, codeColour, shareColour } from '../../src/plots/map-colours.ts';
import { oklabToRgb, packed, rgbToOklab, type Rgb } from '../../src/plots/oklab.ts';
import { keptColours } from '../../src/plots/scene/kept-colours.ts';
import { mapPixels } from '../../src/plots/scene/map-pixels.ts';
import { contrast } from './tokens.ts';

const css = (colour: Rgb): string => `rgb(${colour.join(',')})`;

describe('the scale of a code’s class share', () => {
  test('has the classes at its ends, and steps that look equal', () => {
    expect(contrast(css(shareColour(0)), classPair[0])).toBeCloseTo(1, 6);
    expect(contrast(css(shareColour(1)), classPair[1])).toBeCloseTo(1, 6);
    const labs = Array.from({ length: 17 }, (_, i) => rgbToOklab(shareColour(i / 16)));
    const steps = labs.slice(1).map((lab, i) => Math.hypot(...lab.map((value, at) => value - labs[i]![at]!)));
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
    // Channels are rounded to 1/255.
    for (const step of steps) expect(Math.abs(step / mean - 1)).toBeLessThan(0.12);
    for (const [i, lab] of labs.entries()) if (i > 0) expect(lab[0]).toBeGreaterThan(labs[i - 1]![0]);
  });

  test('the classes themselves are marks: 3:1 on the panels and planes of both themes', () => {
    for (const { panel, background } of Object.values(palettes)) {
      for (const colour of classPair) {
        expect(contrast(colour, panel)).toBeGreaterThan(3);
        expect(contrast(colour, background)).toBeGreaterThan(3);
      }
    }
  });

  test('borders have 3:1 on every colour of a code', () => {
    for (let i = 0; i <= 16; i++) expect(contrast(css(shareColour(i / 16)), borderColour)).toBeGreaterThan(3);
    for (let i = 0; i < 4096; i++) expect(contrast(css(codeColour(i)), borderColour)).toBeGreaterThan(3);
  });

  test('OKLab there and back is the same colour', () => {
    const rgb = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(rgb, (colour) => {
        expect(oklabToRgb(rgbToOklab(colour))).toEqual(colour);
      }),
    );
  });
});

const ofNumbers = (numbers: readonly number[]): Partition =>
  finish(partitionInParts(Int32Array.from(numbers), numbers.length, new Uint8Array(numbers.length), 1));

describe('colours of codes from epoch to epoch', () => {
  const some = fc
    .integer({ min: 1, max: 80 })
    .chain((n) => fc.tuple(...[0, 1].map(() => fc.array(fc.nat(20), { minLength: n, maxLength: n }))));

  test('no two codes have the same, and the same codes keep theirs', () => {
    fc.assert(
      fc.property(some, ([one = [], other = []]) => {
        const cells = ofNumbers(one);
        const colours = keptColours(null, cells);
        expect(new Set(colours).size).toBe(cells.sizes.length);
        const after = ofNumbers(other);
        const next = keptColours({ cells, colours }, after);
        expect(new Set(next).size).toBe(after.sizes.length);
        for (const colour of next) expect(colour >= 0 && colour < one.length).toBe(true);
        expect(keptColours({ cells: after, colours: next }, after)).toEqual(next);
      }),
    );
  });

  test('a code keeps that of the one it mostly comes from; of a split code the larger part', () => {
    const cells = ofNumbers([0, 0, 0, 1, 1, 2, 2, 2, 2]);
    const colours = Int32Array.of(7, 8, 3);
    // The first two merge; the third is split into three and one.
    expect(keptColours({ cells, colours }, ofNumbers([5, 5, 5, 5, 5, 6, 9, 9, 9]))).toEqual(
      Int32Array.of(7, 5, 3),
    );
  });
});

describe('a map as pixels', () => {
  const layout = { rows: 2, columns: 2, sampleAt: Int32Array.of(3, 2, 1, 0) };
  const colours = Uint32Array.of(packed([200, 0, 0]), packed([0, 200, 0]));
  const at = (pixels: Uint8ClampedArray, width: number, x: number, y: number): number[] => [
    ...pixels.slice(4 * (y * width + x), 4 * (y * width + x) + 4),
  ];

  test('has each input’s colour at its place, and borders only between codes', () => {
    const data = { layout, cellOf: Int32Array.of(0, 0, 1, 0), colours, marked: null };
    const one = mapPixels(data, 8, packed([255, 255, 255]), packed([0, 0, 0]));
    expect(one).toHaveLength(4 * 16 * 16);
    expect(at(one, 16, 4, 4)).toEqual([200, 0, 0, 255]);
    expect(at(one, 16, 12, 4)).toEqual([0, 200, 0, 255]);
    expect(at(one, 16, 8, 4)).toEqual([0, 0, 0, 255]);
    expect(at(one, 16, 7, 4)).toEqual([200, 0, 0, 255]);
    expect(at(one, 16, 12, 8)).toEqual([0, 0, 0, 255]);
    expect(at(one, 16, 4, 8)).toEqual([200, 0, 0, 255]);
    expect(at(one, 16, 8, 12)).toEqual([200, 0, 0, 255]);
    const both = mapPixels(data, 16, packed([255, 255, 255]), packed([0, 0, 0]));
    expect(at(both, 32, 15, 8)).toEqual([0, 0, 0, 255]);
    expect(at(both, 32, 24, 15)).toEqual([0, 0, 0, 255]);
    expect(at(both, 32, 8, 15)).toEqual([200, 0, 0, 255]);
  });

  test('lets all but one code step back to the ground', () => {
    const data = { layout, cellOf: Int32Array.of(0, 0, 1, 0), colours, marked: Uint8Array.of(0, 0, 1, 0) };
    const pixels = mapPixels(data, 1, packed([255, 255, 255]), packed([0, 0, 0]));
    expect(at(pixels, 2, 1, 0)).toEqual([0, 200, 0, 255]);
    expect(at(pixels, 2, 0, 0)).toEqual([243, 199, 199, 255]);
  });

  test('draws borders clearly around codes of many inputs even where an input is two pixels, and fades them around others', () => {
    // The left half is one code of 32 inputs, the right half 32 codes.
    const wide = { rows: 8, columns: 8, sampleAt: Int32Array.from({ length: 64 }, (_, place) => place) };
    const cellOf = Int32Array.from({ length: 64 }, (_, place) => (place % 8 < 4 ? 0 : 1 + place));
    const all = new Uint32Array(65).fill(packed([200, 200, 200]));
    const data = { layout: wide, cellOf, colours: all, marked: null };
    const [ground, border] = [packed([255, 255, 255]), packed([0, 0, 0])];
    const few = at(mapPixels(data, 2, ground, border), 16, 8, 1)[0] ?? 0;
    expect(few).toBeGreaterThan(140);
    const swapped = { ...data, layout: { ...wide, sampleAt: wide.sampleAt.toReversed() } };
    const many = at(mapPixels(swapped, 2, ground, border), 16, 8, 1)[0] ?? 255;
    expect(many).toBeLessThan(30);
    // Wider ones have the border in full, both of them.
    expect(at(mapPixels(data, 8, ground, border), 64, 32, 1)[0]).toBe(0);
  });

  test('parts marked inputs from others of their code', () => {
    const row = { rows: 1, columns: 4, sampleAt: Int32Array.of(0, 1, 2, 3) };
    const one = Uint32Array.of(packed([200, 0, 0]));
    const marked = Uint8Array.of(0, 0, 1, 1);
    const data = { layout: row, cellOf: new Int32Array(4), colours: one, marked };
    const pixels = mapPixels(data, 8, packed([255, 255, 255]), packed([0, 0, 0]));
    expect(at(pixels, 32, 4, 4)).toEqual([243, 199, 199, 255]);
    expect(at(pixels, 32, 20, 4)).toEqual([200, 0, 0, 255]);
    expect(at(pixels, 32, 16, 4)).toEqual([0, 0, 0, 255]);
    expect(at(pixels, 32, 8, 4)).toEqual([243, 199, 199, 255]);
  });
});
