import { describe, expect, it } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { Run } from '../../src/core/experiment/run.ts';
import { measuredEpochs } from '../../src/core/experiment/schedule.ts';
import { icosahedron } from '../../src/core/tasks/icosahedron.ts';
import type { TaskSource } from '../../src/core/tasks/task-by-name.ts';
import { TaskError } from '../../src/core/tasks/task-error.ts';
import { ScalarKernel } from '../../src/core/network/scalar-kernel.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import type { RunProgress, RunStart } from '../../src/worker/protocol.ts';
import { RunService } from '../../src/worker/run-service.ts';

const module = loadKernel();

const serve = (
  now = (): number => performance.now(),
  getTask: TaskSource = () => Promise.resolve(icosahedron()),
): RunService =>
  new RunService(
    (wanted) =>
      Promise.resolve(
        wanted === 'scalar'
          ? (spec, data) => new ScalarKernel(spec, data)
          : (spec, data) => new WasmKernel(module, spec, data),
      ),
    getTask,
    now,
  );

/** What a page would have heard. */
class Heard {
  start: RunStart | null = null;
  readonly loads: [number, number][] = [];
  readonly messages: RunProgress[] = [];
  private waiting: (() => void)[] = [];

  loading(loaded: number, total: number): void {
    this.loads.push([loaded, total]);
  }

  started(start: RunStart): void {
    this.start = start;
  }

  discarded(): void {
    this.messages.length = 0;
  }

  progress(progress: RunProgress): void {
    this.messages.push(progress);
    for (const wake of this.waiting.splice(0)) wake();
  }

  get epochs(): number[] {
    return this.messages.flatMap(({ columns }) => [...columns.epoch]);
  }

  get trained(): number {
    return this.messages.at(-1)?.trainedEpochs ?? 0;
  }

  next(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const short: Experiment = { ...defaults, epochs: 120 };

function fingerprintOf(experiment: Experiment): string {
  let fingerprint = '';
  for (const event of new Run(
    experiment,
    icosahedron(),
    (spec, data) => new WasmKernel(module, spec, data),
  )) {
    if (typeof event !== 'number') ({ fingerprint } = event);
  }
  return fingerprint;
}

describe('the run service', () => {
  it('delivers every measurement once, in order, with a checkpoint each, and the fingerprint', async () => {
    const heard = new Heard();
    const outcome = await serve().run(short, heard);
    expect(outcome).toMatchObject({ kind: 'done', fingerprint: fingerprintOf(short) });
    expect(heard.epochs).toEqual([...measuredEpochs(short)]);
    const floats = (heard.start?.checkpointBytes ?? 0) / 4;
    const delivered = heard.messages.reduce((sum, { checkpoints }) => sum + checkpoints.length, 0);
    expect(delivered).toBe(heard.epochs.length * floats);
    expect(heard.messages.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('stands still while paused, and then ends with the fingerprint it would have had', async () => {
    const heard = new Heard();
    const service = serve();
    const outcome = service.run(short, heard);
    await heard.next();
    service.pause();
    await pause(50);
    const { trained, messages } = heard;
    const count = messages.length;
    expect(trained).toBeLessThan(short.epochs);
    await pause(150);
    expect(heard.trained).toBe(trained);
    expect(messages.length).toBe(count);
    service.resume();
    expect(await outcome).toMatchObject({ kind: 'done', fingerprint: fingerprintOf(short) });
  });

  it('steps to the next measurement and pauses there', async () => {
    const heard = new Heard();
    const service = serve();
    const outcome = service.run(short, heard);
    await heard.next();
    service.pause();
    await pause(50);
    const before = heard.epochs.length;
    service.step();
    await heard.next();
    await pause(50);
    expect(heard.epochs.length).toBe(before + 1);
    expect(heard.trained).toBe(heard.epochs.at(-1));
    service.cancel();
    expect(await outcome).toEqual({ kind: 'cancelled' });
  });

  it('lets a newer run win over an older one', async () => {
    const service = serve();
    const older = new Heard();
    const first = service.run({ ...defaults, epochs: 100000 }, older);
    await older.next();
    const count = older.messages.length;
    const second = service.run(short, new Heard());
    expect(await first).toEqual({ kind: 'cancelled' });
    expect(older.messages.length).toBeLessThanOrEqual(count + 1);
    expect(await second).toMatchObject({ kind: 'done', fingerprint: fingerprintOf(short) });
  });

  it('gives the same fingerprint with the scalar kernel, and says which kernel ran', async () => {
    const tiny = { ...short, epochs: 3, every: 1 };
    const heard = new Heard();
    const outcome = await serve().run(tiny, heard, { kernel: 'scalar' });
    expect(heard.start?.kernel).toBe('scalar');
    expect(outcome).toMatchObject({ fingerprint: fingerprintOf(tiny) });
  });

  it('stops at NaN with the epoch and what to do, and delivers what was measured before', async () => {
    const heard = new Heard();
    const outcome = await serve().run(
      { ...short, act: ['linear'], bits: 'float', opt: 'sgd', lr: 10, net: [64, 64, 64], every: 1 },
      heard,
    );
    expect(outcome).toMatchObject({ kind: 'failed', epoch: expect.any(Number) as number });
    expect(outcome.kind === 'failed' && outcome.message).toMatch(/learning rate 10 .*Lower it/);
    expect(heard.epochs[0]).toBe(0);
  });

  it('tells how far the data is loaded, and says so again while nothing comes', async () => {
    const heard = new Heard();
    const slow: TaskSource = async (name, loading) => {
      expect(name).toBe('icosahedron');
      loading?.(3, 10);
      await pause(1300);
      loading?.(10, 10);
      return icosahedron();
    };
    await serve(undefined, slow).run({ ...short, epochs: 1 }, heard);
    expect(heard.loads).toEqual([
      [3, 10],
      [3, 10],
      [10, 10],
    ]);
    expect(heard.start).not.toBeNull();
  });

  it('ends a run whose data cannot be had with what to do about it', async () => {
    const message = 'task: there is none. Look elsewhere.';
    const service = serve(undefined, () => Promise.reject(new TaskError(message)));
    expect(await service.run(short, new Heard())).toEqual({ kind: 'broken', message });
  });

  it('refuses settings outside their bounds with the name of the field', async () => {
    const outcome = await serve().run({ ...short, bits: 40 }, new Heard());
    expect(outcome.kind === 'failed' && outcome.message).toMatch(/bits/);
  });

  it('looks at the clock often at the largest size, with either kernel', async () => {
    const large: Experiment = {
      ...defaults,
      net: Array<number>(8).fill(64),
      act: ['gelu'],
      batch: 'full',
      epochs: 1,
    };
    for (const kernel of ['wasm', 'scalar'] as const) {
      let longest = 0;
      let looks = 0;
      let last = performance.now();
      const service = serve(() => {
        const time = performance.now();
        longest = Math.max(longest, time - last);
        looks++;
        return (last = time);
      });
      const outcome = await service.run(large, new Heard(), { kernel });
      console.info(
        `${kernel}: ${looks} looks at the clock, the longest piece of work between two: ${longest.toFixed(1)} ms`,
      );
      expect(outcome.kind).toBe('done');
      expect(looks).toBeGreaterThan(100);
    }
  }, 60_000);
});
