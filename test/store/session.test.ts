import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import type { RunClient, RunEvents } from '../../src/store/client.ts';
import { Pool } from '../../src/store/pool.ts';
import { advance, viewedEpoch } from '../../src/store/player.ts';
import { Session } from '../../src/store/session.ts';
import { createViewStore } from '../../src/store/view.ts';
import { columnsOf, experiment, progressOf, start } from './fixtures.ts';

/** Stands for the client: notes what it is asked, and lets the test say what the worker says. */
class Asked {
  readonly calls: string[] = [];
  readonly runs: { experiment: Experiment; events: RunEvents }[] = [];
  run(wanted: Experiment, events: RunEvents): Promise<void> {
    this.calls.push('run');
    this.runs.push({ experiment: wanted, events });
    return Promise.resolve();
  }
  pause = (): void => void this.calls.push('pause');
  resume = (): void => void this.calls.push('resume');
  step = (): void => void this.calls.push('step');
  dispose = (): void => undefined;
  cancel(): Promise<void> {
    this.calls.push('cancel');
    return Promise.resolve();
  }
}

let frames: ((now: number) => void)[] = [];
let now = 0;

/** Lets time pass: timers, and a frame each 16 ms. */
function pass(ms: number): void {
  for (const end = now + ms; now < end;) {
    now += 16;
    vi.advanceTimersByTime(16);
    for (const frame of frames.splice(0)) frame(now);
  }
}

function setup() {
  const asked = new Asked();
  const session = new Session(
    new Pool(() => asked as unknown as RunClient),
    createViewStore({ duration: 5, scale: 'linear' }),
  );
  session.want(experiment, 0);
  pass(16);
  const run = asked.runs[0];
  if (!run) throw new Error('no run was begun');
  run.events.started(start);
  return { asked, session, events: run.events };
}

