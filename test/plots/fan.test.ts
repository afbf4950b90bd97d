import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fanOut } from '../../src/plots/scene/fan.ts';
import type { Spot } from '../../src/plots/scene/fan.ts';

const distance = 16;

function nearest(spots: readonly Spot[]): number {
  const gaps = spots.flatMap((a, i) => spots.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
  return Math.min(Infinity, ...gaps);
}

describe('fanning out', () => {
  test('leaves alone what is not near anything', () => {
    const spots = [
      { x: 0, y: 0 },
      { x: 16, y: 0 },
      { x: 200, y: 50 },
    ];
    expect(fanOut(spots, distance)).toEqual(spots);
  });

  test.each([2, 3, 4, 5, 6, 7, 8, 9])('%d equal spots come to stand apart, around their place', (count) => {
    const places = fanOut(
      Array.from({ length: count }, () => ({ x: 100, y: 50 })),
      distance,
    );
    expect(nearest(places)).toBeGreaterThanOrEqual(distance);
    for (const { x, y } of places) expect(Math.hypot(x - 100, y - 50)).toBeLessThan(2.2 * distance);
    expect(places.reduce((sum, { x }) => sum + x, 0) / count).toBeCloseTo(100, 0);
  });

  test('four equal spots stand as they are read: first and second above third and fourth', () => {
    const [first, second, third, fourth] = fanOut(
      Array.from({ length: 4 }, () => ({ x: 0, y: 0 })),
      distance,
    );
    expect(first?.x).toBeLessThan(0);
    expect(first?.y).toBeLessThan(0);
    expect(second?.x).toBeGreaterThan(0);
    expect(second?.y).toBeLessThan(0);
    expect(third?.x).toBeLessThan(0);
    expect(third?.y).toBeGreaterThan(0);
    expect(fourth?.x).toBeGreaterThan(0);
    expect(fourth?.y).toBeGreaterThan(0);
  });

  test('in a corner none is moved out of the bounds', () => {
    const bounds = { left: 0, top: -Infinity, right: Infinity, bottom: 0 };
    const corner = Array.from({ length: 9 }, () => ({ x: 0, y: 0 }));
    const places = fanOut(corner, distance, bounds);
    expect(nearest(places)).toBeGreaterThanOrEqual(distance * 0.98);
    for (const { x, y } of places) expect(x >= 0 && y <= 0).toBe(true);
  });

  test('no two of up to nine spots, anywhere, end nearer than asked', () => {
    const place = fc.record({
      x: fc.double({ min: 0, max: 60, noNaN: true }),
      y: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 9 }), (spots) => {
        expect(nearest(fanOut(spots, distance))).toBeGreaterThanOrEqual(distance * 0.98);
      }),
      { numRuns: 500 },
    );
  });

  test('nor do any near a corner that none may be moved out of', () => {
    const bounds = { left: 0, top: -Infinity, right: Infinity, bottom: 0 };
    const place = fc.record({ x: fc.integer({ min: 0, max: 12 }), y: fc.integer({ min: -12, max: 0 }) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 9 }), (spots) => {
        const places = fanOut(spots, distance, bounds);
        expect(nearest(places)).toBeGreaterThanOrEqual(distance * 0.95);
        for (const { x, y } of places) expect(x >= 0 && y <= 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
