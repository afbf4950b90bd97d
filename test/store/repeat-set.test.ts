import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { fingerprintOfRepeats } from '../../src/core/experiment/fingerprint.ts';
import { rankRepeats } from '../../src/core/experiment/ranking.ts';
import { isDiscarded, Repeat } from '../../src/core/experiment/repeat.ts';
import { arithmeticVersion } from '../../src/core/experiment/run.ts';
import { icosahedron } from '../../src/core/tasks/icosahedron.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import { totalBudget } from '../../src/store/checkpoints.ts';
import { RunClient } from '../../src/store/client.ts';
import { Pool } from '../../src/store/pool.ts';
import { RepeatSet } from '../../src/store/repeat-set.ts';
import { RealWorkers } from './real-worker.ts';

const small: Experiment = { ...defaults, net: [4, 3], epochs: 3, every: 1 };
const module = loadKernel();
vi.setConfig({ testTimeout: 90_000 });
const open: (() => void)[] = [];

afterEach(() => {
  for (const close of open.splice(0)) close();
});

function setup(workers: number) {
  const real = new RealWorkers();
  const timing = { tick: 1000, ticks: 60, cancel: 500 };
  const pool = new Pool(() => new RunClient(real.spawn, timing), workers);
  open.push(() => {
    pool.dispose();
    real.end();
  });
  const make = (experiment: Experiment, kept: ConstructorParameters<typeof RepeatSet>[3] = null) =>
    new RepeatSet(experiment, pool, () => undefined, kept);
  return { real, pool, make };
}

const over = (set: RepeatSet): Promise<void> =>
  vi.waitFor(() => expect(['done', 'failed', 'cancelled']).toContain(set.status), {
    timeout: 20_000,
    interval: 5,
  });

/** What Node's own loop gives for one repeat. */
function expected(experiment: Experiment, repeat: number): { fingerprint: string; ixt: number[] } {
  let fingerprint = '';
  const ixt: number[] = [];
  const run = new Repeat(
    experiment,
    icosahedron(),
    (spec, data) => new WasmKernel(module, spec, data),
    repeat,
  );
  for (const event of run) {
    if (typeof event === 'number' || isDiscarded(event)) continue;
    ({ fingerprint } = event);
    ixt.push(...event.columns.ixt);
  }
  return { fingerprint, ixt };
}

const ixtOf = (set: RepeatSet, repeat: number): number[] => [
  ...(set.member(repeat)?.facts.trajectory?.columns().ixt ?? []),
];

describe('repeats', () => {
  test('are what a plain loop gives for each, in every bit, with any number of workers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 4294967295 }),
        async (workers, repeats, seed) => {
          const experiment = { ...small, repeats, seed };
          const { make, pool, real } = setup(workers);
          const set = make(experiment);
          set.start();
          await over(set);
          const wanted = Array.from({ length: repeats }, (_, i) => expected(experiment, i + 1));
          expect(set.members.map(({ facts }) => facts.fingerprint)).toEqual(
            wanted.map(({ fingerprint }) => fingerprint),
          );
          wanted.forEach(({ ixt }, i) => expect(ixtOf(set, i + 1)).toEqual(ixt));
          expect(set.state(1).fingerprint).toBe(
            fingerprintOfRepeats(
              arithmeticVersion,
              wanted.map(({ fingerprint }) => fingerprint),
            ),
          );
          expect(real.begun).toBeLessThanOrEqual(Math.min(workers, repeats));
          // Those beyond the first are ended: nothing grows once all is done.
          expect(real.alive.length).toBe(1);
          pool.dispose();
        },
      ),
      { numRuns: 12 },
    );
  });

  test('have the first one begun first, and no more at a time than there are workers', async () => {
    const { make } = setup(2);
    const set = make({ ...small, epochs: 400, every: 50, repeats: 5 });
    set.start();
    expect(set.members.map(({ facts }) => facts.status)).toEqual([
      'running',
      'running',
      'waiting',
      'waiting',
      'waiting',
    ]);
    await over(set);
    expect(set.status).toBe('done');
  });

  test('that are done are kept when more are wanted, and only the missing ones are trained', async () => {
    const { make } = setup(1);
    const set = make(small);
    set.start();
    await over(set);
    const first = set.member(1);
    const alone = set.state(1).fingerprint;
    expect(alone).toBe(first?.facts.fingerprint);
    set.resize({ ...small, repeats: 3 });
    expect(set.status).toBe('running');
    expect(set.state(1).fingerprint).toBeNull();
    await over(set);
    expect(set.member(1)).toBe(first);
    expect(set.state(1).done).toBe(3);
    const third = set.member(3);
    set.resize({ ...small, repeats: 2 });
    expect(set.state(1)).toMatchObject({ status: 'done', done: 2 });
    expect(set.member(3)).toBeUndefined();
    set.resize({ ...small, repeats: 3 });
    expect(set.status).toBe('done');
    expect(set.member(3)).toBe(third);
    set.resize(small);
    expect(set.state(1).fingerprint).toBe(alone);
  });

  test('can be held, go on, be stopped, and the rest be trained later', async () => {
    const { make } = setup(2);
    const set = make({ ...small, epochs: 1500, every: 'log', repeats: 3 });
    set.start();
    await vi.waitFor(() => expect(set.member(1)?.facts.measurements).toBeGreaterThan(3));
    set.hold();
    expect(set.status).toBe('paused');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const held = set.state(1).trainedEpochs;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(set.state(1).trainedEpochs).toBe(held);
    set.resume();
    await vi.waitFor(() => expect(set.state(1).done).toBeGreaterThan(0), { timeout: 20_000 });
    const done = set.members.filter((member) => member.isDone);
    await set.cancel();
    await vi.waitFor(() => expect(set.status).toBe('cancelled'));
    expect(done.every((member) => set.member(member.repeat) === member && member.isDone)).toBe(true);
    set.start();
    await over(set);
    expect(set.members.map(({ facts }) => facts.fingerprint)).toEqual(
      [1, 2, 3].map((repeat) => expected(set.experiment, repeat).fingerprint),
    );
  });

  test('survive the loss of a worker: that repeat alone is begun again, with the same result', async () => {
    const { make, real } = setup(2);
    const experiment = { ...small, epochs: 1500, every: 100, repeats: 2 };
    const set = make(experiment);
    set.start();
    await vi.waitFor(() => expect(set.member(2)?.facts.measurements).toBeGreaterThan(2), { interval: 2 });
    real.crash(1);
    expect(set.member(2)?.facts.trouble).toMatchObject({ kind: 'repeated', detail: 'out of memory' });
    expect(set.member(1)?.facts.trouble).toBeNull();
    await over(set);
    expect(set.member(2)?.facts.fingerprint).toBe(expected(experiment, 2).fingerprint);
    expect(real.begun).toBe(3);
  });

  test('that fail are reported, and the others are done', async () => {
    const { make } = setup(2);
    const set = make({
      ...small,
      act: ['linear'],
      bits: 'float',
      opt: 'sgd',
      lr: 10,
      repeats: 2,
      epochs: 50,
    });
    set.start();
    await over(set);
    expect(set.state(1)).toMatchObject({ status: 'failed', done: 0, failed: 2, fingerprint: null });
    expect(set.member(1)?.facts.trouble?.detail).toContain('learning rate');
    expect(set.hasMissing).toBe(false);
  });

  test('share one budget of checkpoints', () => {
    const { make } = setup(1);
    for (const repeats of [1, 3, 8, 100]) {
      const set = make({ ...small, repeats });
      const each = set.members.map((member) => {
        const big = new Float32Array(2_000_000);
        for (let epoch = 0; epoch < 12; epoch++) member.checkpoints.add(epoch, big);
        return member.checkpoints.summary().bytes;
      });
      expect(each.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(totalBudget * 0.75);
      expect(Math.max(...each)).toBeLessThanOrEqual(64_000_000);
    }
  });
});