const head = (session: Session): number => session.view.getState().head;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
  frames = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a session', () => {
  test('starts one run for many changes in a row, the last of them', () => {
    const { asked, session } = setup();
    for (const bits of [7, 6, 5, 4]) {
      session.want({ ...experiment, bits });
      pass(100);
    }
    expect(asked.runs).toHaveLength(1);
    pass(300);
    expect(asked.runs.map((run) => run.experiment.bits)).toEqual([8, 4]);
  });

  test('starts nothing if the settings come back to what is running', () => {
    const { asked, session, events } = setup();
    events.progress(progressOf([0]));
    session.want({ ...experiment, bits: 4 });
    expect(session.run.state.old).toBe(true);
    session.want(experiment);
    expect(session.run.state.old).toBe(false);
    pass(500);
    expect(asked.runs).toHaveLength(1);
  });

  test('moves the viewing head evenly, and never ahead of what is measured', () => {
    const { session, events } = setup();
    events.progress(progressOf([0, 1, 6]));
    pass(1000);
    expect(head(session)).toBeGreaterThan(1.5);
    expect(head(session)).toBeLessThan(2.7);
    pass(9000);
    expect(head(session)).toBe(6);
    events.progress(progressOf([11]));
    events.ended({ kind: 'done', fingerprint: 'abcd', attempt: 1, elapsedMs: 9 });
    pass(5000);
    expect(head(session)).toBe(11);
    expect(session.view.getState().playing).toBe(false);
  });

  test('follows training when live', () => {
    const { session, events } = setup();
    session.view.setState({ duration: 'live' });
    events.progress(progressOf([0, 1, 6]));
    pass(32);
    expect(head(session)).toBe(6);
  });

  test('pausing holds the view and training, and playing lets both go on', () => {
    const { asked, session, events } = setup();
    events.progress(progressOf([0, 1, 6]));
    pass(500);
    session.pause();
    const held = head(session);
    pass(2000);
    expect(head(session)).toBe(held);
    expect(session.run.state.status).toBe('paused');
    session.play();
    pass(500);
    expect(head(session)).toBeGreaterThan(held);
    expect(asked.calls).toEqual(['run', 'pause', 'resume']);
  });

  test('training can be held and let go alone', () => {
    const { session, events } = setup();
    events.progress(progressOf([0, 1, 6]));
    session.pause();
    session.resume();
    expect(session.run.state.status).toBe('running');
    expect(session.view.getState().playing).toBe(false);
  });

  test('seeking moves the view alone, as far as it is measured', () => {
    const { asked, session, events } = setup();
    events.progress(progressOf([0, 1, 6]));
    session.seek(3);
    expect(head(session)).toBe(3);
    expect(viewedEpoch(session.run.state, 3)).toBe(1);
    session.seek(9000);
    expect(head(session)).toBe(6);
    expect(session.run.state.status).toBe('running');
    expect(asked.calls).toEqual(['run']);
  });

  test('stepping goes from measurement to measurement, and trains for one that is not there yet', () => {
    const { asked, session, events } = setup();
    events.progress(progressOf([0, 1]));
    session.pause();
    session.seek(0);
    session.step();
    expect(head(session)).toBe(1);
    session.step();
    expect(asked.calls).toContain('step');
    events.progress(progressOf([6]));
    expect(head(session)).toBe(6);
    session.step(-1);
    expect(head(session)).toBe(1);
  });

  test('resetting trains again from the same seed, and the view starts over', () => {
    const { asked, session, events } = setup();
    events.progress(progressOf([0, 1, 6, 11]));
    events.ended({ kind: 'done', fingerprint: 'abcd', attempt: 1, elapsedMs: 9 });
    session.seek(11);
    session.reset();
    expect(asked.runs).toHaveLength(2);
    expect(asked.runs[1]?.experiment.seed).toBe(experiment.seed);
    asked.runs[1]?.events.started(start);
    asked.runs[1]?.events.progress(progressOf([0]));
    expect(head(session)).toBe(0);
    expect(session.view.getState().playing).toBe(true);
    expect(session.run.state.fingerprint).toBeNull();
  });

  test('shows a finished run again without training when its settings come back', () => {
    const { asked, session, events } = setup();
    events.progress(progressOf([0, 1, 6, 11]));
    events.ended({ kind: 'done', fingerprint: 'abcd', attempt: 1, elapsedMs: 9 });
    session.want({ ...experiment, bits: 4 });
    pass(400);
    session.want(experiment);
    pass(400);
    expect(asked.runs).toHaveLength(2);
    expect(asked.calls.at(-1)).toBe('cancel');
    expect(session.run.state).toMatchObject({ status: 'done', fingerprint: 'abcd', old: false });
  });

  test('repeats a run whose worker is lost, once, and keeps what was drawn', () => {
    const { asked, session, events } = setup();
    events.progress(progressOf([0, 1]));
    events.lost('crashed', 'out of memory');
    expect(asked.runs).toHaveLength(2);
    expect(session.run.state).toMatchObject({
      status: 'running',
      measurements: 2,
      trouble: { kind: 'repeated' },
    });
    asked.runs[1]?.events.lost('silent', '');
    expect(asked.runs).toHaveLength(2);
    expect(session.run.state).toMatchObject({
      status: 'failed',
      measurements: 2,
      trouble: { kind: 'silent' },
    });
  });

  test('draws once a frame, however much has changed', () => {
    const { session, events } = setup();
    const draw = vi.fn();
    session.onFrame(draw);
    pass(16);
    session.pause();
    pass(32);
    draw.mockClear();
    events.progress(progressOf([0]));
    events.progress(progressOf([1]));
    pass(16);
    expect(draw).toHaveBeenCalledTimes(1);
    pass(160);
    expect(draw).toHaveBeenCalledTimes(1);
  });
});

