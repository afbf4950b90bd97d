import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/finish.ts';
import { partitionInParts } from '../../../src/core/information/partition.ts';
import { unitHistograms } from '../../../src/core/inspection/unit-histograms.ts';
import { levelsOf, codeOf, quantize } from '../../../src/core/quantization/fake-quantization.ts';
import { classesOf, mixText, mostlyText } from '../../../src/panels/inspector/cellText.ts';
import { seenEdges, seenVertices } from '../../../src/panels/inspector/icosahedronPicture.ts';
import { inputKind } from '../../../src/panels/inspector/inputNames.ts';
import { pageWithin } from '../../../src/panels/inspector/Pager.tsx';
import { cellOfSample, firstOf, samplesIn } from '../../../src/panels/inspector/samples.ts';
import { barsPath, codesPerBar, mostFrequent, unitBars } from '../../../src/panels/inspector/unitBars.ts';
import {
  imagePlaces,
  largestWeight,
  matrixPlaces,
  nextPlace,
} from '../../../src/panels/inspector/weightPlaces.ts';

describe('the bars of a neuron', () => {
  it('hold the inputs whose codes they stand for', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 200 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 12 }), (all, bits) => {
        const levels = levelsOf(-1, 1, bits);
        const raw = Float32Array.from(all.slice(0, all.length - (all.length % 2)));
        const outputs = { units: 2, values: raw.map((value) => quantize(value, levels)) };
        const histograms = unitHistograms(outputs, bits, [-1, 1]);
        const each = codesPerBar(2 ** bits);
        for (const unit of [0, 1]) {
          const codes = [...raw].flatMap((value, at) => (at % 2 === unit ? [codeOf(value, levels)] : []));
          const bars = unitBars(histograms, unit);
          expect(bars.length).toBeLessThanOrEqual(64);
          for (const [bar, count] of bars.entries())
            expect(count).toBe(codes.filter((code) => Math.floor(code / each) === bar).length);
          const counts = codes.map((code) => codes.filter((other) => other === code).length);
          expect(mostFrequent(histograms, unit)).toBe(Math.max(...counts));
        }
      }),
    );
  });

  it('leave a path out for codes that no input has, and show the rarest', () => {
    expect(barsPath(Uint32Array.of(0, 1, 1000, 0), 40, 20)).toBe('M10 20v-1h9v1zM20 20v-20h9v20z');
  });
});

describe('the places of weights', () => {
  const shape = fc.record({ rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 20 }) });

  it('have each weight once, each bias once, and a free row between', () => {
    fc.assert(
      fc.property(shape, ({ rows, columns }) => {
        const { weightAt, rows: height } = matrixPlaces({ rows, columns });
        expect([...weightAt].filter((weight) => weight >= 0)).toEqual(
          Array.from({ length: (rows + 1) * columns }, (_, weight) => weight),
        );
        expect(height).toBe(rows + 2);
        for (let column = 0; column < columns; column++) {
          expect(weightAt[rows * columns + column]).toBe(-1);
          expect(weightAt[(rows + 1) * columns + column]).toBe(rows * columns + column);
        }
      }),
    );
  });

  it('of images have each pixel of each unit where the image has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (units) => {
        const image = { height: 3, width: 4 };
        const places = imagePlaces({ rows: 12, columns: units }, image);
        const seen = [...places.weightAt].filter((weight) => weight >= 0).sort((a, b) => a - b);
        expect(seen).toEqual(Array.from({ length: 12 * units }, (_, weight) => weight));
        // From the upper left pixel of a unit, three to the right and two down.
        const first = places.weightAt.indexOf(units - 1);
        const last = first + 2 * places.columns + 3;
        expect(places.weightAt[last]).toBe(11 * units + units - 1);
      }),
    );
  });

  it('are gone through by steps that leave out what is free, and end at the edge', () => {
    const places = matrixPlaces({ rows: 2, columns: 3 });
    expect(nextPlace(places, 3, [1, 0])).toBe(9);
    expect(nextPlace(places, 9, [-1, 0])).toBe(3);
    expect(nextPlace(places, 9, [1, 0])).toBe(9);
    expect(nextPlace(places, 2, [0, 1])).toBe(2);
  });

  it('are coloured by the largest of them', () => {
    expect(largestWeight({ used: Float32Array.of(1, -3), bias: Float32Array.of(2) })).toBe(3);
    expect(largestWeight({ used: Float32Array.of(0), bias: Float32Array.of(0) })).toBe(1);
  });
});

describe('a code in words', () => {
  const cells = finish(partitionInParts(Int32Array.of(7, 7, 7, 2, 7), 5, Uint8Array.of(1, 0, 1, 0, 1), 2));
  it('names its classes, the most frequent first', () => {
    expect(classesOf(cells, 0).map(({ label, inputs }) => [label, inputs])).toEqual([
      [1, 3],
      [0, 1],
    ]);
    expect(mixText(cells, 0)).toBe('3 of class 1 and 1 of class 0');
    expect(mostlyText(cells, 0)).toBe('75% class 1');
    expect(mixText(cells, 1)).toBe('1 of class 0');
    // With label noise 1/8: of eight times three of class 1 and one of class 0.
    const seen = { sizes: Uint32Array.of(4), byClass: Uint32Array.of(7 + 3, 1 + 3 * 7) };
    expect(mostlyText(seen, 0)).toBe('68.8% class 1');
  });

  it('has the numbers of its samples, where these are a part of all', () => {
    const part = { cells, chosen: Uint32Array.of(3, 4, 8, 10, 11) };
    expect(firstOf(part, 1)).toBe(10);
    expect([...samplesIn(part, 0)]).toEqual([3, 4, 8, 11]);
    expect(cellOfSample(part, 10)).toBe(1);
    expect(cellOfSample(part, 5)).toBeUndefined();
    expect(firstOf({ cells, chosen: null }, 1)).toBe(3);
    expect(cellOfSample({ cells, chosen: null }, 3)).toBe(1);
  });

  it('has its inputs drawn as what they are', () => {
    expect(inputKind('icosahedron').drawn).toBe('icosahedron');
    expect(inputKind('parity-4').nameOf(6)).toBe('01 10');
    expect(inputKind('circle').drawn).toBe('point');
    expect(inputKind('mnist')).toMatchObject({ drawn: 'image', layout: null });
    expect(inputKind('mnist').nameOf(12)).toBe('image 12');
    const own = inputKind('images-400-100-28x20-3-0123456789abcdef');
    expect(own).toMatchObject({ drawn: 'image', layout: null });
    expect(own.nameOf(3)).toBe('image 3');
    // Features of samples are no bits.
    expect(inputKind('samples-400-3-2-0123456789abcdef').drawn).toBe('plain');
  });
});

describe('the picture of the icosahedron', () => {
  it('has thirty edges and hides no vertex behind another', () => {
    expect(seenEdges).toHaveLength(30);
    for (const [i, one] of seenVertices.entries()) {
      expect(Math.hypot(one.x, one.y, one.depth)).toBeCloseTo(1, 10);
      for (const other of seenVertices.slice(i + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(0.37);
    }
  });
});

it('a page that is no longer there gives way to the last one', () => {
  expect(pageWithin(7, 10, 25)).toBe(2);
  expect(pageWithin(7, 10, 0)).toBe(0);
  expect(pageWithin(1, 10, 25)).toBe(1);
});
