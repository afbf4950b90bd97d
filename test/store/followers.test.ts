import { afterEach, expect, test, vi } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { RunClient } from '../../src/store/client.ts';
import { Pool } from '../../src/store/pool.ts';
import { Session } from '../../src/store/session.ts';
import { RealWorkers } from './real-worker.ts';

const tanh: Experiment = { ...defaults, net: [4, 3], epochs: 3, every: 1, repeats: 2 };
const relu: Experiment = { ...tanh, act: ['relu'] };
const gelu: Experiment = { ...tanh, act: ['gelu'] };
const long: Experiment = { ...relu, epochs: 4000, every: 50 };
vi.setConfig({ testTimeout: 60_000 });
const open: (() => void)[] = [];

afterEach(() => {
  for (const close of open.splice(0)) close();
  vi.unstubAllGlobals();
});

/** A session with real workers, at the first of these experiments; the others follow. */
function sessionOf(experiments: readonly Experiment[], workers = 1) {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  const real = new RealWorkers();
  const timing = { tick: 1000, ticks: 60, cancel: 500 };
  const session = new Session(new Pool(() => new RunClient(real.spawn, timing), workers));
  open.push(() => {
    session.dispose();
    real.end();
  });
  session.followers.want(experiments);
  const [first] = experiments;
  if (first) session.want(first, 0);
  return session;
}

const behind = (session: Session): Experiment | null =>
  session.followers.store.getState().now?.experiment ?? null;
const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000, interval: 5 });
const pageIsDone = (session: Session) => (): void => expect(session.repeats.getState().status).toBe('done');

test('each is trained behind the page, which stays as it is; then it is there without training', async () => {
  const session = sessionOf([tanh, relu, gelu]);
  await soon(pageIsDone(session));
  const { fingerprint } = session.repeats.getState();
  await soon(() => expect(behind(session)).toEqual(relu));
  await soon(() => expect(behind(session)).toEqual(gelu));
  await soon(() => expect(behind(session)).toBeNull());
  expect(session.set?.experiment).toEqual(tanh);
  expect(session.repeats.getState().fingerprint).toBe(fingerprint);
  session.want(gelu, 0);
  await soon(() => expect(session.set?.experiment).toEqual(gelu));
  expect(session.repeats.getState()).toMatchObject({ status: 'done', done: 2 });
});

test('the page goes over to the one that is on its way, without beginning it again', async () => {
  const session = sessionOf([tanh, long]);
  await soon(() => expect(session.followers.store.getState().now?.repeats.trainedEpochs).toBeGreaterThan(0));
  session.want(long, 0);
  await soon(() => expect(session.set?.experiment).toEqual(long));
  expect(session.repeats.getState().trainedEpochs).toBeGreaterThan(0);
  expect(session.repeats.getState().status).toBe('running');
  expect(behind(session)).toBeNull();
});

test('it can be held and stopped, and ends when the page goes elsewhere', async () => {
  const session = sessionOf([tanh, long]);
  const now = () => session.followers.store.getState().now;
  await soon(() => expect(now()?.repeats.status).toBe('running'));
  session.followers.hold();
  expect(now()?.repeats.status).toBe('paused');
  session.followers.resume();
  expect(now()?.repeats.status).toBe('running');
  session.followers.stop();
  expect(behind(session)).toBeNull();
  session.followers.want([tanh, long]);
  session.want(tanh, 0);
  await soon(() => expect(behind(session)).toEqual(long));
  session.want(gelu, 0);
  expect(behind(session)).toBeNull();
  await soon(() => expect(session.set?.experiment).toEqual(gelu));
  await soon(pageIsDone(session));
  expect(behind(session)).toBeNull();
});
