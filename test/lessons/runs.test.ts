import { describe, expect, test } from 'vitest';
import { taskOf } from '../../src/cli/task-source.ts';
import { isSaturated } from '../../src/core/experiment/summary.ts';
import { phasesOfRow, verdictOf } from '../../src/core/information/phases.ts';
import { split } from '../../src/core/tasks/split.ts';
import { readLessonLink } from '../../src/lessons/lesson-link.ts';
import type { Lesson, Place, Step } from '../../src/lessons/lesson.ts';
import { lessonOf, lessons } from '../../src/lessons/lessons.ts';
import { readQuantity, unitOf } from '../../src/lessons/quantity.ts';
import { scoreOf, type Answer, type Facts } from '../../src/lessons/score.ts';
import { factsOf, freshRuns, numbersOf } from './fresh-runs.ts';
import { pointsBy, slogans, type Slogan } from './slogans.ts';

const patient = { timeout: 600_000 };
/** More of a lesson's points no slogan gets. */
const mostOfLesson = 0.35;

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
  test.each(lesson.steps)('question "$id" can be read, asked and answered', patient, (step) => {
    for (const [name, value] of Object.entries(numbersOf(step.before, step.given ?? {})))
      expect(value, name).toBeGreaterThanOrEqual(0);
    const facts = factsOf(step);
    expect(scoreOf(step.task, rightAnswer(step, facts), facts).points).toBe(1);
    if (step.task.kind !== 'number') return;
    for (const { number, least, most } of step.task.guesses) {
      expect(facts.numbers[number]).toBeGreaterThanOrEqual(least);
      expect(facts.numbers[number]).toBeLessThanOrEqual(most);
    }
  });
});

function stepOf(id: string, name: string): { lesson: Lesson; step: Step } {
  const lesson = lessonOf(id);
  const step = lesson?.steps.find((each) => each.id === name);
  if (!lesson || !step) throw new Error(`There is no ${id}/${name}`);
  return { lesson, step };
}

/** All numbers of a lesson's steps, as fresh runs have them. */
function allNumbers(id: string): Record<string, number> {
  const { steps } = stepOf(id, lessonOf(id)?.steps[0]?.id ?? '').lesson;
  return Object.assign(
    {},
    ...steps.flatMap((step) => [numbersOf(step.before, step.given ?? {}), factsOf(step).numbers]),
  ) as Record<string, number>;
}

describe.each(Object.keys(slogans) as Slogan[])('nobody scores by "%s"', (slogan) => {
  const cases = lessons.flatMap((lesson) =>
    lesson.steps.map((step) => ({ id: lesson.id, name: step.id, step })),
  );
  test.each(cases)('not in $id/$name', patient, ({ step }) => {
    expect(pointsBy(slogan, step, factsOf(step))).toBeLessThanOrEqual(0.5);
  });

  test.each(lessons)('not in the whole of $id', patient, ({ steps }) => {
    const points = steps.reduce((sum, step) => sum + pointsBy(slogan, step, factsOf(step)), 0);
    expect(points / steps.length).toBeLessThanOrEqual(mostOfLesson);
  });
});

