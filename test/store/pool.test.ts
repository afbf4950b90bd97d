import { describe, expect, test } from 'vitest';
import type { RunClient, RunEvents } from '../../src/store/client.ts';
import { Pool, usualWorkers, type Job } from '../../src/store/pool.ts';
import { experiment } from './fixtures.ts';

/** Clients that do nothing by themselves: the test ends their runs. */
class Clients {
  readonly at = new Map<number, { number: number; events: RunEvents }>();
  readonly calls: string[] = [];
  disposed = 0;
  private made = 0;

  create = (): RunClient => {
    const number = ++this.made;
    const fake = {
      run: (_: unknown, events: RunEvents, repeat: number) => {
        for (const [other, { number: by }] of this.at) if (by === number) this.at.delete(other);
        this.at.set(repeat, { number, events });
        return Promise.resolve();
      },
      pause: () => this.calls.push('pause'),
      resume: () => this.calls.push('resume'),
      step: () => this.calls.push(`step ${number}`),
      cancel: () => {
        for (const [repeat, { number: by, events }] of this.at) {
          if (by !== number) continue;
          this.at.delete(repeat);
          events.ended({ kind: 'cancelled' });
        }
        return Promise.resolve();
      },
      dispose: () => this.disposed++,
    };
    return fake as unknown as RunClient;
  };

  get working(): number[] {
    return [...this.at.keys()].sort((a, b) => a - b);
  }

  end(repeat: number): void {
    const { events } = this.at.get(repeat) ?? {};
    this.at.delete(repeat);
    events?.ended({ kind: 'done', fingerprint: '', attempt: 1, elapsedMs: 1 });
  }
}

function setup(workers: number, repeats: number) {
  const clients = new Clients();
  const pool = new Pool(clients.create, workers);
  const heard: string[] = [];
  const jobs = Array.from({ length: repeats }, (_, i): Job => ({
    experiment,
    repeat: i + 1,
    begun: () => heard.push(`begun ${i + 1}`),
    events: {
      started: () => undefined,
      discarded: () => undefined,
      progress: () => undefined,
      ended: ({ kind }) => heard.push(`${kind} ${i + 1}`),
      lost: () => heard.push(`lost ${i + 1}`),
    },
  }));
  return { clients, pool, heard, jobs };
}

describe('a pool of workers', () => {
  test('is one less than there are cores, and never none', () => {
    expect([1, 2, 8].map(usualWorkers)).toEqual([1, 1, 7]);
  });

  test('gives each job to the worker that is free first, in order', () => {
    const { clients, pool, heard, jobs } = setup(2, 4);
    pool.replace(jobs);
    expect(clients.working).toEqual([1, 2]);
    clients.end(2);
    expect(clients.working).toEqual([1, 3]);
    clients.end(1);
    clients.end(3);
    clients.end(4);
    expect(heard.filter((what) => what.startsWith('begun'))).toEqual([
      'begun 1',
      'begun 2',
      'begun 3',
      'begun 4',
    ]);
    expect(clients.working).toEqual([]);
    expect(clients.disposed).toBe(1);
  });

  test('replaces what it is at: the old jobs are heard no more', () => {
    const { clients, pool, heard, jobs } = setup(2, 2);
    pool.replace(jobs);
    const others = setup(2, 3).jobs;
    pool.replace(others.slice(2));
    expect(clients.working).toEqual([3]);
    expect(heard).toEqual(['begun 1', 'begun 2']);
  });

  test('with more workers begins more at once, with fewer lets those at work end first', () => {
    const { clients, pool, jobs } = setup(1, 6);
    pool.replace(jobs);
    pool.setWorkers(3);
    expect(clients.working).toEqual([1, 2, 3]);
    pool.setWorkers(1);
    expect(clients.working).toEqual([1, 2, 3]);
    clients.end(2);
    clients.end(3);
    expect(clients.working).toEqual([1]);
    clients.end(1);
    expect(clients.working).toEqual([4]);
  });

  test('begins nothing while it is held, and steps the one that is asked for', () => {
    const { clients, pool, jobs } = setup(2, 3);
    pool.replace(jobs);
    pool.pause();
    clients.end(1);
    expect(clients.working).toEqual([2]);
    const [, second] = jobs;
    if (second) pool.step(second);
    expect(clients.calls).toContain('step 2');
    pool.resume();
    expect(clients.working).toEqual([2, 3]);
  });

  test('takes jobs back, waiting or at work, and goes on with others', () => {
    const { clients, pool, heard, jobs } = setup(1, 3);
    pool.replace(jobs);
    pool.withdraw(jobs.slice(0, 2));
    expect(clients.working).toEqual([3]);
    expect(heard).toEqual(['begun 1', 'begun 3']);
  });

  test('that is cancelled tells those at work, and forgets those that wait', async () => {
    const { clients, pool, heard, jobs } = setup(1, 3);
    pool.replace(jobs);
    await pool.cancel();
    expect(heard).toEqual(['begun 1', 'cancelled 1']);
    expect(clients.working).toEqual([]);
  });

  test('puts what was lost before those that wait', () => {
    const { clients, pool, jobs } = setup(1, 3);
    pool.replace(jobs.slice(0, 2));
    pool.add(jobs.slice(2), true);
    clients.end(1);
    expect(clients.working).toEqual([3]);
  });
});
