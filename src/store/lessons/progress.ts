import { createStore, type StoreApi } from 'zustand/vanilla';
import { arithmeticVersion } from '../../core/experiment/arithmetic-version.ts';
import { saveChoice, savedChoice } from '../choices.ts';

/** What has been reached in one lesson: points by step, 0 to 1, those of the first try. */
export type LessonProgress = Readonly<Record<string, number>>;

/** Numbers read off a lesson's runs, by name: texts of later questions speak of them. */
export type LessonNumbers = Readonly<Record<string, number>>;

export interface Progress {
  readonly lessons: Readonly<Record<string, LessonProgress>>;
  readonly numbers: Readonly<Record<string, LessonNumbers>>;
}

const key = 'infoplane-lessons';
const nothing: Progress = { lessons: {}, numbers: {} };

/** Points of each step of each lesson, and what its runs had; kept on this device, where it allows that. */
export class ProgressStore {
  readonly store: StoreApi<Progress> = createStore<Progress>(() => readProgress(savedChoice(key)));

  of(lesson: string): LessonProgress {
    return this.store.getState().lessons[lesson] ?? {};
  }

  numbersOf(lesson: string): LessonNumbers {
    return this.store.getState().numbers[lesson] ?? {};
  }

  /** The points of a try. Only those of the first are kept: after it the answer is known. */
  reach(lesson: string, step: string, points: number): void {
    const reached = this.of(lesson);
    if (step in reached) return;
    const { lessons } = this.store.getState();
    this.set({ lessons: { ...lessons, [lesson]: { ...reached, [step]: points } } });
  }

  keep(lesson: string, numbers: LessonNumbers): void {
    this.set({ numbers: { ...this.store.getState().numbers, [lesson]: numbers } });
  }

  /** Forgets the points of a lesson, or all there is. */
  forget(lesson?: string): void {
    if (lesson === undefined) {
      this.store.setState(nothing);
      saveChoice(key, null);
      return;
    }
    const { lessons } = this.store.getState();
    this.set({ lessons: Object.fromEntries(Object.entries(lessons).filter(([id]) => id !== lesson)) });
  }

  private set(change: Partial<Progress>): void {
    this.store.setState(change);
    saveChoice(key, JSON.stringify({ version: 1, arithmeticVersion, ...this.store.getState() }));
  }
}

const isPoints = (value: number): boolean => value >= 0 && value <= 1;

/** What of a kept text makes sense: anything else is left out, and numbers of another arithmetic. */
export function readProgress(text: string | null): Progress {
  const kept = parsed(text);
  if (!isRecord(kept) || kept['version'] !== 1) return nothing;
  const isOurs = kept['arithmeticVersion'] === arithmeticVersion;
  return {
    lessons: tableOf(kept['lessons'], isPoints),
    numbers: isOurs ? tableOf(kept['numbers'], Number.isFinite) : {},
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** By lesson and name the numbers that hold what is asked of them. */
function tableOf(
  kept: unknown,
  holds: (value: number) => boolean,
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  if (!isRecord(kept)) return {};
  const lessons = Object.entries(kept).flatMap(([lesson, entries]) =>
    isRecord(entries) ? [[lesson, numbersIn(entries, holds)] as const] : [],
  );
  return Object.fromEntries(lessons);
}

function numbersIn(
  entries: Readonly<Record<string, unknown>>,
  holds: (value: number) => boolean,
): Readonly<Record<string, number>> {
  const numbers = Object.entries(entries).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && holds(entry[1]),
  );
  return Object.fromEntries(numbers);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
