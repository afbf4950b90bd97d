import { expose } from 'comlink';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { RunClient, type RunEvents, type WorkerPort } from '../../src/store/client.ts';
import { Loading } from '../../src/store/loading.ts';
import type { RunListener, RunOutcome, RunWorker } from '../../src/worker/protocol.ts';
import { experiment, progressOf, start } from './fixtures.ts';

/** A worker that does as it is told by the test, at the other end of a channel. */
class TestWorker implements RunWorker {
  readonly calls: string[] = [];
  /** Never given to `expect`: a proxy of the other side passes on whatever is asked of it. */
  readonly listeners: RunListener[] = [];
  private readonly ends: ((outcome: RunOutcome) => void)[] = [];
  deaf = false;

  get runs(): number {
    return this.listeners.length;
  }

  run(_: Experiment, listener: RunListener): Promise<RunOutcome> {
    this.calls.push('run');
    this.listeners.push(listener);
    return new Promise((resolve) => this.ends.push(resolve));
  }
  pause(): void {
    this.calls.push('pause');
  }
  resume(): void {
    this.calls.push('resume');
  }
  step(): void {
    this.calls.push('step');
  }
  cancel(): void {
    this.calls.push('cancel');
    if (!this.deaf) this.end({ kind: 'cancelled' });
  }
  end(outcome: RunOutcome, run = this.ends.length - 1): void {
    this.ends[run]?.(outcome);
  }
}

const timing = { tick: 30, ticks: 10, cancel: 80 };
const open: (() => void)[] = [];

function setup() {
  const workers: TestWorker[] = [];
  const ports: (WorkerPort & EventTarget)[] = [];
  const terminated: number[] = [];
  const loading = new Loading();
  const client = new RunClient(
    () => {
      const worker = new TestWorker();
      const { port1, port2 } = new MessageChannel();
      expose(worker, port2);
      const events = new EventTarget();
      const index = workers.length;
      const port = Object.assign(events, {
        postMessage: port1.postMessage.bind(port1),
        terminate: () => void terminated.push(index),
      }) as WorkerPort & EventTarget;
      port1.onmessage = ({ data }: MessageEvent<unknown>) =>
        events.dispatchEvent(new MessageEvent('message', { data }));
      workers.push(worker);
      ports.push(port);
      open.push(() => {
        port1.close();
        port2.close();
      });
      return port;
    },
    timing,
    loading.hear,
  );
  open.push(() => client.dispose());
  return { client, workers, ports, terminated, loading };
}

function hear() {
  return {
    started: vi.fn(),
    discarded: vi.fn(),
    progress: vi.fn(),
    ended: vi.fn(),
    lost: vi.fn(),
  } satisfies RunEvents;
}

afterEach(() => {
  for (const close of open.splice(0)) close();
});

