import { createStore, type StoreApi } from 'zustand/vanilla';
import { saveChoice, savedChoice } from '../choices.ts';

/** What has been reached in one lesson: points by step, 0 to 1. */
export type LessonProgress = Readonly<Record<string, number>>;

export interface Progress {
  readonly lessons: Readonly<Record<string, LessonProgress>>;
}

const key = 'infoplane-lessons';

/** Points of each step of each lesson; kept on this device, where it allows that. */
export class ProgressStore {
  readonly store: StoreApi<Progress> = createStore<Progress>(() => ({
    lessons: readProgress(savedChoice(key)),
  }));

  of(lesson: string): LessonProgress {
    return this.store.getState().lessons[lesson] ?? {};
  }

  reach(lesson: string, step: string, points: number): void {
    const { lessons } = this.store.getState();
    const next = { ...lessons, [lesson]: { ...this.of(lesson), [step]: points } };
    this.store.setState({ lessons: next });
    saveChoice(key, JSON.stringify({ version: 1, lessons: next }));
  }

  forget(): void {
    this.store.setState({ lessons: {} });
    saveChoice(key, null);
  }
}

/** What of a kept text makes sense: anything else is left out. */
export function readProgress(text: string | null): Progress['lessons'] {
  const kept = parsed(text);
  if (!isRecord(kept) || kept['version'] !== 1 || !isRecord(kept['lessons'])) return {};
  const lessons = Object.entries(kept['lessons']).flatMap(([lesson, steps]) =>
    isRecord(steps) ? [[lesson, pointsOf(steps)] as const] : [],
  );
  return Object.fromEntries(lessons);
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function pointsOf(steps: Readonly<Record<string, unknown>>): LessonProgress {
  const points = Object.entries(steps).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 0 && entry[1] <= 1,
  );
  return Object.fromEntries(points);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
