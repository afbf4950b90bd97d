import { describe, expect, test } from 'vitest';
import { lessonTexts } from '../../src/i18n/lessons.ts';
import { problemsOf, textsOf } from '../../src/lessons/check-lesson.ts';
import type { Lesson, Step } from '../../src/lessons/lesson.ts';
import { lessons } from '../../src/lessons/lessons.ts';

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
    ['an epoch that the run has not', { before: 'epochs=10&at=11' }, /epochs=10&at=11: at bounds/],
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
