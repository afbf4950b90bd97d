import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { Trajectory } from '../../src/core/experiment/trajectory.ts';
import { Checkpoints } from '../../src/store/checkpoints.ts';
import { createCompareStore } from '../../src/store/compare.ts';
import type { OtherRun } from '../../src/store/other-run.ts';
import type { MeasureClient } from '../../src/store/measure-client.ts';
import { RulerPath } from '../../src/store/ruler-path.ts';
import { RulerWork } from '../../src/store/lay-rulers.ts';
import { laidRepeats } from '../../src/store/laid-repeats.ts';
import type { RepeatSet } from '../../src/store/repeat-set.ts';
import { noRepeats, type RepeatsState } from '../../src/store/repeats.ts';
import { shownPath } from '../../src/store/rulers.ts';
import { noFacts, RunStore, type RunFacts } from '../../src/store/run.ts';
import { createViewStore } from '../../src/store/view.ts';
import type {
  MeasureListener,
  MeasureOutcome,
  MeasurePart,
  MeasureRequest,
} from '../../src/worker/measure-protocol.ts';
import { columnsOf, experiment, start } from './fixtures.ts';

const layers = start.layers;

/** Says `value` of every layer at these epochs. */
function partOf(ruler: string, epochs: readonly number[], value: number): MeasurePart {
  const values = new Float64Array(epochs.length * layers).fill(value);
  return {
    ruler,
    limits: start.limits,
    epochs: Int32Array.from(epochs),
    ixt: values,
    ity: values,
    edges: null,
  };
}

/** Stands for the client: notes requests, and lets the test answer them. */
class Asked {
  generation = 0;
  cancelled = 0;
  readonly requests: {
    request: MeasureRequest;
    listener: MeasureListener;
    end: (outcome: MeasureOutcome) => void;
  }[] = [];

  measure(request: MeasureRequest, listener: MeasureListener): Promise<MeasureOutcome> {
    return new Promise((end) => this.requests.push({ request, listener, end }));
  }

  cancel(): void {
    this.cancelled++;
  }

  get last() {
    const last = this.requests.at(-1);
    if (!last) throw new Error('nothing was asked');
    return last;
  }

  /** The newest request is done: every epoch has this value. */
  async answer(value: number): Promise<void> {
    const { request, listener, end } = this.last;
    const [ruler = ''] = request.rulers;
    listener.progress([partOf(ruler, [...request.epochs], value)], 1);
    end({ kind: 'done', elapsedMs: 1 });
    await vi.advanceTimersByTimeAsync(0);
  }
}

