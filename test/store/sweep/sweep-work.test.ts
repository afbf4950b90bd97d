import { expose } from 'comlink';
import { afterEach, expect, test, vi } from 'vitest';
import { train } from '../../../src/cli/train.ts';
import { defaults } from '../../../src/core/experiment/fields.ts';
import type { Experiment } from '../../../src/core/experiment/experiment.ts';
import { parseSweep, type SweepSetting } from '../../../src/core/experiment/sweep/sweep.ts';
import { isRuler, parseRuler } from '../../../src/core/information/ruler-text.ts';
import { icosahedron } from '../../../src/core/tasks/icosahedron.ts';
import { loadKernel } from '../../../src/kernel/load-node.ts';
import { WasmKernel } from '../../../src/kernel/wasm-kernel.ts';
import { besideOf } from '../../../src/store/beside.ts';
import { RunClient, type WorkerPort } from '../../../src/store/client.ts';
import { MeasureClient } from '../../../src/store/measure-client.ts';
import { Pool } from '../../../src/store/pool.ts';
import { Session } from '../../../src/store/session.ts';
import type { SweepState } from '../../../src/store/sweep/state.ts';
import { SweepWork } from '../../../src/store/sweep/sweep-work.ts';
import { MeasureService } from '../../../src/worker/measure-service.ts';
import { RealWorkers } from '../real-worker.ts';

const base: Experiment = { ...defaults, net: [4, 3], epochs: 12, every: 2 };
const module = loadKernel();
vi.setConfig({ testTimeout: 60_000 });
const open: (() => void)[] = [];

afterEach(() => {
  for (const close of open.splice(0)) close();
  vi.unstubAllGlobals();
});

function measureClient(): MeasureClient {
  return new MeasureClient(() => {
    const { port1, port2 } = new MessageChannel();
    const service = new MeasureService(
      () => Promise.resolve((spec, data) => new WasmKernel(module, spec, data)),
      () => Promise.resolve(icosahedron()),
      () => performance.now(),
    );
    expose(service, port2);
    const port = Object.assign(new EventTarget(), {
      postMessage: port1.postMessage.bind(port1),
      terminate: () => {
        port1.close();
        port2.close();
      },
    }) as WorkerPort & EventTarget;
    port1.onmessage = ({ data }: MessageEvent<unknown>) =>
      port.dispatchEvent(new MessageEvent('message', { data }));
    return port;
  });
}

/** A page with workers of its own, and a sweep beside it. */
function pageWith(workers: number) {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  const timing = { tick: 1000, ticks: 60, cancel: 500 };
  const [own, besides] = [new RealWorkers(), new RealWorkers()];
  const poolOf = (real: RealWorkers): Pool => new Pool(() => new RunClient(real.spawn, timing), workers);
  const session = new Session(poolOf(own));
  const work = new SweepWork(
    session,
    besideOf(() => poolOf(besides), measureClient),
  );
  open.push(() => {
    work.dispose();
    session.dispose();
    own.end();
    besides.end();
  });
  return { session, work, besides };
}

const sweepOf = (setting: SweepSetting, text: string, of = base) => parseSweep(setting, text, of).sweep;
const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 40_000, interval: 5 });
const statusOf = (work: SweepWork) => work.store.getState().status;
const ended = (work: SweepWork) => soon(() => expect(statusOf(work)).toBe('ended'));
const alone = (experiment: Experiment, rulers: readonly string[] = []) =>
  train(experiment, (spec, data) => new WasmKernel(module, spec, data), {
    rulers: rulers.map(parseRuler).filter(isRuler),
  });
const names = (work: SweepWork) => work.store.getState().cells.map(({ fingerprint }) => fingerprint);

