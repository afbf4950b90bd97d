import type { LessonKey } from '../i18n/lessons.ts';
import type { Quantity, RowName } from './quantity.ts';

/** A place on the plane: I(X;T) and I(T;Y), bits. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** How far off an answer may be along each axis, bits. */
export type Reach = Place;

/** One of a few answers, right where the number that decides lies in `from <= number < to`. */
export interface Choice {
  readonly text: LessonKey;
  readonly from: number;
  readonly to: number;
  /** What stands behind it: the misconception, or, where it turns out right, what makes it so. */
  readonly why: LessonKey;
}

export interface ChooseTask {
  readonly kind: 'choose';
  readonly question: LessonKey;
  /** The number that decides; within `tolerance` of where two choices meet, both are right. */
  readonly number: string;
  readonly tolerance: number;
  /** Ascending, each from where the one before ends. */
  readonly choices: readonly Choice[];
}

/** A number to be guessed. */
export interface Guess {
  readonly number: string;
  readonly label: LessonKey;
  readonly least: number;
  readonly most: number;
  readonly tolerance: number;
}

/** What stands behind a wrong number between `from` and `to`. */
export interface Trap {
  /** The number that is guessed. */
  readonly number: string;
  readonly from: number;
  readonly to: number;
  readonly why: LessonKey;
}

export interface NumberTask {
  readonly kind: 'number';
  readonly question: LessonKey;
  readonly guesses: readonly Guess[];
  readonly traps: readonly Trap[];
}

/** A dot to be put on the plane. */
export interface Dot {
  readonly label: LessonKey;
  /** Numbers that decide. */
  readonly x: string;
  readonly y: string;
  /** Said where it is not there: the misconception. */
  readonly why: LessonKey;
}

export interface PlaceTask {
  readonly kind: 'place';
  readonly question: LessonKey;
  readonly dots: readonly Dot[];
  readonly tolerance: Reach;
}

/** What a drawn path has not, or has, against the real one: each with the misconception behind it. */
export interface DrawWhy {
  /** The path ends left of its rightmost point; it does not; it does not rise; none of these, but it is elsewhere. */
  readonly noTurn: LessonKey;
  readonly turn: LessonKey;
  readonly noRise: LessonKey;
  readonly far: LessonKey;
}

export interface DrawTask {
  readonly kind: 'draw';
  readonly question: LessonKey;
  /** The row whose path is drawn. */
  readonly row: RowName;
  /** Where it starts: numbers of `given`. */
  readonly start: { readonly x: string; readonly y: string };
  /** Mean distance along each axis that counts as right. */
  readonly tolerance: Reach;
  readonly why: DrawWhy;
}

export type Task = ChooseTask | NumberTask | PlaceTask | DrawTask;
export type TaskKind = Task['kind'];

export type FormulaName = 'information' | 'entropy' | 'fall' | 'codes';

/** One question: predict, run, reveal. */
export interface Step {
  /** Names it within its lesson: what was reached is kept under it. */
  readonly id: string;
  readonly title: LessonKey;
  /** Before the question; it may speak of the numbers of `given`, and of those of steps before. */
  readonly text: readonly LessonKey[];
  readonly formulas?: readonly FormulaName[];
  /** The link, with its view, that the page shows while the question is asked. */
  readonly before: string;
  /** Numbers read off that run. */
  readonly given?: Readonly<Record<string, Quantity>>;
  readonly task: Task;
  /** The link, with its view, to the run that decides. */
  readonly run: string;
  /** Numbers read off the run that decides. */
  readonly numbers: Readonly<Record<string, Quantity>>;
  /** At the end; it may speak of all numbers so far. */
  readonly reveal: readonly LessonKey[];
  /** A layer, 0 for T1, that can be opened beside the end. */
  readonly inspect?: number;
  /** The end speaks of rulers or of how the output is read: where these are hidden they are shown then. */
  readonly showsView?: boolean;
}

export interface Lesson {
  /** Its name in links. */
  readonly id: string;
  readonly title: LessonKey;
  /** What it is about, in a sentence. */
  readonly about: LessonKey;
  /** Minutes from and to. */
  readonly minutes: readonly [number, number];
  readonly steps: readonly Step[];
  /** What whoever has been through it knows, in a sentence or two. */
  readonly learnt: LessonKey;
  /** For whoever teaches it, a paragraph each. */
  readonly teacher: readonly LessonKey[];
}

/** All numbers of a lesson by name. */
export function quantitiesOf(lesson: Lesson): Readonly<Record<string, Quantity>> {
  return Object.assign({}, ...lesson.steps.map(({ given, numbers }) => ({ ...given, ...numbers }))) as Record<
    string,
    Quantity
  >;
}