/** A run on the page that has measured at these epochs. */
function setup(epochs: readonly number[], status: RunFacts['status'] = 'done') {
  const run = new RunStore();
  const view = createViewStore();
  const asked = new Asked();
  const repeats = createStore(() => noRepeats);
  const compare = createCompareStore();
  new RulerWork({ run, view, repeats, set: null, compare }, asked as unknown as MeasureClient);
  const trajectory = new Trajectory(layers + 1);
  const checkpoints = new Checkpoints();
  const measure = (some: readonly number[], now: RunFacts['status']): void => {
    trajectory.append(columnsOf(some));
    for (const epoch of some) checkpoints.add(epoch, Float32Array.of(epoch, epoch));
    const { length: measurements } = trajectory;
    run.show({ ...noFacts, experiment, start, trajectory, measurements, status: now }, checkpoints);
  };
  measure(epochs, status);
  const lay = (...rulers: string[]): void => view.setState({ rulers });
  const shown = () => {
    const path = shownPath(run.state, view.getState());
    return { ruler: path?.ruler, epochs: [...(path?.columns.epoch ?? [])], ixt: path?.columns.ixt[0] };
  };
  return { run, view, asked, measure, lay, shown, trajectory, compare };
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

describe('a ruler over a finished run', () => {
  test('is asked for with copies of all checkpoints, and then drawn in the place of the counted path', async () => {
    const { asked, lay, shown, view } = setup([0, 1, 6, 11]);
    lay('width-0.07');
    expect(asked.requests).toHaveLength(1);
    const { request } = asked.last;
    expect([...request.epochs]).toEqual([0, 1, 6, 11]);
    expect([...request.added.checkpoints]).toEqual([0, 0, 1, 1, 6, 6, 11, 11]);
    expect(shown()).toMatchObject({ ruler: null, ixt: 0 });
    await asked.answer(5);
    expect(shown()).toEqual({ ruler: 'width-0.07', epochs: [0, 1, 6, 11], ixt: 5 });
    expect(view.getState().laid['width-0.07']).toMatchObject({ kind: 'done', provisional: false });
    lay();
    expect(shown()).toMatchObject({ ruler: null, ixt: 0 });
    lay('width-0.07');
    expect(asked.requests).toHaveLength(1); // It is remembered.
    expect(shown().ixt).toBe(5);
  });

  test('gives another one nothing that it has been given', async () => {
    const { asked, lay } = setup([0, 1, 6]);
    lay('width-0.07');
    await asked.answer(5);
    lay('uniform-30-layer');
    expect(asked.last.request.added.epochs).toHaveLength(0);
    asked.generation++; // The worker died, and another one was begun.
    await asked.answer(4);
    lay('uniform-31-layer');
    expect(asked.last.request.added.epochs).toHaveLength(3);
  });

  test('stays drawn until the next one has something to show, and what comes late for it is dropped', async () => {
    const { asked, lay, shown } = setup([0, 1, 6]);
    lay('uniform-30-layer');
    await asked.answer(5);
    expect(shown().ixt).toBe(5);
    lay('uniform-31-layer');
    expect(shown()).toMatchObject({ ruler: 'uniform-30-layer', ixt: 5 });
    const late = asked.last;
    lay('uniform-32-layer');
    expect(asked.cancelled).toBe(1);
    late.listener.progress([partOf('uniform-31-layer', [0, 1], 9)], 0.5);
    asked.last.listener.progress([partOf('uniform-32-layer', [0, 6], 4)], 0.5);
    expect(shown()).toEqual({ ruler: 'uniform-32-layer', epochs: [0, 6], ixt: 4 });
    await asked.answer(4);
    expect(shown().epochs).toEqual([0, 1, 6]);
  });

  test('is laid beside others, the drawn one first', async () => {
    const { asked, lay, view } = setup([0, 1]);
    lay('exact', 'width-0.07', 'edges-30--1..1');
    expect(asked.last.request.rulers).toEqual(['width-0.07']);
    await asked.answer(1);
    expect(asked.last.request.rulers).toEqual(['edges-30--1..1']);
    await asked.answer(2);
    expect(asked.requests).toHaveLength(2);
    expect(Object.values(view.getState().laid).map(({ kind }) => kind)).toEqual(['done', 'done']);
  });

  test('by kernel density is laid at some epochs, which it says', async () => {
    const epochs = Array.from({ length: 1000 }, (_, i) => i);
    const { asked, lay } = setup(epochs);
    lay('kde-upper-0.001');
    const asks = [...asked.last.request.epochs];
    expect(asks.length).toBeLessThan(120);
    expect(asks.slice(-1)).toEqual([999]);
    await asked.answer(1);
    expect(asked.requests).toHaveLength(1);
  });

  test('by kernel density is laid at all epochs of a short run', () => {
    const { asked, lay } = setup([0, 1, 2, 3, 5, 8, 13, 14]);
    lay('kde-upper-0.001');
    expect([...asked.last.request.epochs]).toEqual([0, 1, 2, 3, 5, 8, 13, 14]);
  });

  test('that fails says why, once', async () => {
    const { asked, lay, view, shown } = setup([0, 1]);
    lay('width-0.07');
    asked.last.end({ kind: 'failed', message: 'Out of memory.' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.requests).toHaveLength(1);
    expect(view.getState().laid['width-0.07']).toMatchObject({ kind: 'failed', detail: 'Out of memory.' });
    expect(shown().ruler).toBeNull();
  });

  test('that fails or cannot be laid leaves the counted path, and not that of the ruler before', async () => {
    const { asked, lay, shown } = setup([0, 1, 6]);
    lay('width-0.07');
    await asked.answer(5);
    expect(shown().ruler).toBe('width-0.07');
    lay('uniform-30-layer');
    asked.last.listener.progress([partOf('uniform-30-layer', [0, 6], 4)], 0.5);
    asked.last.end({ kind: 'failed', message: 'Out of memory.' });
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toMatchObject({ ruler: null, ixt: 0 });
  });

  test('cannot be laid where no checkpoint is left', () => {
    const { run, asked, lay, view, trajectory } = setup([0, 1]);
    run.show({ ...noFacts, experiment, start, trajectory, measurements: 2, status: 'done' });
    lay('width-0.07');
    expect(asked.requests).toHaveLength(0);
    expect(view.getState().laid['width-0.07']?.kind).toBe('none');
  });
});

describe('a ruler over a run that trains', () => {
  test('follows it, measuring what is new', async () => {
    const { asked, lay, measure, shown } = setup([0, 1], 'running');
    lay('width-0.07');
    await asked.answer(5);
    measure([6], 'running');
    expect(asked.requests).toHaveLength(1); // Not at once.
    await vi.advanceTimersByTimeAsync(300);
    expect([...asked.last.request.epochs]).toEqual([6]);
    expect([...asked.last.request.added.epochs]).toEqual([6]);
    await asked.answer(7);
    expect(shown().epochs).toEqual([0, 1, 6]);
  });

  test('with bounds of the whole run is provisional, and measured anew when the run is over', async () => {
    const { asked, lay, measure, shown, view } = setup([0, 1], 'running');
    lay('uniform-30-global');
    await asked.answer(5);
    expect(view.getState().laid['uniform-30-global']?.provisional).toBe(true);
    measure([6, 11], 'running');
    await vi.advanceTimersByTimeAsync(2000);
    expect([...asked.last.request.epochs]).toEqual([0, 1, 6, 11]);
    // What is drawn stays whole until all is measured with the new bounds.
    asked.last.listener.progress([partOf('uniform-30-global', [0, 1], 4)], 0.5);
    expect(shown()).toMatchObject({ epochs: [0, 1], ixt: 5 });
    await asked.answer(4);
    expect(shown()).toMatchObject({ epochs: [0, 1, 6, 11], ixt: 4 });
    measure([12], 'done');
    expect([...asked.last.request.epochs]).toEqual([0, 1, 6, 11, 12]);
    await asked.answer(3);
    expect(shown()).toMatchObject({ epochs: [0, 1, 6, 11, 12], ixt: 3 });
    expect(view.getState().laid['uniform-30-global']).toMatchObject({ kind: 'done', provisional: false });
  });
});

/** Repeats that are done and have measured at these epochs; of 0 none is shown, but their mean. */
function repeats(count: number, shownFirst: number, epochs: readonly number[] = [0, 1, 6]) {
  const members = Array.from({ length: count }, (_, i) => {
    const trajectory = new Trajectory(layers + 1);
    trajectory.append(columnsOf(epochs));
    const checkpoints = new Checkpoints();
    for (const epoch of epochs) checkpoints.add(epoch, Float32Array.of(i, epoch));
    const facts: RunFacts = {
      ...noFacts,
      experiment,
      start,
      trajectory,
      measurements: epochs.length,
      status: 'done',
    };
    return { repeat: i + 1, isDone: true, facts, checkpoints };
  });
  const set = {
    experiment: { ...experiment, repeats: count },
    members,
    finished: { generation: 0, members },
  } as unknown as RepeatSet;
  const run = new RunStore();
  const view = createViewStore();
  const asked = new Asked();
  const state = createStore<RepeatsState>(() => ({ ...noRepeats, shown: 'mean' as const }));
  const mean = new Trajectory(layers + 1);
  mean.append(columnsOf(epochs));
  const show = (shown: number): void => {
    state.setState({ shown: shown === 0 ? 'mean' : shown });
    const member = members[shown - 1];
    if (member) run.show(member.facts, member.checkpoints);
    else
      run.show({
        ...noFacts,
        experiment,
        start,
        trajectory: mean,
        measurements: epochs.length,
        status: 'done',
      });
  };
  show(shownFirst);
  new RulerWork({ run, view, repeats: state, set }, asked as unknown as MeasureClient);
  const lay = (...rulers: string[]): void => view.setState({ rulers });
  const path = () => shownPath(run.state, view.getState());
  const told = (ruler: string) => view.getState().laid[ruler];
  /** The repeat that the newest request is for. */
  const asks = (): number => (asked.last.request.added.checkpoints[0] ?? -1) + 1;
  return { set, asked, lay, path, told, asks, show };
}

describe('a ruler over repeats', () => {
  const ruler = 'uniform-30-global';

  test('is laid over each on its own, and their mean is drawn with its standard deviation', async () => {
    const { set, asked, lay, path, told, asks } = repeats(3, 0);
    lay(ruler);
    expect(asks()).toBe(1);
    expect(told(ruler)).toMatchObject({ kind: 'measuring', repeats: { laid: 0, of: 3, done: 3 } });
    await asked.answer(1);
    expect(path()?.ruler).toBeNull(); // One is no mean.
    expect(asks()).toBe(2);
    await asked.answer(2);
    expect(path()).toMatchObject({ ruler, sd: {} });
    expect(path()?.columns.ixt[0]).toBe(1.5);
    expect(told(ruler)).toMatchObject({ kind: 'measuring', repeats: { laid: 2, of: 3 } });
    await asked.answer(6);
    expect(asked.requests.map(({ request }) => request.run)).toEqual([1, 2, 3]);
    expect(path()?.columns.ixt[0]).toBe(3);
    expect(path()?.sd?.ixt[0]).toBeCloseTo(Math.sqrt(7), 12);
    expect(told(ruler)).toMatchObject({ kind: 'done', repeats: { laid: 3, of: 3 } });
    expect(laidRepeats(set, ruler).runs.map(({ ity }) => ity[0])).toEqual([1, 2, 6]);
  });

  test('is laid over the one that is shown first, and over the others only if it is drawn', async () => {
    const { set, asked, lay, path, asks, told } = repeats(3, 2);
    lay(ruler, 'width-0.07');
    expect(asks()).toBe(2);
    await asked.answer(4);
    expect(path()?.columns.ixt[0]).toBe(4);
    expect(told(ruler)?.kind).toBe('done');
    expect(asked.last.request.rulers).toEqual(['width-0.07']);
    await asked.answer(5);
    await asked.answer(1);
    await asked.answer(3);
    expect(asked.requests).toHaveLength(4);
    expect(laidRepeats(set, ruler).members.map(({ repeat }) => repeat)).toEqual([2, 1, 3]);
    expect(laidRepeats(set, 'width-0.07').members).toHaveLength(1);
  });

  test('gives way when another repeat is looked at, or another ruler is drawn', async () => {
    const { asked, lay, show, asks } = repeats(3, 1);
    lay(ruler);
    await asked.answer(4);
    expect(asks()).toBe(2);
    show(3);
    expect(asked.cancelled).toBe(1);
    expect(asks()).toBe(3);
    lay('width-0.07');
    expect(asked.cancelled).toBe(2);
    expect(asked.last.request.rulers).toEqual(['width-0.07']);
  });

  test('by kernel density is refused for a mean, which says so', () => {
    const { asked, lay, told } = repeats(3, 0);
    lay('kde-upper-0.001');
    expect(asked.requests).toHaveLength(0);
    expect(told('kde-upper-0.001')?.kind).toBe('pairs');
  });

  test('that fails over one of them is not tried over and over', async () => {
    const { asked, lay, told, path } = repeats(3, 0);
    lay(ruler);
    await asked.answer(1);
    await asked.answer(2);
    asked.last.end({ kind: 'failed', message: 'Out of memory.' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.requests).toHaveLength(3);
    expect(told(ruler)).toMatchObject({ kind: 'failed', detail: 'Out of memory.' });
    expect(path()?.ruler).toBeNull();
  });
});

describe('a path', () => {
  test('keeps its key while measurements come at its end, and changes it when they come between', () => {
    const path = new RulerPath(layers, 'width');
    path.add(partOf('width', [0, 5], 1));
    const { key } = path;
    path.add(partOf('width', [9], 1));
    expect(path.key).toBe(key);
    path.add(partOf('width', [3], 2));
    expect(path.key).not.toBe(key);
    const trajectory = new Trajectory(layers + 1);
    trajectory.append(columnsOf([0, 1, 3, 5, 9]));
    const { epoch, ixt } = path.columns(trajectory);
    expect([...epoch]).toEqual([0, 3, 5, 9]);
    expect(ixt[layers + 1]).toBe(2);
    // Both rows of the output have the ruler's value.
    expect(ixt[2 * layers + 1]).toBe(2);
  });
});

test('the ruler that is drawn is laid over a compared run too, after the run on the page', async () => {
  const { run, view, asked, compare } = setup([0, 1, 2]);
  const trajectory = new Trajectory(layers + 1);
  const checkpoints = new Checkpoints();
  trajectory.append(columnsOf([0, 5]));
  for (const epoch of [0, 5]) checkpoints.add(epoch, Float32Array.of(epoch, epoch));
  const facts: RunFacts = { ...noFacts, experiment, start, trajectory, measurements: 2, status: 'done' };
  const other = { experiment, facts, checkpoints } as unknown as OtherRun; // All that rulers look at.
  compare.setState({ other });
  view.setState({ rulers: ['uniform-30--1..1', 'uniform-8--1..1'] });
  await asked.answer(1);
  await asked.answer(2);
  expect(asked.requests).toHaveLength(3);
  expect(asked.last.request).toMatchObject({ rulers: ['uniform-30--1..1'] });
  expect([...asked.last.request.epochs].sort()).toEqual([0, 5]);
  await asked.answer(3);
  expect([...(shownPath(facts, view.getState())?.columns.epoch ?? [])]).toEqual([0, 5]);
  expect(shownPath(facts, view.getState())?.columns.ixt[0]).toBe(3);
  expect(shownPath(run.state, view.getState())?.columns.ixt[0]).toBe(1);
  expect(asked.requests).toHaveLength(3);
});
