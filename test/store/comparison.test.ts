import { afterEach, expect, test, vi } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { RunClient } from '../../src/store/client.ts';
import { comparisonOf } from '../../src/store/comparison.ts';
import { endedRuns, openedSet } from '../../src/store/files.ts';
import { otherRun } from '../../src/store/other-run.ts';
import { measuredEpoch } from '../../src/store/player.ts';
import { Pool } from '../../src/store/pool.ts';
import { lookedAt } from '../../src/store/looked-at.ts';
import { Session } from '../../src/store/session.ts';
import { RealWorkers } from './real-worker.ts';

const tanh: Experiment = { ...defaults, net: [4, 3], epochs: 3, every: 1 };
const relu: Experiment = { ...tanh, act: ['relu'] };
const gelu: Experiment = { ...tanh, act: ['gelu'] };
const long: Experiment = { ...relu, epochs: 4000, every: 50 };
vi.setConfig({ testTimeout: 60_000 });
const open: (() => void)[] = [];

afterEach(() => {
  for (const close of open.splice(0)) close();
  vi.unstubAllGlobals();
});

function sessionAt(experiment: Experiment): Session {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  const real = new RealWorkers();
  const timing = { tick: 1000, ticks: 60, cancel: 500 };
  const session = new Session(new Pool(() => new RunClient(real.spawn, timing), 1));
  open.push(() => {
    session.dispose();
    real.end();
  });
  session.want(experiment, 0);
  return session;
}

const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000, interval: 5 });
const pageIsDone = (session: Session, experiment: Experiment) => (): void => {
  expect(session.set?.experiment).toEqual(experiment);
  expect(session.repeats.getState().status).toBe('done');
};
const other = (session: Session) => session.compare.getState().other;

test('what is pinned stays, with its checkpoints, while the page trains something else', async () => {
  const session = sessionAt(tanh);
  await soon(pageIsDone(session, tanh));
  expect(comparisonOf(session).pin()).toBe(true);
  const { trajectory, fingerprint } = session.run.state;
  session.want(relu, 0);
  await soon(pageIsDone(session, relu));
  expect(other(session)).toMatchObject({ source: 'page', shown: 1, experiment: tanh });
  expect(other(session)?.facts.trajectory).toBe(trajectory);
  expect(other(session)?.facts.fingerprint).toBe(fingerprint);
  expect(other(session)?.checkpoints.summary().kept).toBe(4);
  expect(session.run.state.trajectory).not.toBe(trajectory);
  comparisonOf(session).end();
  expect(session.compare.getState()).toEqual({ other: null, beside: false, pointed: null });
});

test('nothing is pinned before there is a measurement', () => {
  const session = sessionAt(tanh);
  expect(comparisonOf(session).pin()).toBe(false);
  expect(other(session)).toBeNull();
});

test('a second link is trained behind the page to the result it has anywhere, and the page stays as it is', async () => {
  const session = sessionAt(tanh);
  comparisonOf(session).train(relu);
  await soon(pageIsDone(session, tanh));
  const before = session.repeats.getState().fingerprint;
  await soon(() => expect(other(session)?.facts.status).toBe('done'));
  expect(session.set?.experiment).toEqual(tanh);
  expect(session.repeats.getState().fingerprint).toBe(before);
  const { fingerprint } = other(session)?.facts ?? {};
  const alone = sessionAt(relu);
  await soon(pageIsDone(alone, relu));
  expect(fingerprint).toBe(alone.repeats.getState().fingerprint);
});

test('of several repeats their mean is compared, and what was complete stays when more are trained', async () => {
  const session = sessionAt({ ...tanh, repeats: 3 });
  await soon(pageIsDone(session, { ...tanh, repeats: 3 }));
  session.view.setState({ repeat: 'mean' });
  comparisonOf(session).pin();
  const pinned = other(session);
  expect(pinned).toMatchObject({ shown: 'mean', facts: { status: 'done' } });
  expect(pinned?.statistics?.repeats).toEqual([1, 2, 3]);
  session.want({ ...tanh, repeats: 4 }, 0);
  await soon(pageIsDone(session, { ...tanh, repeats: 4 }));
  expect(other(session) === pinned).toBe(true);
});

test('what is pinned is what was shown when that was asked for', async () => {
  const session = sessionAt(tanh);
  await soon(pageIsDone(session, tanh));
  const shown = lookedAt(session);
  session.want(relu, 0);
  await soon(pageIsDone(session, relu));
  expect(comparisonOf(session).pin(shown)).toBe(true);
  expect(other(session)?.experiment).toEqual(tanh);
});

test('a run that is pinned before its end goes on behind the page once that is done', async () => {
  const session = sessionAt(long);
  await soon(() => expect(session.run.state.measurements).toBeGreaterThan(1));
  comparisonOf(session).pin();
  session.want(gelu, 0);
  await soon(pageIsDone(session, gelu));
  await soon(() => expect(session.followers.store.getState().now?.experiment).toEqual(long));
  await soon(() => expect(other(session)?.facts.status).toBe('done'));
  expect(session.set?.experiment).toEqual(gelu);
  expect(measuredEpoch(other(session)?.facts ?? { trajectory: null, start: null })).toBe(4000);
});

test('the page goes over to the other run’s settings without training them again', async () => {
  const session = sessionAt(tanh);
  await soon(pageIsDone(session, tanh));
  comparisonOf(session).train(relu);
  await soon(() => expect(other(session)?.facts.status).toBe('done'));
  session.want(relu, 0);
  await soon(pageIsDone(session, relu));
  expect(session.run.state.trajectory).toBe(other(session)?.facts.trajectory);
});

test('the runs of a file are compared without training anything', async () => {
  const elsewhere = sessionAt(relu);
  await soon(pageIsDone(elsewhere, relu));
  const set = elsewhere.set;
  const kept = set && openedSet(endedRuns(set, 2), { train: 3276, test: 820 });
  if (!kept) throw new Error('no run');
  const session = sessionAt(tanh);
  comparisonOf(session).open(kept, 1);
  expect(other(session)).toMatchObject({
    source: 'file',
    shown: 1,
    facts: { status: 'done', fromFile: true },
  });
  await soon(pageIsDone(session, tanh));
  expect(session.followers.store.getState().now).toBeNull();
  expect(other(session)?.facts.fingerprint).toBe(elsewhere.repeats.getState().fingerprint);
});

test('any set can be taken as another run, also one that no page shows', async () => {
  const session = sessionAt(tanh);
  await soon(pageIsDone(session, tanh));
  const { set } = session;
  expect(set && otherRun(set, 'mean', 'page')).toMatchObject({ shown: 1, statistics: null });
  expect(set && otherRun(set, 7, 'page')).toBeNull();
});