describe('what is usually said scores nothing', () => {
  const start = { x: 4.78, y: 0.07 };
  const drawn = (...path: readonly Place[]): Answer => ({ kind: 'draw', path: [start, ...path] });
  const numbers = (...values: readonly number[]): Answer => ({ kind: 'number', values });

  test.each<[string, string, string, Answer, number]>([
    ['learning takes in more and more', 'forget', 'draw', drawn({ x: 12, y: 1 }), 0],
    ['straight up', 'forget', 'draw', drawn({ x: 4.78, y: 1 }), 0],
    ['first all the way, then all the way back', 'forget', 'draw', drawn({ x: 12, y: 1 }, { x: 1, y: 1 }), 0],
    ['half the time there, half the time back', 'forget', 'turn', numbers(1500, 1), 0],
    ['all layers compress', 'forget', 'others', numbers(3, 3, 3), 1 / 3],
    ['every network compresses', 'activations', 'relu', numbers(8, 2), 0],
    ['what does not fall stands still', 'activations', 'relu', numbers(0, 4.27), 0.5],
    ['ReLU does not compress', 'activations', 'same', numbers(0, 0), 0.5],
    ['it was the quantizer', 'activations', 'same', numbers(8, 8), 0],
    ['tanh compresses', 'activations', 'other', numbers(8, 2.1), 0.25],
    ['tanh compresses with the quantizer alone', 'activations', 'other', numbers(0, 0), 0],
    ['there is room for all, and so it knows all', 'ruler', 'exact', numbers(12, 1), 0],
    ['who has learned nothing knows nothing', 'ruler', 'exact', numbers(6, 0), 0],
    ['a layer has so many bits, whatever the ruler', 'ruler', 'bins', numbers(12, 12, 12), 0],
    ['it stays as it was', 'ruler', 'bins', numbers(8.55, 8.55, 8.55), 1 / 3],
    ['the same output falls alike', 'ruler', 'output', numbers(5, 5), 0.5],
    ['half the bits, half the information', 'bits', 'four', numbers(6), 0],
    ['there is room for all', 'bits', 'four', numbers(12), 0],
    ['half of what is possible', 'bits', 'two', numbers(4), 0],
    ['half of what it was', 'bits', 'two', numbers(8.07 / 2), 0],
    ['all that is possible', 'bits', 'two', numbers(8), 0],
    ['meaningless labels are not known', 'bits', 'full', numbers(0, 0, 0), 1 / 3],
    ['whoever knows one label knows any', 'bits', 'full', numbers(1, 1, 1), 1 / 3],
    ['who compresses generalizes', 'meaning', 'first', numbers(95), 0],
    ['one of two classes', 'meaning', 'first', numbers(50), 0],
    ['always the commoner class', 'meaning', 'first', numbers(74.2), 0],
    ['all networks compress', 'meaning', 'second', numbers(3, 3), 0.25],
    ['ReLU does not compress', 'meaning', 'second', numbers(0, 0), 0.5],
    ['who does not compress does not generalize', 'meaning', 'third', numbers(50), 0],
    ['who generalizes is right', 'meaning', 'third', numbers(100), 0],
  ])('%s', patient, (_, id, name, answer, most) => {
    const { step } = stepOf(id, name);
    expect(scoreOf(step.task, answer, factsOf(step)).points).toBeLessThanOrEqual(most);
  });

  test('the textbook: tanh compresses always, ReLU never', patient, () => {
    const { lesson } = stepOf('activations', 'tanh');
    const points = lesson.steps.map((step) => {
      if (step.task.kind !== 'number') return 0;
      const isTanh = readLessonLink(step.run).experiment.act.includes('tanh');
      const values = step.task.guesses.map(({ number, least, most }) => {
        // How far it falls the slogan does not say.
        const isCount = unitOf(step.numbers[number]!) === 'count';
        return isTanh ? (isCount ? most : (least + most) / 2) : least;
      });
      return scoreOf(step.task, numbers(...values), factsOf(step)).points;
    });
    expect(points.reduce((sum, each) => sum + each, 0) / points.length).toBeLessThanOrEqual(mostOfLesson);
  });
});