describe('a session of several repeats', () => {
  const several = { ...experiment, repeats: 3 };
  const done = { kind: 'done', fingerprint: 'abcd', attempt: 1, elapsedMs: 9 } as const;

  /** Three repeats on one worker; `end(n)` lets the one that is being trained end with values of its own. */
  function setupSeveral() {
    const { asked, session } = setup();
    session.want(several, 0);
    pass(16);
    const end = (nth: number): void => {
      const { events } = asked.runs[nth] ?? {};
      events?.started({ ...start, repeat: nth + 1 });
      const columns = columnsOf([0, 1, 6, 11], 7, (m) => m + nth);
      events?.progress(progressOf([0, 1, 6, 11], { columns }));
      events?.ended({ ...done, fingerprint: `000${nth} 0000 0000 0000` });
    };
    return { asked, session, end };
  }
  const shown = (session: Session): number | string => session.repeats.getState().shown;
  const last = (session: Session): number | undefined => session.run.state.trajectory?.columns().ixt.at(-1);

  test('trains one after another, the first of them shown, and keeps it when only their number changes', () => {
    const { asked, session, end } = setupSeveral();
    expect(asked.runs).toHaveLength(1);
    expect(session.run.state.old).toBe(false);
    for (const nth of [0, 1, 2]) end(nth);
    expect(asked.runs).toHaveLength(3);
    expect(shown(session)).toBe(1);
    expect(session.repeats.getState()).toMatchObject({ status: 'done', done: 3 });
    expect(session.repeats.getState().fingerprint).not.toBeNull();
    session.want(experiment, 0);
    pass(16);
    session.want({ ...several, repeats: 2 }, 0);
    pass(16);
    expect(asked.runs).toHaveLength(3);
    expect(session.repeats.getState()).toMatchObject({ status: 'done', done: 2 });
  });

  test('shows the repeat that is asked for, or the mean, and leaves the viewing head where it is', () => {
    const { session, end } = setupSeveral();
    for (const nth of [0, 1, 2]) end(nth);
    session.seek(6);
    expect(last(session)).toBe(3);
    session.view.setState({ repeat: 3 });
    expect(last(session)).toBe(5);
    session.view.setState({ repeat: 'mean' });
    expect([shown(session), last(session)]).toEqual(['mean', 4]);
    session.view.setState({ repeat: 'nearest' });
    expect([shown(session), last(session)]).toEqual([2, 4]);
    session.view.setState({ repeat: 'secondFarthest' });
    expect([1, 3]).toContain(shown(session));
    expect(head(session)).toBe(6);
    expect(session.run.checkpoints.epochs()).toEqual([0, 1, 6, 11]);
  });

  test('shows the first repeat until there is a mean to show', () => {
    const { session, end } = setupSeveral();
    session.view.setState({ repeat: 'mean' });
    expect(shown(session)).toBe(1);
    end(0);
    expect(shown(session)).toBe(1);
    end(1);
    expect([shown(session), last(session)]).toEqual(['mean', 3.5]);
  });

  test('of other settings begins with the first repeat again', () => {
    const { session, end } = setupSeveral();
    for (const nth of [0, 1]) end(nth);
    session.view.setState({ repeat: 2 });
    session.want({ ...several, bits: 4 }, 0);
    pass(16);
    expect([shown(session), session.view.getState().repeat]).toEqual([1, 1]);
    // What was drawn stays until there is something else to draw.
    expect([session.run.state.old, last(session)]).toEqual([true, 4]);
  });

  /** The first is done, the second never fits, of the third the worker is lost twice. */
  function setupBroken() {
    const session = setupSeveral();
    const { asked, end } = session;
    end(0);
    const second = asked.runs[1]?.events;
    for (const attempt of [1, 2]) {
      second?.started({ ...start, repeat: 2, attempt });
      second?.discarded({ kind: 'bad fit', seed: 1, repeat: 2, attempt, epoch: 6, accuracy: 0.5 });
    }
    second?.ended({ kind: 'failed', message: 'It did not fit.', epoch: 6 });
    asked.runs[2]?.events.lost('crashed', '');
    asked.runs[3]?.events.lost('crashed', '');
    return session;
  }

  test('trains the rest without what is done, and without what would fail again', () => {
    const { asked, session } = setupBroken();
    const state = () => session.repeats.getState();
    expect(state()).toMatchObject({ status: 'failed', done: 1, failed: 2, missing: 1 });
    expect(state().members[1]).toMatchObject({ status: 'failed', attempt: 2 });
    expect(state().discarded).toHaveLength(2);
    const before = asked.runs.length;
    session.trainRest();
    expect(asked.runs).toHaveLength(before + 1);
    expect(state()).toMatchObject({ status: 'running', done: 1, failed: 1, missing: 1 });
    // It can be held, let go and stopped as before.
    session.hold();
    expect(state().status).toBe('paused');
    session.resume();
    expect(state().status).toBe('running');
    asked.runs.at(-1)?.events.ended({ kind: 'cancelled' });
    expect(state()).toMatchObject({ status: 'cancelled', done: 1, missing: 1 });
    session.trainRest();
    asked.runs.at(-1)?.events.started({ ...start, repeat: 3 });
    asked.runs.at(-1)?.events.progress(progressOf([0, 1, 6, 11]));
    asked.runs.at(-1)?.events.ended({ ...done, fingerprint: '0002 0000 0000 0000' });
    expect(state()).toMatchObject({ status: 'failed', done: 2, failed: 1, missing: 0, fingerprint: null });
    const all = asked.runs.length;
    session.trainRest();
    session.want({ ...several, bits: 4 }, 0);
    session.want(several, 0);
    pass(16);
    expect(asked.runs).toHaveLength(all);
    expect(state().done).toBe(2);
  });

  test('knows what failed by itself when other settings come between', () => {
    const { asked, session } = setupBroken();
    session.want({ ...several, bits: 4 }, 0);
    pass(16);
    const before = asked.runs.length;
    session.want(several, 0);
    pass(16);
    expect(asked.runs).toHaveLength(before + 1);
    expect(session.repeats.getState()).toMatchObject({ done: 1, failed: 1, missing: 1 });
  });

  test('keeps further repeats while fewer are wanted, also those that are no first attempt', () => {
    const { asked, session, end } = setupSeveral();
    end(0);
    const second = asked.runs[1]?.events;
    second?.started({ ...start, repeat: 2 });
    second?.discarded({ kind: 'bad fit', seed: 1, repeat: 2, attempt: 1, epoch: 6, accuracy: 0.5 });
    second?.started({ ...start, repeat: 2, attempt: 2 });
    second?.progress(progressOf([0, 1, 6, 11]));
    second?.ended({ ...done, attempt: 2, fingerprint: '0001 0000 0000 0000' });
    end(2);
    session.want(experiment, 0);
    pass(16);
    expect(session.repeats.getState()).toMatchObject({ status: 'done', done: 1, discarded: [] });
    const before = asked.runs.length;
    session.want(several, 0);
    pass(16);
    expect(asked.runs).toHaveLength(before);
    expect(session.repeats.getState()).toMatchObject({ status: 'done', done: 3 });
  });

  test('keeps what is done when other settings come between, and trains only the rest', () => {
    const { asked, session, end } = setupSeveral();
    end(0);
    session.want({ ...several, bits: 4 }, 0);
    pass(16);
    const before = asked.runs.length;
    session.want(several, 0);
    pass(16);
    expect(session.repeats.getState()).toMatchObject({ status: 'running', done: 1 });
    expect(last(session)).toBe(3);
    expect(asked.runs).toHaveLength(before + 1);
  });
});

test('the viewing head takes the chosen time for a whole run on either scale', () => {
  const { session, events } = setup();
  events.progress(progressOf([0, 1, 6, 11]));
  events.ended({ kind: 'done', fingerprint: 'abcd', attempt: 1, elapsedMs: 9 });
  for (const scale of ['log', 'linear'] as const) {
    let at = 0;
    for (let ms = 0; ms < 19_990; ms += 10)
      at = advance(session.run.state, { head: at, scale, duration: 20 }, 10);
    expect(at).toBeLessThan(11);
    at = advance(session.run.state, { head: at, scale, duration: 20 }, 20);
    expect(at).toBe(11);
  }
});
