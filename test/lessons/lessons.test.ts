import { describe, expect, test } from 'vitest';
import { lessonTexts } from '../../src/i18n/lesson-words.ts';
import { problemsOf, textsOf } from '../../src/lessons/check-lesson.ts';
import { readLessonLink } from '../../src/lessons/lesson-link.ts';
import type { Lesson, Step } from '../../src/lessons/lesson.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { readQuantity, rulerOf, type Quantity } from '../../src/lessons/quantity.ts';
import { realPath } from '../../src/lessons/real-path.ts';
import { scoreOf, type Answer, type Facts } from '../../src/lessons/score.ts';
import { freshRuns } from './fresh-runs.ts';

describe('the lessons', () => {
  test('have nothing wrong with them', () => {
    expect(lessons.flatMap((lesson) => problemsOf(lesson, lessonTexts))).toEqual([]);
  });

  test('have names of their own', () => {
    const ids = lessons.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('leave no text unused', () => {
    const used = new Set(lessons.flatMap(textsOf));
    expect(Object.keys(lessonTexts).filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('what is wrong with a lesson is named', () => {
  const [lesson] = lessons as readonly [Lesson];
  const [step] = lesson.steps as readonly [Step];
  const broken = (change: Partial<Step>): readonly string[] =>
    problemsOf({ ...lesson, steps: [{ ...step, ...change }] }, lessonTexts);

  test.each([
    ['a link with a setting that is none', { run: 'bits=4&layers=3' }, /bits=4&layers=3: .*layers.* unknown/],
    ['an epoch that the run has not', { before: 'epochs=10&at=11' }, /no epoch 11/],
    ['a number that is read off no run', { numbers: {} }, /the number hx is read off no run/],
    ['a text whose number is not known', { given: {} }, /\{hx\} is not known before the run/],
  ] as const)('%s', (_, change, message) => {
    expect(broken(change).join('\n')).toMatch(message);
  });

  test('a tolerance of nothing, choices that leave something out, too many minutes', () => {
    const place = { ...step.task, tolerance: { x: 0, y: 0.1 } } as Step['task'];
    expect(broken({ task: place }).join('\n')).toMatch(/the tolerance of x is 0/);
    const choose: Step['task'] = {
      kind: 'choose',
      question: step.task.question,
      number: 'hx',
      tolerance: 1,
      choices: [
        { text: step.title, from: -Infinity, to: 1, why: step.title },
        { text: step.title, from: 2, to: Infinity, why: step.title },
      ],
    };
    expect(broken({ task: choose }).join('\n')).toMatch(/leave numbers out/);
    expect(problemsOf({ ...lesson, minutes: [5, 20] }, lessonTexts)).toEqual([
      'reading/minutes: 5 to 20 is not within 5 to 10',
    ]);
  });
});

/** The numbers of quantities as fresh runs of a link have them. */
function numbersOf(link: string, quantities: Readonly<Record<string, Quantity>>): Record<string, number> {
  const rulers = Object.values(quantities).flatMap((quantity) => rulerOf(quantity) ?? []);
  const runs = freshRuns(readLessonLink(link).experiment, [...new Set(rulers)]);
  return Object.fromEntries(
    Object.entries(quantities).map(([name, quantity]) => {
      const value = readQuantity(quantity, runs);
      if (value === null) throw new Error(`${link} says nothing about ${name}`);
      return [name, value];
    }),
  );
}

/** The answer that is exactly what the run has. */
function rightAnswer({ task }: Step, { numbers, path }: Facts): Answer {
  const number = (name: string): number => numbers[name] ?? NaN;
  switch (task.kind) {
    case 'choose':
      return {
        kind: 'choose',
        choice: task.choices.findIndex(
          ({ from, to }) => from <= number(task.number) && number(task.number) < to,
        ),
      };
    case 'number':
      return { kind: 'number', values: task.guesses.map((guess) => number(guess.number)) };
    case 'place':
      return { kind: 'place', places: task.dots.map(({ x, y }) => ({ x: number(x), y: number(y) })) };
    case 'draw':
      return { kind: 'draw', path };
  }
}

describe.each(lessons)('on fresh runs, lesson "$id"', (lesson) => {
  test.each(lesson.steps)('question "$id" can be read, asked and answered', { timeout: 300_000 }, (step) => {
    const given = numbersOf(step.before, step.given ?? {});
    const numbers = numbersOf(step.run, step.numbers);
    console.log(
      lesson.id,
      step.id,
      JSON.stringify({ ...given, ...numbers }, (_, v: unknown) =>
        typeof v === 'number' ? +v.toFixed(3) : v,
      ),
    );
    const [run] = freshRuns(readLessonLink(step.run).experiment);
    const { hx, hy } = run!.limits;
    const path = step.task.kind === 'draw' ? realPath(run!, step.task.row) : [];
    const facts: Facts = { numbers, limits: { x: hx, y: hy }, path };
    expect(scoreOf(step.task, rightAnswer(step, facts), facts).points).toBe(1);
    if (step.task.kind === 'number')
      for (const { number, least, most } of step.task.guesses) {
        expect(numbers[number]).toBeGreaterThanOrEqual(least);
        expect(numbers[number]).toBeLessThanOrEqual(most);
      }
  });
});
