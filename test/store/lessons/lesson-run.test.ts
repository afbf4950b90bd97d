import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lessonOf } from '../../../src/lessons/lessons.ts';
import { RunClient } from '../../../src/store/client.ts';
import { LessonRun } from '../../../src/store/lessons/lesson-run.ts';
import { ProgressStore } from '../../../src/store/lessons/progress.ts';
import { Pool } from '../../../src/store/pool.ts';
import { Session } from '../../../src/store/session.ts';
import { Settings } from '../../../src/store/settings.ts';
import { createViewStore } from '../../../src/store/view.ts';
import { RealWorkers } from '../real-worker.ts';

const workers = new RealWorkers();

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) =>
    setTimeout(() => frame(performance.now()), 16),
  );
  vi.stubGlobal('cancelAnimationFrame', (id: NodeJS.Timeout) => clearTimeout(id));
});

let open: Session | null = null;

afterEach(() => {
  open?.dispose();
  workers.end();
  vi.unstubAllGlobals();
});

function setup(id: string) {
  const lesson = lessonOf(id);
  if (!lesson) throw new Error(`no lesson ${id}`);
  const settings = new Settings();
  const pool = new Pool(() => new RunClient(workers.spawn), 1);
  const session = new Session(pool, createViewStore({ duration: 'live' }));
  open = session;
  settings.store.subscribe((state, before) => {
    if (state.experiment !== before.experiment) session.want(state.experiment, 0);
  });
  const progress = new ProgressStore();
  return { lesson, settings, session, progress, run: new LessonRun({ settings, session }, lesson, progress) };
}

const patient = { timeout: 60_000, interval: 20 };

test('a question is asked beside its run, predicted, run and compared, and its points are kept', async () => {
  const { session, settings, progress, run } = setup('reading');
  run.enter(0);
  expect(settings.experiment).toMatchObject({ bits: 4, epochs: 1 });
  await vi.waitUntil(() => run.readiness() === 'ready', patient);
  run.readGiven();
  const { hx, hy } = run.store.getState().numbers;
  expect(hx).toBe(12);
  // Nothing is shown beyond the start: it stays where the link says.
  await vi.waitUntil(() => !session.view.getState().playing, patient);
  expect(session.view.getState().head).toBe(0);

  run.reveal();
  expect(run.store.getState().phase).toBe('predict');
  const places = [
    { x: 12, y: 1 },
    { x: 0, y: 0 },
    { x: 12, y: 1 },
  ];
  run.start({ kind: 'place', places });
  expect(settings.experiment).toMatchObject({ bits: 4, epochs: 3000 });
  run.reveal();
  expect(run.store.getState().phase).toBe('run');
  await vi.waitUntil(() => run.readiness() === 'ready', patient);
  run.reveal();
  const { phase, score, numbers } = run.store.getState();
  expect(phase).toBe('reveal');
  expect(score?.parts.map(({ points }) => points)).toEqual([1, 1, 0]);
  expect(score?.points).toBeCloseTo(2 / 3);
  expect(score?.parts[2]?.off[0]).toBeCloseTo(12 - (hy ?? NaN));
  expect(numbers['t6x']).toBeGreaterThan(0);
  expect(progress.of('reading')).toEqual({ dots: score?.points });
  expect(session.view.getState().head).toBe(3000);

  // A change of the settings is no longer the run of the question.
  settings.edit({ seed: 9 });
  expect(run.readiness()).toBe('elsewhere');
  run.enter(1);
  expect(run.store.getState()).toMatchObject({ index: 1, phase: 'predict', answer: null, score: null });
  expect(run.store.getState().numbers['hx']).toBe(12);
}, 90_000);
