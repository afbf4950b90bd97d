import type { Lesson, Step, Task } from './lesson.ts';
import { readLessonLink } from './lesson-link.ts';

/** The texts of the lessons by key. */
type Texts = Readonly<Record<string, string>>;

/** What is wrong with a lesson, each with the step it is in; an empty list if nothing is. */
export function problemsOf(lesson: Lesson, texts: Texts): readonly string[] {
  const found: string[] = [];
  const say = (where: string, what: string): void => void found.push(`${lesson.id}/${where}: ${what}`);
  const [from, to] = lesson.minutes;
  if (!(from >= 5 && to <= 10 && from <= to)) say('minutes', `${from} to ${to} is not within 5 to 10`);
  if (lesson.steps.length === 0) say('steps', 'there is none');
  if (lesson.teacher.length === 0) say('teacher', 'there is no note');
  const ids = lesson.steps.map(({ id }) => id);
  if (new Set(ids).size < ids.length) say('steps', `two have one name: ${ids.join(', ')}`);
  const known = new Set<string>();
  for (const step of lesson.steps) {
    for (const what of [...ofLinks(step), ...ofTask(step.task, new Set(Object.keys(step.numbers)))])
      say(step.id, what);
    for (const name of Object.keys(step.given ?? {})) known.add(name);
    for (const name of startOf(step.task))
      if (!known.has(name)) say(step.id, `the start ${name} is not known before the run`);
    const before = [step.title, ...step.text, step.task.question, ...labelsOf(step.task)];
    for (const name of unknownIn(before, texts, known)) say(step.id, `{${name}} is not known before the run`);
    for (const name of Object.keys(step.numbers)) known.add(name);
    const after = [...step.reveal, ...whysOf(step.task)];
    for (const name of unknownIn(after, texts, known)) say(step.id, `{${name}} is not known after the run`);
  }
  return found;
}

function ofLinks(step: Step): readonly string[] {
  return [step.before, step.run].flatMap((link) =>
    readLessonLink(link).problems.map(({ field, code }) => `${link}: ${field} ${code}`),
  );
}

function ofTask(task: Task, numbers: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  const need = (name: string): void => {
    if (!numbers.has(name)) found.push(`the number ${name} is read off no run`);
  };
  const positive = (name: string, tolerance: number): void => {
    if (!(tolerance > 0)) found.push(`the tolerance of ${name} is ${tolerance}`);
  };
  switch (task.kind) {
    case 'choose': {
      need(task.number);
      positive(task.number, task.tolerance);
      const { choices } = task;
      if (choices.length < 2) found.push('there is nothing to choose');
      const ends = [-Infinity, ...choices.map(({ to }) => to)];
      const follow = choices.every(({ from, to }, i) => from === ends[i] && from < to);
      if (!follow || ends.at(-1) !== Infinity) found.push('choices leave numbers out or overlap');
      break;
    }
    case 'number':
      for (const { number, tolerance, least, most } of task.guesses) {
        need(number);
        positive(number, tolerance);
        if (!(least < most)) found.push(`${number}: no number from ${least} to ${most}`);
      }
      for (const { number, from, to } of task.traps) {
        if (!task.guesses.some((guess) => guess.number === number)) found.push(`a trap for ${number}`);
        if (!(from <= to)) found.push(`a trap from ${from} to ${to}`);
      }
      if (task.traps.length === 0) found.push('no wrong number has its misconception');
      break;
    case 'place':
      for (const { x, y } of task.dots) [x, y].forEach(need);
      positive('x', task.tolerance.x);
      positive('y', task.tolerance.y);
      break;
    case 'draw':
      positive('x', task.tolerance.x);
      positive('y', task.tolerance.y);
      break;
  }
  return found;
}

const startOf = (task: Task): readonly string[] => (task.kind === 'draw' ? [task.start.x, task.start.y] : []);

function labelsOf(task: Task): readonly string[] {
  switch (task.kind) {
    case 'choose':
      return task.choices.map(({ text }) => text);
    case 'number':
      return task.guesses.map(({ label }) => label);
    case 'place':
      return task.dots.map(({ label }) => label);
    case 'draw':
      return [];
  }
}

function whysOf(task: Task): readonly string[] {
  switch (task.kind) {
    case 'choose':
      return task.choices.map(({ why }) => why);
    case 'number':
      return task.traps.map(({ why }) => why);
    case 'place':
      return task.dots.map(({ why }) => why);
    case 'draw':
      return [task.why.noTurn, task.why.turn, task.why.noRise, task.why.far];
  }
}

/** All texts that a lesson has in use. */
export function textsOf(lesson: Lesson): readonly string[] {
  const ofSteps = lesson.steps.flatMap(({ title, text, reveal, task }) => [
    ...[title, ...text, ...reveal, task.question],
    ...[...labelsOf(task), ...whysOf(task)],
  ]);
  return [lesson.title, lesson.about, lesson.learnt, ...ofSteps, ...lesson.teacher];
}

function unknownIn(keys: readonly string[], texts: Texts, known: ReadonlySet<string>): readonly string[] {
  const names = keys.flatMap((key) =>
    [...(texts[key] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  );
  return names.filter((name) => !known.has(name));
}
