import { createStore, type StoreApi } from 'zustand/vanilla';
import { readLessonLink } from '../../lessons/lesson-link.ts';
import { quantitiesOf, type Lesson, type Place, type Step } from '../../lessons/lesson.ts';
import {
  readQuantity,
  rulerOf,
  unitOf,
  type Evidence,
  type Quantity,
  type Unit,
} from '../../lessons/quantity.ts';
import { realPath } from '../../lessons/real-path.ts';
import { scoreOf, type Answer, type Score } from '../../lessons/score.ts';
import type { Session } from '../session.ts';
import type { Settings } from '../settings.ts';
import { evidenceOf, readinessOf, type Readiness } from './evidence.ts';
import { goTo } from './go-to.ts';
import type { ProgressStore } from './progress.ts';

export type Phase = 'predict' | 'run' | 'reveal';

export interface LessonState {
  /** The step that is open. */
  readonly index: number;
  readonly phase: Phase;
  /** What was predicted; null before the run. */
  readonly answer: Answer | null;
  readonly score: Score | null;
  /** The points of the first try, which count; null while this is it. */
  readonly counted: number | null;
  /** Numbers read off runs in this lesson so far, by name. */
  readonly numbers: Readonly<Record<string, number>>;
  /** The real path, where one was drawn. */
  readonly path: readonly Place[];
}

interface Page {
  readonly settings: Settings;
  readonly session: Session;
}

const empty = { phase: 'predict', answer: null, score: null, counted: null, path: [] } as const;

/** One lesson on the page: which question is open, what was predicted, what came out. */
export class LessonRun {
  readonly lesson: Lesson;
  readonly store: StoreApi<LessonState>;
  private readonly page: Page;
  private readonly progress: ProgressStore;

  constructor(page: Page, lesson: Lesson, progress: ProgressStore) {
    this.page = page;
    this.lesson = lesson;
    this.progress = progress;
    this.store = createStore<LessonState>(() => ({
      ...empty,
      index: 0,
      numbers: progress.numbersOf(lesson.id),
    }));
  }

  get step(): Step {
    const step = this.lesson.steps[this.store.getState().index];
    if (!step) throw new RangeError(`${this.lesson.id} has no question ${this.store.getState().index}`);
    return step;
  }

  /** The unit of a number of the lesson, by its name. */
  unitOf(name: string): Unit {
    const quantity = quantitiesOf(this.lesson)[name];
    return quantity ? unitOf(quantity) : 'count';
  }

  /** Opens a question: the page goes to what is shown beside it. */
  enter(index: number): void {
    this.store.setState({ ...empty, index });
    this.store.setState({ counted: this.progress.of(this.lesson.id)[this.step.id] ?? null });
    goTo(this.page, this.step.before, rulersOf(this.step.given ?? {}));
  }

  /** Takes a prediction; the run that decides begins. */
  start(answer: Answer): void {
    this.store.setState({ phase: 'run', answer });
    this.run();
  }

  /** Brings the page to the run that decides. */
  run(): void {
    goTo(this.page, this.step.run, rulersOf(this.step.numbers));
  }

  /** How far the run is that the open question needs now. */
  readiness(): Readiness {
    const { step } = this;
    const { phase } = this.store.getState();
    const link = readLessonLink(phase === 'predict' ? step.before : step.run);
    const quantities = phase === 'predict' ? (step.given ?? {}) : step.numbers;
    return readinessOf(this.page, link.experiment, rulersOf(quantities));
  }

  /** Reads the numbers that the question's text speaks of, once the run beside it is done. */
  readGiven(): void {
    if (this.store.getState().phase !== 'predict' || this.knowsGiven()) return;
    if (this.readiness() === 'ready') this.take(this.step.given ?? {}, evidenceOf(this.page.session));
  }

  /** Does the question's text have the numbers of the run beside it? */
  knowsGiven(): boolean {
    const { numbers } = this.store.getState();
    return Object.keys(this.step.given ?? {}).every((name) => name in numbers);
  }

  /** Holds the prediction against the run, which is done, and keeps the points. */
  reveal(): void {
    const { step, lesson } = this;
    const { answer, phase } = this.store.getState();
    if (phase !== 'run' || !answer || this.readiness() !== 'ready') return;
    const evidence = evidenceOf(this.page.session);
    this.take(step.numbers, evidence);
    const [first] = evidence;
    if (!first) return;
    const { hx, hy } = first.limits;
    const path = step.task.kind === 'draw' ? realPath(first, step.task.row) : [];
    const score = scoreOf(step.task, answer, {
      numbers: this.store.getState().numbers,
      limits: { x: hx, y: hy },
      path,
    });
    this.store.setState({ phase: 'reveal', score, path });
    this.progress.reach(lesson.id, step.id, score.points);
    // The page has to show the numbers that are told: where the link looks, else at the end.
    const { at } = readLessonLink(step.run).view;
    this.page.session.seek(at ?? first.columns.epoch.at(-1) ?? 0);
  }

  private take(quantities: Readonly<Record<string, Quantity>>, evidence: readonly Evidence[]): void {
    const read = Object.entries(quantities).flatMap(([name, quantity]) => {
      const value = readQuantity(quantity, evidence);
      return value === null ? [] : [[name, value] as const];
    });
    this.store.setState(({ numbers }) => ({ numbers: { ...numbers, ...Object.fromEntries(read) } }));
    this.progress.keep(this.lesson.id, this.store.getState().numbers);
  }
}

export function rulersOf(quantities: Readonly<Record<string, Quantity>>): readonly string[] {
  const texts = Object.values(quantities).map(rulerOf);
  return [...new Set(texts.filter((text) => text !== null))];
}
