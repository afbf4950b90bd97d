import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChooseTask, DrawTask, NumberTask, Place, PlaceTask } from '../../src/lessons/lesson.ts';
import { evenly, pathDistance } from '../../src/lessons/path-distance.ts';
import { scoreOf, type Facts } from '../../src/lessons/score.ts';

const unit: Place = { x: 12, y: 1 };
const place = fc.record({
  x: fc.double({ min: 0, max: 12, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
});
const path = fc.array(place, { minLength: 1, maxLength: 30 });

describe('the distance of two paths', () => {
  test('is none from a path to itself, and none to the same with more points on it', () => {
    fc.assert(
      fc.property(path, (one) => {
        const { off } = pathDistance(one, one, unit);
        expect(off.x).toBeCloseTo(0, 10);
        expect(off.y).toBeCloseTo(0, 10);
      }),
    );
    const line = [
      { x: 1, y: 0.2 },
      { x: 9, y: 0.8 },
    ];
    expect(pathDistance(line, evenly(line, 17, unit), unit).off.x).toBeCloseTo(0, 10);
  });

  test('of two parallel paths is what lies between them, in bits', () => {
    const one = [
      { x: 1, y: 0.2 },
      { x: 1, y: 0.8 },
    ];
    const other = one.map(({ x, y }) => ({ x: x + 3, y }));
    const { off } = pathDistance(one, other, unit);
    expect(off.x).toBeCloseTo(3, 10);
    expect(off.y).toBeCloseTo(0, 10);
  });

  test('is the same both ways, and never below 0', () => {
    fc.assert(
      fc.property(path, path, (one, other) => {
        const [there, back] = [pathDistance(one, other, unit).off, pathDistance(other, one, unit).off];
        expect(Math.hypot(there.x / 12, there.y)).toBeGreaterThanOrEqual(0);
        expect(there.x).toBeCloseTo(back.x, 5);
        expect(there.y).toBeCloseTo(back.y, 5);
      }),
      // Where several pairings are as short, either may be taken, and their axes may differ.
      { seed: 1, numRuns: 50 },
    );
  });

  test('counts the direction: a path run backwards is not the same path', () => {
    const there = [
      { x: 2, y: 0.1 },
      { x: 8, y: 0.9 },
    ];
    expect(pathDistance(there, [...there].reverse(), unit).off.x).toBeGreaterThan(2);
  });

  test('pairs first with first and last with last, in order', () => {
    fc.assert(
      fc.property(path, path, (one, other) => {
        const { pairs } = pathDistance(one, other, unit);
        expect(pairs[0]).toEqual({ one: one[0], other: other[0] });
        expect(pairs.length).toBeGreaterThanOrEqual(64);
      }),
    );
  });
});

const facts = (numbers: Facts['numbers'], real: readonly Place[] = []): Facts => ({
  numbers,
  limits: unit,
  path: real,
});

describe('a choice', () => {
  const task: ChooseTask = {
    kind: 'choose',
    question: 'reading.codes.question',
    number: 'n',
    tolerance: 0.1,
    choices: [
      { text: 'reading.codes.few', from: -Infinity, to: 2, why: 'reading.codes.few.why' },
      { text: 'reading.codes.all', from: 2, to: 5, why: 'reading.codes.all.why' },
      { text: 'reading.codes.many', from: 5, to: Infinity, why: 'reading.codes.many.why' },
    ],
  };
  const pointsFor = (n: number): number[] =>
    [0, 1, 2].map((choice) => scoreOf(task, { kind: 'choose', choice }, facts({ n })).points);

  test('is decided by the number of the run', () => {
    expect(pointsFor(1)).toEqual([1, 0, 0]);
    expect(pointsFor(3)).toEqual([0, 1, 0]);
    expect(pointsFor(7)).toEqual([0, 0, 1]);
  });

  test('beside a limit both are right', () => {
    expect(pointsFor(2.05)).toEqual([1, 1, 0]);
    expect(pointsFor(4.95)).toEqual([0, 1, 1]);
  });

  test('has its misconception said', () => {
    const { parts } = scoreOf(task, { kind: 'choose', choice: 2 }, facts({ n: 1 }));
    expect(parts[0]?.why).toEqual(['reading.codes.many.why']);
  });
});

describe('numbers', () => {
  const task: NumberTask = {
    kind: 'number',
    question: 'forget.turn.question',
    guesses: [
      { number: 'a', label: 'forget.turn.label', least: 0, most: 12, tolerance: 0.5 },
      { number: 'b', label: 'forget.turn.label', least: 0, most: 12, tolerance: 1 },
    ],
    traps: [{ number: 'b', from: 11, to: 12, why: 'forget.turn.high' }],
  };

  test('score whole within the tolerance, half within twice of it, and none beyond', () => {
    const points = (a: number, b: number): number =>
      scoreOf(task, { kind: 'number', values: [a, b] }, facts({ a: 3, b: 4 })).points;
    expect(points(3, 4)).toBe(1);
    expect(points(3.5, 5)).toBe(1);
    expect(points(3.9, 4)).toBe(0.75);
    expect(points(4.1, 4)).toBe(0.5);
    expect(points(9, 12)).toBe(0);
  });

  test('fall into traps only where they are wrong', () => {
    const whys = (b: number): readonly string[] =>
      scoreOf(task, { kind: 'number', values: [3, 11.5] }, facts({ a: 3, b })).parts.flatMap(
        ({ why }) => why,
      );
    expect(whys(4)).toEqual(['forget.turn.high']);
    expect(whys(11)).toEqual([]);
  });

  test('that the run does not have are an error, as is an answer to another kind of question', () => {
    expect(() => scoreOf(task, { kind: 'number', values: [1, 2] }, facts({ a: 3 }))).toThrow(
      /nothing about b/,
    );
    expect(() => scoreOf(task, { kind: 'choose', choice: 0 }, facts({ a: 3, b: 4 }))).toThrow(/of the kind/);
  });
});

test('places score by the worse of both axes', () => {
  const task: PlaceTask = {
    kind: 'place',
    question: 'reading.dots.question',
    dots: [{ label: 'reading.dots.copy', x: 'x', y: 'y', why: 'reading.dots.copy.why' }],
    tolerance: { x: 1, y: 0.1 },
  };
  const at = (x: number, y: number) =>
    scoreOf(task, { kind: 'place', places: [{ x, y }] }, facts({ x: 5, y: 0.5 }));
  expect(at(5.9, 0.45)).toMatchObject({ points: 1, parts: [{ why: [] }] });
  expect(at(5, 0.35)).toMatchObject({ points: 0.5, parts: [{ why: ['reading.dots.copy.why'] }] });
  expect(at(5, 0.9).points).toBe(0);
});

describe('a drawn path', () => {
  const task: DrawTask = {
    kind: 'draw',
    question: 'forget.draw.question',
    row: 'grid',
    start: { x: 'x0', y: 'y0' },
    tolerance: { x: 1, y: 0.1 },
    why: {
      noTurn: 'forget.draw.noTurn',
      turn: 'forget.draw.turn',
      noRise: 'forget.draw.noRise',
      far: 'forget.draw.far',
    },
  };
  const real = [
    { x: 4, y: 0.1 },
    { x: 8, y: 0.6 },
    { x: 4, y: 0.9 },
  ];
  const drawn = (mine: readonly Place[], its: readonly Place[] = real) =>
    scoreOf(task, { kind: 'draw', path: mine }, facts({}, its));

  test('near the real one is right, the straight way up is not, and is told what it lacks', () => {
    expect(drawn(real.map(({ x, y }) => ({ x: x + 0.5, y })))).toMatchObject({
      points: 1,
      parts: [{ why: [] }],
    });
    const straight = drawn([
      { x: 4, y: 0.1 },
      { x: 12, y: 1 },
    ]);
    expect(straight.points).toBe(0);
    expect(straight.parts[0]?.why).toEqual(['forget.draw.noTurn']);
    expect(drawn([real[0]!, { x: 3, y: 0.1 }]).parts[0]?.why).toEqual(['forget.draw.noRise']);
  });

  test('that turns where the run did not is told so', () => {
    const its = [real[0]!, real[1]!];
    expect(drawn(real, its).parts[0]?.why).toEqual(['forget.draw.turn']);
  });
});
