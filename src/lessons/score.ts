import type { LessonKey } from '../i18n/lessons.ts';
import type { ChooseTask, DrawTask, NumberTask, Place, PlaceTask, Task } from './lesson.ts';
import { pathDistance, type Pair } from './path-distance.ts';

/** What was predicted. */
export type Answer =
  | { readonly kind: 'choose'; readonly choice: number }
  | { readonly kind: 'number'; readonly values: readonly number[] }
  | { readonly kind: 'place'; readonly places: readonly Place[] }
  | { readonly kind: 'draw'; readonly path: readonly Place[] };

/** What the run says: the numbers by name, the limits of the plane and, for what was drawn, the real path. */
export interface Facts {
  readonly numbers: Readonly<Record<string, number>>;
  readonly limits: Place;
  readonly path: readonly Place[];
}

/** One part of an answer against the run. */
export interface Part {
  /** 1 within the tolerance, 1/2 within twice of it, else 0. */
  readonly points: number;
  readonly label: LessonKey | null;
  /** What was said and what the run has; of a place and a path both axes. */
  readonly said: readonly number[];
  readonly real: readonly number[];
  /** How far off, in the unit of the number; of a path the mean distance along each axis. */
  readonly off: readonly number[];
  readonly why: readonly LessonKey[];
}

/** How an answer stands against the run. */
export interface Score {
  /** 0 to 1, the mean over the parts. */
  readonly points: number;
  readonly parts: readonly Part[];
  /** Of a path: which points were held against each other. */
  readonly pairs: readonly Pair[];
}

/** @throws RangeError if the answer is to another kind of question, or the facts miss a number */
export function scoreOf(task: Task, answer: Answer, facts: Facts): Score {
  if (task.kind === 'choose' && answer.kind === 'choose') return scored([choice(task, answer.choice, facts)]);
  if (task.kind === 'number' && answer.kind === 'number')
    return scored(task.guesses.map((_, i) => guess(task, i, answer.values[i] ?? NaN, facts)));
  if (task.kind === 'place' && answer.kind === 'place')
    return scored(task.dots.map((_, i) => place(task, i, answer.places[i] ?? { x: NaN, y: NaN }, facts)));
  if (task.kind === 'draw' && answer.kind === 'draw') return drawn(task, answer.path, facts);
  throw new RangeError(`A question of the kind ${task.kind} has no answer of the kind ${answer.kind}`);
}

function scored(parts: readonly Part[], pairs: readonly Pair[] = []): Score {
  const points = parts.reduce((sum, part) => sum + part.points, 0) / parts.length;
  return { points, parts, pairs };
}

/** @param off distances, each in units of what is allowed */
function pointsOf(...off: readonly number[]): number {
  const worst = Math.max(...off);
  return worst <= 1 ? 1 : worst <= 2 ? 0.5 : 0;
}

function numberOf({ numbers }: Facts, name: string): number {
  const value = numbers[name];
  if (value === undefined) throw new RangeError(`The run says nothing about ${name}`);
  return value;
}

function choice({ choices, number, tolerance }: ChooseTask, index: number, facts: Facts): Part {
  const real = numberOf(facts, number);
  const chosen = choices[index];
  const isRight = chosen !== undefined && chosen.from - tolerance <= real && real < chosen.to + tolerance;
  const why = chosen ? [chosen.why] : [];
  return { points: isRight ? 1 : 0, label: null, said: [index], real: [real], off: [], why };
}

function guess({ guesses, traps }: NumberTask, index: number, said: number, facts: Facts): Part {
  const asked = guesses[index];
  if (!asked) throw new RangeError(`There is no number ${index}`);
  const real = numberOf(facts, asked.number);
  const off = Math.abs(said - real);
  const points = pointsOf(off / asked.tolerance);
  const behind = traps.filter(
    ({ number, from, to }) => number === asked.number && from <= said && said <= to,
  );
  const why = points === 1 ? [] : behind.map((trap) => trap.why);
  return { points, label: asked.label, said: [said], real: [real], off: [off], why };
}

function place({ dots, tolerance }: PlaceTask, index: number, said: Place, facts: Facts): Part {
  const dot = dots[index];
  if (!dot) throw new RangeError(`There is no dot ${index}`);
  const [x, y] = [numberOf(facts, dot.x), numberOf(facts, dot.y)];
  const off = [Math.abs(said.x - x), Math.abs(said.y - y)] as const;
  const points = pointsOf(off[0] / tolerance.x, off[1] / tolerance.y);
  const why = points === 1 ? [] : [dot.why];
  return { points, label: dot.label, said: [said.x, said.y], real: [x, y], off, why };
}

/** A turn to the left counts as one from this share of H(X) on, a rise from this share of H(Y). */
const least = { turn: 0.05, rise: 0.1 };

/** A path without the run's turn or rise, or with a turn of its own, has missed the point however near it lies. */
function drawn({ tolerance, why }: DrawTask, path: readonly Place[], facts: Facts): Score {
  const { off, pairs } = pathDistance(path, facts.path, facts.limits);
  const [mine, real] = [shapeOf(path, facts.limits), shapeOf(facts.path, facts.limits)];
  const behind: LessonKey[] = [];
  if (real.turns && !mine.turns) behind.push(why.noTurn);
  if (!real.turns && mine.turns) behind.push(why.turn);
  if (real.rises && !mine.rises) behind.push(why.noRise);
  const points = behind.length > 0 ? 0 : pointsOf(off.x / tolerance.x, off.y / tolerance.y);
  if (behind.length === 0 && points < 1) behind.push(why.far);
  const part = { points, label: null, said: [], real: [], off: [off.x, off.y], why: behind };
  return scored([part], pairs);
}

/** Does a path come back to the left, and does it rise? */
function shapeOf(path: readonly Place[], limits: Place): { turns: boolean; rises: boolean } {
  const [first = { x: 0, y: 0 }] = path;
  const last = path.at(-1) ?? first;
  const rightmost = path.reduce((most, { x }) => Math.max(most, x), -Infinity);
  return {
    turns: rightmost - last.x > least.turn * limits.x,
    rises: last.y - first.y > least.rise * limits.y,
  };
}
