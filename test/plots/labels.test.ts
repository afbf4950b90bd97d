import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps } from '../../src/plots/scene/frame.ts';
import type { Box } from '../../src/plots/scene/frame.ts';
import { placeLabels, textBox } from '../../src/plots/scene/labels.ts';
import type { LabelMemory } from '../../src/plots/scene/labels.ts';
import { roughMeasure } from '../../src/plots/scene/marks.ts';
import { Occupancy } from '../../src/plots/scene/occupancy.ts';

const bounds: Box = { left: 0, top: 0, right: 400, bottom: 300 };

const request = (key: string, x: number, y: number, width = 30) => ({
  key,
  x,
  y,
  width,
  height: 16,
  halfX: 6,
  halfY: 6,
  gap: 4,
});

const pairs = (boxes: readonly Box[]): (readonly [Box, Box])[] =>
  boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => [a, b] as const));

describe('placing labels', () => {
  test('a lone label stands to the right', () => {
    const [placed] = placeLabels([request('a', 100, 100)], bounds, [], null);
    expect(placed?.box).toEqual({ left: 110, right: 140, top: 92, bottom: 108 });
  });

  test('at the right edge it stands to the left', () => {
    const [placed] = placeLabels([request('a', 390, 100)], bounds, [], null);
    expect(placed?.box.right).toBe(380);
  });

  test('it keeps off paths', () => {
    const paths = new Occupancy({ width: 400, height: 300 });
    paths.line(100, 100, 200, 100);
    const [placed] = placeLabels([request('a', 100, 100)], bounds, [], paths);
    expect(placed?.box.right).toBe(90);
  });

  test('it stays on its side while that is free', () => {
    const memory: LabelMemory = new Map();
    const paths = new Occupancy({ width: 400, height: 300 });
    paths.line(100, 100, 200, 100);
    placeLabels([request('a', 100, 100)], bounds, [], paths, memory);
    const [later] = placeLabels([request('a', 101, 100)], bounds, [], null, memory);
    expect(later?.box.right).toBe(91);
  });

  test('one that finds no place is left out', () => {
    expect(placeLabels([request('a', 5, 5, 500)], bounds, [], null)).toEqual([]);
  });

  test('no label ever overlaps another, a taken box or the bounds', () => {
    const place = fc.tuple(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 10, max: 90 }),
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 20 }), fc.array(place, { maxLength: 5 }), (wanted, blocks) => {
        const taken = blocks.map(([x, y, size]) => ({ left: x, top: y, right: x + size, bottom: y + 20 }));
        const requests = wanted.map(([x, y, width], i) => request(String(i), x, y, width));
        const boxes = placeLabels(requests, bounds, taken, null).map(({ box }) => box);
        for (const [a, b] of pairs(boxes)) expect(overlaps(a, b)).toBe(false);
        for (const box of boxes) {
          expect(taken.some((other) => overlaps(box, other))).toBe(false);
          expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 300).toBe(true);
        }
      }),
    );
  });
});

test('the box of a text turned upright is as tall as the text is long', () => {
  const mark = {
    kind: 'text',
    role: 'limit',
    x: 50,
    y: 50,
    text: 'H(X) = 12',
    size: 10,
    weight: 400,
    anchor: 'middle',
    fill: '#000000',
    rotate: -90,
  } as const;
  const box = textBox(mark, roughMeasure);
  expect(box.bottom - box.top).toBeCloseTo(roughMeasure(mark.text, 10, 400), 6);
  expect(box.right - box.left).toBeCloseTo(12.5, 6);
});