describe('the client', () => {
  test('passes on what a run says, and its end', async () => {
    const { client, workers } = setup();
    const events = hear();
    const over = client.run(experiment, events);
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(1));
    workers[0]?.listeners[0]?.started(start);
    workers[0]?.listeners[0]?.progress(progressOf([0]));
    await vi.waitFor(() => expect(events.progress).toHaveBeenCalledTimes(1));
    workers[0]?.end({ kind: 'done', fingerprint: 'abcd', attempt: 1, elapsedMs: 1 });
    await over;
    expect(events.started).toHaveBeenCalledWith(start);
    expect(events.ended).toHaveBeenCalledWith({
      kind: 'done',
      fingerprint: 'abcd',
      attempt: 1,
      elapsedMs: 1,
    });
    expect(events.lost).not.toHaveBeenCalled();
  });

  test('tells how far the data of a run is loaded until the run has started', async () => {
    const { client, workers, loading } = setup();
    const events = hear();
    void client.run(experiment, events);
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(1));
    workers[0]?.listeners[0]?.loading(3, 10);
    await vi.waitFor(() => expect(loading.store.getState().now).toEqual({ loaded: 3, total: 10 }));
    workers[0]?.listeners[0]?.started(start);
    await vi.waitFor(() => expect(events.started).toHaveBeenCalled());
    expect(loading.store.getState().now).toBeNull();
  });

  test('loads nothing any more once its run is cancelled', async () => {
    const { client, workers, loading } = setup();
    void client.run(experiment, hear());
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(1));
    workers[0]?.listeners[0]?.loading(3, 10);
    await vi.waitFor(() => expect(loading.store.getState().now).not.toBeNull());
    await client.cancel();
    expect(loading.store.getState().now).toBeNull();
  });

  test('ends an older run and hears nothing of it any more', async () => {
    const { client, workers } = setup();
    const older = hear();
    const newer = hear();
    void client.run(experiment, older);
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(1));
    void client.run(experiment, newer);
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(2));
    workers[0]?.listeners[0]?.progress(progressOf([0]));
    workers[0]?.listeners[1]?.progress(progressOf([1]));
    await vi.waitFor(() => expect(newer.progress).toHaveBeenCalledTimes(1));
    expect(older.progress).not.toHaveBeenCalled();
    expect(older.ended).not.toHaveBeenCalled();
    expect(workers).toHaveLength(1);
  });

  test('runs only the latest of several that come at once', async () => {
    const { client, workers } = setup();
    void client.run(experiment, hear());
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(1));
    void client.run(experiment, hear());
    void client.run(experiment, hear());
    const last = hear();
    void client.run(experiment, last);
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(2));
    workers[0]?.end({ kind: 'done', fingerprint: 'last', attempt: 1, elapsedMs: 1 });
    await vi.waitFor(() => expect(last.ended).toHaveBeenCalledTimes(1));
    expect(workers[0]?.runs).toBe(2);
  });

  test('replaces a worker that does not end its run in time', async () => {
    const { client, workers, terminated } = setup();
    void client.run(experiment, hear());
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(1));
    if (workers[0]) workers[0].deaf = true;
    const events = hear();
    void client.run(experiment, events);
    await vi.waitFor(() => expect(workers[1]?.runs).toBe(1));
    expect(terminated).toEqual([0]);
    expect(events.lost).not.toHaveBeenCalled();
  });

  test('calls a run cancelled even if its worker does not', async () => {
    const { client, workers, terminated } = setup();
    const events = hear();
    void client.run(experiment, events);
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(1));
    if (workers[0]) workers[0].deaf = true;
    await client.cancel();
    expect(events.ended).toHaveBeenCalledWith({ kind: 'cancelled' });
    expect(terminated).toEqual([0]);
  });

  test('takes a worker that says nothing for lost, but not one that is paused', async () => {
    const { client, workers, terminated } = setup();
    const events = hear();
    void client.run(experiment, events);
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(1));
    client.pause();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(events.lost).not.toHaveBeenCalled();
    client.resume();
    await vi.waitFor(() => expect(events.lost).toHaveBeenCalledWith('silent', ''));
    expect(terminated).toEqual([0]);
  });

  test('gives a worker that loads data more time, since it unpacks it in one go', async () => {
    const { client, workers } = setup();
    const events = hear();
    void client.run(experiment, events);
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(1));
    workers[0]?.listeners[0]?.loading(10, 10);
    await new Promise((resolve) => setTimeout(resolve, 2 * timing.tick * timing.ticks));
    expect(events.lost).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(events.lost).toHaveBeenCalledWith('silent', ''), 5000);
  });

  test('tells of a worker that dies, and starts another for the next run', async () => {
    const { client, workers, ports } = setup();
    const events = hear();
    void client.run(experiment, events);
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(1));
    ports[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    expect(events.lost).toHaveBeenCalledWith('crashed', 'out of memory');
    void client.run(experiment, hear());
    await vi.waitFor(() => expect(workers[1]?.runs).toBe(1));
  });

  test('passes on pause, resume and step', async () => {
    const { client, workers } = setup();
    void client.run(experiment, hear());
    await vi.waitFor(() => expect(workers[0]?.runs).toBe(1));
    client.pause();
    client.step();
    client.resume();
    await vi.waitFor(() => expect(workers[0]?.calls).toEqual(['run', 'pause', 'step', 'resume']));
  });
});
