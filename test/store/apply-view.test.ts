import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { noView, type LinkedView } from '../../src/share/view-link.ts';
import { agreementOf } from '../../src/store/agreement.ts';
import { applyView, presentView } from '../../src/store/apply-view.ts';
import type { RunClient, RunEvents } from '../../src/store/client.ts';
import { openView } from '../../src/store/open-view.ts';
import { Pool } from '../../src/store/pool.ts';
import { Session } from '../../src/store/session.ts';
import { Settings } from '../../src/store/settings.ts';
import { experiment, progressOf, start } from './fixtures.ts';

let frames: ((now: number) => void)[] = [];

/** Lets timers, frames and what waits for them come. */
async function pass(): Promise<void> {
  await vi.advanceTimersByTimeAsync(300);
  for (const frame of frames.splice(0)) frame(0);
  await vi.advanceTimersByTimeAsync(0);
}

function setup(): { session: Session; runs: RunEvents[] } {
  const runs: RunEvents[] = [];
  const client: Partial<RunClient> = {
    run: (_, events) => {
      runs.push(events);
      return Promise.resolve();
    },
    cancel: () => Promise.resolve(),
    dispose: () => undefined,
  };
  return { session: new Session(new Pool(() => client as RunClient)), runs };
}

const at = (epoch: number): LinkedView => ({ ...noView, at: epoch });

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

describe('the epoch of a view', () => {
  test('is waited for: the view follows the training up to it and stays, the run goes on', async () => {
    const { session, runs } = setup();
    session.want(experiment, 0);
    applyView(at(6), session);
    await pass();
    runs[0]?.started(start);
    runs[0]?.progress(progressOf([0, 1]));
    await pass();
    expect(session.view.getState()).toMatchObject({ head: 1, playing: false });
    runs[0]?.progress(progressOf([6, 11]));
    await pass();
    expect(session.view.getState()).toMatchObject({ head: 6, playing: false });
    expect(session.run.state.status).toBe('running');
    expect(runs).toHaveLength(1);
  });

  test('is there at once in a run that has been measured so far', async () => {
    const { session, runs } = setup();
    session.want(experiment, 0);
    await pass();
    runs[0]?.started(start);
    runs[0]?.progress(progressOf([0, 1, 6]));
    await pass();
    applyView(at(1), session);
    expect(session.view.getState()).toMatchObject({ head: 1, playing: false });
  });

  test.each([
    ['plays', (session: Session) => session.togglePlay()],
    ['moves the view', (session: Session) => session.seek(0)],
  ])('is waited for no longer once somebody %s', async (_, act) => {
    const { session, runs } = setup();
    session.want(experiment, 0);
    applyView(at(11), session);
    await pass();
    runs[0]?.started(start);
    runs[0]?.progress(progressOf([0, 1]));
    await pass();
    act(session);
    const { playing } = session.view.getState();
    runs[0]?.progress(progressOf([6, 11]));
    await pass();
    expect(session.view.getState().playing).toBe(playing);
    expect(session.view.getState().head).toBeLessThan(11);
  });

  test('belongs to its run: other settings end the wait', async () => {
    const { session, runs } = setup();
    session.want(experiment, 0);
    applyView(at(11), session);
    await pass();
    runs[0]?.started(start);
    runs[0]?.progress(progressOf([0, 1]));
    await pass();
    session.want({ ...experiment, seed: 2 }, 0);
    await pass();
    runs[1]?.started(start);
    runs[1]?.progress(progressOf([0, 1]));
    await pass();
    expect(session.view.getState().playing).toBe(true);
  });
});

describe('a view', () => {
  test('is shown by one that is asked for the present one', async () => {
    const { session, runs } = setup();
    session.want(experiment, 0);
    await pass();
    runs[0]?.started(start);
    runs[0]?.progress(progressOf([0, 1, 6]));
    await pass();
    for (const ruler of ['exact', 'grid-null', 'exact-null', 'uniform-30-layer', 'width-0.07-test-null']) {
      const wanted: LinkedView = {
        ...noView,
        at: 6,
        ruler,
        layer: 3,
        zoom: { ixt: [2, 9.5], ity: [0.25, 1] },
      };
      applyView(wanted, session);
      expect(presentView(session)).toEqual(wanted);
    }
    const nearZero = { ixt: [5.7e-16, 12], ity: [2.4e-16, 1.00872] } as const;
    session.view.setState({ region: nearZero });
    expect(presentView(session).zoom).toEqual({ ixt: [0, 12], ity: [0, 1.0087] });
    applyView({ ...noView, ruler: 'grid', bins: null }, session);
    expect(presentView(session).ruler).toBeNull();
    applyView({ ...noView, ruler: 'adaptive-30-layer', bins: 64 }, session);
    expect(session.view.getState().rulers).toEqual(['adaptive-64-layer']);
  });

  test('of a query starts no run, reports what could not be used, and its words go with its settings', async () => {
    const { session, runs } = setup();
    const settings = new Settings(experiment);
    session.want(experiment, 0);
    await pass();
    openView('?v=1&at=12&layer=x&say=Look+here&bits=5', settings, session);
    await pass();
    expect(runs).toHaveLength(1);
    expect(session.view.getState().said).toBe('Look here');
    expect(settings.store.getState().problems.map(({ field, used }) => [field, used])).toEqual([
      ['at', '11'],
      ['layer', null],
    ]);
    settings.edit({ seed: 2 });
    expect(session.view.getState().said).toBeNull();
  });

  test('and what a query claims of the result belongs to its settings, and is compared as the run goes on', async () => {
    const { session, runs } = setup();
    const settings = new Settings(experiment);
    session.want(experiment, 0);
    await pass();
    openView('result=1.7f3a91c2e05b1234', settings, session);
    const { claimed } = session.claim.getState();
    expect(claimed?.claim.result?.fingerprint).toBe('7f3a 91c2 e05b 1234');
    if (!claimed) throw new Error('nothing is claimed');
    runs[0]?.started(start);
    runs[0]?.progress(progressOf([0, 1, 6, 11]));
    expect(agreementOf(session, claimed)).toEqual({ kind: 'open', until: null });
    runs[0]?.ended({ kind: 'done', fingerprint: '7f3a 91c2 e05b 1234', attempt: 1, elapsedMs: 1 });
    expect(agreementOf(session, claimed)).toEqual({ kind: 'reproduced' });
    settings.edit({ seed: 2 });
    expect(session.claim.getState().claimed).toBeNull();
  });
});