describe('statistics of repeats', () => {
  test('are there from two on, and change only when a repeat ends', async () => {
    const { make } = setup(2);
    const set = make({ ...small, repeats: 4 });
    set.start();
    expect(set.statistics()).toBeNull();
    await over(set);
    const statistics = set.statistics();
    expect(set.statistics()).toBe(statistics);
    const runs = set.members.map(({ facts }) => facts.trajectory?.columns()).filter((c) => c !== undefined);
    expect(statistics?.ranking).toEqual(rankRepeats(runs, 4));
    const mean = statistics?.mean.trajectory?.columns();
    const at = 2 * 4 + 1;
    expect(mean?.ixt[at]).toBeCloseTo(runs.reduce((sum, { ixt }) => sum + (ixt[at] ?? NaN), 0) / 4, 12);
    expect(mean?.epoch).toEqual(runs[0]?.epoch);
    expect(mean?.codes[at]).toBe(
      Math.round(runs.reduce((sum, { codes }) => sum + (codes[at] ?? NaN), 0) / 4),
    );
  });
});

describe('bad fits', () => {
  // With one unit of a constant learning rate far too small nothing is learnt: seeds differ in the class they favour.
  const hopeless: Experiment = {
    ...defaults,
    net: [1],
    epochs: 1002,
    every: 'log',
    lr: 0.0000001,
    batch: 'full',
  };

  test('are begun again and listed with their seed, or kept, or shown as they are if alone', async () => {
    const accuracy = (set: RepeatSet): number =>
      Math.min(...set.members.map(({ facts }) => facts.trajectory?.columns().trainAccuracy.at(-1) ?? NaN));
    const { make } = setup(1);
    const alone = make(hopeless);
    alone.start();
    await over(alone);
    expect(accuracy(alone)).toBeLessThan(0.55);
    expect(alone.state(1)).toMatchObject({ status: 'done', discarded: [] });

    alone.resize({ ...hopeless, repeats: 2, badfits: 'keep' });
    await over(alone);
    expect(alone.state(1)).toMatchObject({ status: 'done', done: 2, discarded: [] });
    const kept = alone.state(1).fingerprint;

    alone.resize({ ...hopeless, repeats: 2 });
    await over(alone);
    const { discarded, members } = alone.state(1);
    expect(discarded.length).toBeGreaterThan(0);
    expect(discarded[0]).toMatchObject({ seed: 1, repeat: 1, attempt: 1, epoch: 1001 });
    for (const member of members) {
      const again = expected2(alone.experiment, member.repeat);
      expect([member.attempt, member.fingerprint]).toEqual(again);
    }

    alone.resize({ ...hopeless, repeats: 2, badfits: 'keep' });
    await over(alone);
    expect(alone.state(1).fingerprint).toBe(kept);
  });

  /** Attempt and fingerprint of Node's own loop; no fingerprint where it gives up. */
  function expected2(experiment: Experiment, repeat: number): [number, string | null] {
    const run = new Repeat(
      experiment,
      icosahedron(),
      (spec, data) => new WasmKernel(module, spec, data),
      repeat,
    );
    let fingerprint = '';
    try {
      for (const event of run)
        if (typeof event !== 'number' && !isDiscarded(event)) ({ fingerprint } = event);
    } catch {
      return [run.run.which.attempt, null];
    }
    return [run.run.which.attempt, fingerprint];
  }
});