test.for([1, 3])('each value is the run that its settings give alone, with %d workers', async (workers) => {
  const { work } = pageWith(workers);
  const sweep = sweepOf('bits', '2..4,float');
  work.start(sweep);
  await ended(work);
  const { cells, progress, secondsLeft } = work.store.getState();
  expect(cells.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done']);
  expect([progress, secondsLeft]).toEqual([1, null]);
  for (const [index, { experiment }] of sweep.values.entries()) {
    const run = alone(experiment);
    expect(names(work)[index]).toBe(run.fingerprint);
    expect(work.pathOf(index)?.columns.ixt).toEqual(run.columns.ixt);
    expect(work.runsOf(index)).toHaveLength(1);
  }
});

test('over bins one run is trained; each value has what its ruler says of it', async () => {
  const { work, besides } = pageWith(2);
  const sweep = sweepOf('bins', '2,8,30');
  work.start(sweep);
  await ended(work);
  expect(besides.begun).toBe(1);
  const rulers = sweep.values.map(({ ruler }) => ruler ?? '');
  const { readings, fingerprint } = alone(base, rulers);
  expect(names(work)).toEqual([fingerprint, fingerprint, fingerprint]);
  for (const [index, reading] of readings.entries()) {
    const path = work.pathOf(index);
    const rows = path?.rows ?? 0;
    expect([...(path?.columns.epoch ?? [])]).toEqual([...reading.epoch]);
    const hidden = path?.columns.ixt.filter((_, i) => i % rows < rows - 1);
    expect(hidden).toEqual(reading.ixt);
  }
});

test('with repeats it is their mean, also over bins', async () => {
  const { work } = pageWith(2);
  const several = { ...base, repeats: 3 };
  work.start(sweepOf('bins', '4,16', several));
  await ended(work);
  const runs = work.runsOf(0);
  const path = work.pathOf(0);
  expect([runs.length, path?.repeats]).toEqual([3, 3]);
  const last = (path?.columns.ixt.length ?? 0) - 1;
  const mean = runs.reduce((sum, { columns }) => sum + (columns.ixt[last] ?? NaN), 0) / 3;
  expect(path?.columns.ixt[last]).toBeCloseTo(mean, 12);
});

test('it rests while the page trains, and the page’s run is not touched', async () => {
  const { session, work } = pageWith(1);
  const long = { ...base, epochs: 3000, every: 50 };
  work.start(sweepOf('seed', '1..3', long));
  await soon(() => expect(work.store.getState().progress).toBeGreaterThan(0));
  session.want(base, 0);
  await soon(() => expect(statusOf(work)).toBe('yielding'));
  await soon(() => expect(session.repeats.getState().status).toBe('done'));
  expect(session.repeats.getState().fingerprint).toBe(alone(base).fingerprint);
  await soon(() => expect(statusOf(work)).toBe('running'));
  await ended(work);
  expect(names(work)[2]).toBe(alone({ ...long, seed: 3 }).fingerprint);
});

/** Does something at the first change after which a sweep is so: a moment later it may have ended. */
function at(work: SweepWork, isSo: (state: SweepState) => boolean, act: () => void): Promise<void> {
  return new Promise((resolve) => {
    const end = work.store.subscribe((state) => {
      if (!isSo(state)) return;
      end();
      act();
      resolve();
    });
  });
}

test('it is held, goes on, is stopped and goes on, to the same results', async () => {
  // One worker, and more values than it can end before the page hears of them.
  const { work } = pageWith(1);
  const long = { ...base, epochs: 2000, every: 200 };
  work.start(sweepOf('act', 'tanh,relu,gelu,elu', long));
  await at(
    work,
    ({ progress }) => progress > 0,
    () => work.hold(),
  );
  await soon(() => expect(statusOf(work)).toBe('held'));
  const held = work.store.getState().progress;
  work.go();
  await at(
    work,
    ({ progress }) => progress > held,
    () => work.stop(),
  );
  expect(statusOf(work)).toBe('stopped');
  expect(work.store.getState().cells.some(({ status }) => status === 'stopped')).toBe(true);
  work.go();
  await ended(work);
  expect(names(work)).toEqual(
    (['tanh', 'relu', 'gelu', 'elu'] as const).map((act) => alone({ ...long, act: [act] }).fingerprint),
  );
});

test('what the page has trained is not trained again, and what the sweep has the page has', async () => {
  const { session, work, besides } = pageWith(1);
  session.want(base, 0);
  await soon(() => expect(session.repeats.getState().status).toBe('done'));
  work.start(sweepOf('bits', '8'));
  await ended(work);
  expect(besides.begun).toBe(0);
  work.start(sweepOf('bits', '8,3'));
  await ended(work);
  work.lend(1);
  session.want({ ...base, bits: 3 }, 0);
  await soon(() => expect(session.set?.experiment.bits).toBe(3));
  expect(session.repeats.getState()).toMatchObject({ status: 'done', fingerprint: names(work)[1] });
});

test('a value without a result is named with why, and only what may help is run again', async () => {
  const { work, besides } = pageWith(1);
  // At this rate numbers give out at once.
  work.start(
    sweepOf('lr', '0.001,10', {
      ...base,
      ...{ act: ['linear'], opt: 'sgd', bits: 'float', init: 'he', epochs: 200, every: 20 },
    }),
  );
  await ended(work);
  const [first, second] = work.store.getState().cells;
  expect([first?.status, second?.status]).toEqual(['done', 'failed']);
  expect(second?.troubles.map(({ text }) => text).join()).not.toBe('');
  expect(second?.canRunAgain).toBe(false);

  work.start(sweepOf('seed', '1,2'));
  // Its worker, and at once the one that takes its place.
  for (let lost = 0; lost < 2; lost++) besides.crash(besides.alive.length - 1);
  await ended(work);
  const [lost, other] = work.store.getState().cells;
  expect(lost).toMatchObject({ status: 'failed', canRunAgain: true });
  expect(lost?.troubles.map(({ text }) => text).join()).toContain('out of memory');
  expect(other?.status).toBe('done');
  work.go();
  await ended(work);
  expect(work.store.getState().cells.map(({ status }) => status)).toEqual(['done', 'done']);
});