describe('what lessons say about their runs holds', () => {
  test('reading the plane', patient, () => {
    const { step } = stepOf('reading', 'dots');
    const [run] = freshRuns(readLessonLink(step.run).experiment);
    const { hy } = run!.limits;
    const ends = [0, 1, 2, 3, 4, 'grid' as const].map((row) => ({
      x: readQuantity({ of: 'ixt', row, at: 'end' }, [run!])!,
      y: readQuantity({ of: 'ity', row, at: 'end' }, [run!])!,
    }));
    const away = ends.map(({ x, y }) => Math.hypot((x - hy) / 12, y - hy));
    expect(Math.min(...away)).toBe(away.at(-1));
    for (const { x, y } of ends) {
      expect(Math.max(x / 0.6, y / 0.08)).toBeGreaterThan(2);
      expect(Math.max(Math.abs(x - hy) / 0.6, Math.abs(y - hy) / 0.08)).toBeGreaterThan(1);
    }
    const { codes, t6xEnd } = allNumbers('reading') as Record<'codes' | 't6xEnd', number>;
    expect(2 ** t6xEnd).toBeLessThanOrEqual(5);
    expect(codes).toBeLessThan(16);
    expect(codes).toBeGreaterThan(5);
  });

  test('fit, then forget', patient, () => {
    const n = allNumbers('forget');
    expect(n['yLast']! - n['yTurn']!).toBeGreaterThan(0.25);
    expect(n['turnAt']).toBeLessThan(300);
    const { step } = stepOf('forget', 'others');
    const runs = freshRuns(readLessonLink(step.run).experiment);
    for (const at of ['start', 'end'] as const)
      expect(readQuantity({ of: 'ixt', row: 2, at }, runs)).toBe(runs[0]!.limits.hx);
    expect(readQuantity({ of: 'ixt', row: 4, at: 'start' }, runs)).toBeGreaterThan(11.5);
    expect(n['fall5']).toBeLessThan(n['fall6']!);
  });

  test('tanh and ReLU', patient, () => {
    const n = allNumbers('activations');
    expect(n['tanh']).toBeGreaterThan(n['other']!);
    expect(n['same']).toBeGreaterThan(n['relu']!);
    // With one quantizer for both they still differ.
    expect(n['tanh']).toBeGreaterThan(n['same']!);
    expect(n['other']).toBeGreaterThan(n['relu']!);
    expect(n['sameStart']! - n['reluStart']!).toBeGreaterThan(3);
    expect(n['reluEnd']! - n['reluStart']!).toBeGreaterThan(3);
    // The mean of the falls is not the fall of the mean; and what was lost was lost before fitting had ended.
    expect(n['sameFall']).toBeGreaterThan(2 * (n['sameStart']! - n['sameEnd']!));
    expect(n['sameAfter']).toBe(0);
    expect(n['tanhComp']).toBeGreaterThan(n['otherComp']!);
    expect(2 ** n['tanhEnd']!).toBeGreaterThan(500);
    const [tanh, ...others] = ['tanh', 'relu', 'same', 'other'].map((name) =>
      freshRuns(readLessonLink(stepOf('activations', name).step.run).experiment),
    );
    const falls = tanh!.map((run) => readQuantity({ of: 'fall', row: 4 }, [run])!);
    expect(Math.min(...falls)).toBeLessThan(1.1);
    expect(Math.max(...falls)).toBeGreaterThan(3.5);
    // What the page says of fitting and compression, to which the lesson sends its reader.
    const verdicts = [tanh!, ...others].map((runs) => {
      const phases = runs.map(({ columns, rows, limits }) => phasesOfRow(columns, rows, 4, limits, 1));
      return verdictOf(phases, { epochs: [0, 3000], limits: runs[0]!.limits }).verdict;
    });
    expect(verdicts).toEqual(['compresses', 'undecided', 'undecided', 'compresses']);
    for (const { columns, rows, limits } of tanh!)
      expect(phasesOfRow(columns, rows, 4, limits, 1).fittedAt).toBeLessThan(50);
  });

  test('the ruler matters', patient, () => {
    const n = allNumbers('ruler');
    expect([n['b30'], n['b100'], n['b256'], n['exact']]).toEqual(
      [n['b30'], n['b100'], n['b256'], n['exact']].sort((a, b) => a! - b!),
    );
    const { step } = stepOf('ruler', 'exact');
    const [run] = freshRuns(readLessonLink(step.run).experiment, ['uniform-30-global']);
    const { hx, hy } = run!.limits;
    expect(n).toMatchObject({ exact: hx, exactY: hy, exactEnd: hx, exactEndY: hy });
    expect(n['exact']! - n['b256']!).toBeLessThan(1);
    expect(n['b100']! - n['b30']!).toBeGreaterThan(2);
    expect(n['b30']).toBeLessThan(n['first']!);
    // Bits to the power of two are the fewest boxes in use.
    for (const boxes of [2 ** n['first']!, 2 ** n['b30']!]) expect(boxes).toBeGreaterThan(150);
    expect(n['exactFall']).toBeLessThan(n['gridFall']! / 2);
    const outputs = stepOf('ruler', 'output').step;
    const t5 = { of: 'codes', row: 4 } as const;
    const runs = freshRuns(readLessonLink(outputs.run).experiment);
    expect(readQuantity({ ...t5, at: 'end' }, runs)).toBeLessThan(
      readQuantity({ ...t5, at: 'start' }, runs)! / 2,
    );
    expect(readQuantity({ of: 'compression', row: 'grid' }, runs)).toBeLessThan(n['gridFall']! / 2);
    const exactly = { of: 'ixt', row: 'exact', at: 'start' } as const;
    expect(readQuantity(exactly, runs)).toBeCloseTo(n['t6x0']!, 2);
  });

  test('bits', patient, () => {
    const n = allNumbers('bits');
    expect(n['at8']).toBeGreaterThan(11.9);
    expect(n['at4']).toBeGreaterThan(n['at2']!);
    expect(n['at2']).toBeGreaterThan(n['t5at2']!);
    expect(n['at4']! / n['at8']!).toBeCloseTo(2 / 3, 1);
    expect(n['at2']! / n['at4']!).toBeCloseTo(1 / 3, 1);
    expect(n['codes2']).toBeLessThan(30);
    expect(n['t1null']).toBeCloseTo(n['t1y']!, 9);
    expect(n['t6null']).toBeLessThan(n['t6y']! / 5);
    const runs = freshRuns(readLessonLink(stepOf('bits', 'full').step.run).experiment, ['grid-null']);
    expect(n['t1x']).toBe(runs[0]!.limits.hx);
    // Most codes of T5 hold one input or two.
    expect(readQuantity({ of: 'codes', row: 4, at: 'end' }, runs)).toBeGreaterThan(4096 / 2);
  });

  test('what compression does not mean', patient, () => {
    const n = allNumbers('meaning');
    expect(n['comp']).toBeGreaterThan(1);
    expect(n['out']).toBeGreaterThan(1);
    expect(n['out2']).toBeGreaterThan(1);
    expect(Math.abs(n['test']! - 62.5)).toBeLessThan(2);
    const { experiment } = readLessonLink(stepOf('meaning', 'first').step.run);
    const task = taskOf(experiment.task);
    const zeros = (samples: Uint32Array): number =>
      samples.filter((sample) => task.labels[sample] === 0).length / samples.length;
    const { train, test } = split(task, experiment.test, experiment.seed);
    for (const part of [train, test]) expect(Math.abs(zeros(part) - 0.75)).toBeLessThan(0.02);
    const runs = freshRuns(readLessonLink(stepOf('meaning', 'second').step.run).experiment);
    const { hx } = runs[0]!.limits;
    const ends = (row: number): readonly number[] =>
      runs.map((run) => readQuantity({ of: 'ixt', row, at: 'end' }, [run])!);
    expect(ends(0)).toEqual(runs.map(() => hx));
    const full = ends(1).filter((ixt) => isSaturated(ixt, hx)).length;
    expect(full > runs.length / 2 && full < runs.length).toBe(true);
    expect(n['t3x']).toBeGreaterThan(0.9 * hx);
    // Most mistakes are among the test samples, a fifth of all.
    expect(0.2 * (100 - n['test2']!)).toBeGreaterThan(0.8 * (100 - n['train2']!));
  });
});
