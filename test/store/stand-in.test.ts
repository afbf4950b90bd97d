import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { measuredEpochs } from '../../src/core/experiment/schedule.ts';
import { packRecordedRun } from '../../src/share/recorded-run.ts';
import type { RunClient, RunEvents } from '../../src/store/client.ts';
import { advance, measuredEpoch, stepFrom, viewedEpoch } from '../../src/store/player.ts';
import { Pool } from '../../src/store/pool.ts';
import { shownPath } from '../../src/store/rulers.ts';
import { Session } from '../../src/store/session.ts';
import { isRecorded, readStandIn, type StandIn } from '../../src/store/stand-in.ts';
import { createViewStore, type Duration } from '../../src/store/view.ts';
import { columnsOf, experiment, progressOf, start } from './fixtures.ts';

const fingerprint = '0123 4567 89ab cdef';
const epochs = [...measuredEpochs(experiment)];
const columns = columnsOf(epochs);

function fileOf(): Promise<Response> {
  const recorded = { arithmeticVersion: 1, fingerprint, limits: start.limits, rows: 7, columns };
  return Promise.resolve(new Response(gzipSync(packRecordedRun(recorded))));
}

let recorded: StandIn;
beforeEach(async () => {
  recorded = await readStandIn(fileOf(), experiment);
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function setup({ duration = 5 }: { readonly duration?: Duration } = {}) {
  const runs: RunEvents[] = [];
  const client = {
    run: (_: unknown, events: RunEvents) => {
      runs.push(events);
      return Promise.resolve();
    },
    cancel: () => Promise.resolve(),
    pause: () => undefined,
    resume: () => undefined,
    step: () => undefined,
    dispose: () => undefined,
  };
  const session = new Session(
    new Pool(() => client as unknown as RunClient),
    createViewStore({ duration, scale: 'linear' }),
  );
  session.want(experiment, 0);
  return { session, runs };
}

const done = { kind: 'done', fingerprint, attempt: 1, elapsedMs: 20 } as const;

describe('a recorded run', () => {
  test('is drawn before the run itself has measured anything, and the view moves on it', () => {
    const { session } = setup();
    session.run.drawInstead(recorded); // Here before the first worker is asked.
    vi.advanceTimersByTime(1);
    const run = session.run.state;
    expect(isRecorded(run)).toBe(true);
    expect(run.measurements).toBe(0);
    const view = session.view.getState();
    expect(shownPath(run, view)?.columns.ixt).toEqual(columns.ixt);
    expect(measuredEpoch(run)).toBe(11);
    expect(advance(run, view, 1000)).toBeGreaterThan(0);
    expect(stepFrom(run, 0, 1)).toBe(1);
  });

  test('is whole at once where nothing is to move', () => {
    const { session } = setup({ duration: 'live' });
    vi.advanceTimersByTime(1);
    session.run.drawInstead(recorded);
    expect(advance(session.run.state, session.view.getState(), 16)).toBe(11);
  });

  test('keeps the view where it is when the run itself begins, and ends', () => {
    const { session, runs } = setup();
    vi.advanceTimersByTime(1);
    session.run.drawInstead(recorded);
    session.seek(6);
    runs[0]?.started(start);
    runs[0]?.progress(progressOf([0, 1]));
    expect(session.view.getState().head).toBe(6);
    expect(viewedEpoch(session.run.state, 6)).toBe(6);
    expect(session.run.state.measurements).toBe(2);
    runs[0]?.progress(progressOf(epochs, { columns }));
    runs[0]?.ended(done);
    expect(session.view.getState().head).toBe(6);
    expect(session.run.state.standIn?.verdict).toBe('same');
    expect(isRecorded(session.run.state)).toBe(false);
  });

  test('gives way to what came out here where that is something else', () => {
    const { session, runs } = setup();
    vi.advanceTimersByTime(1);
    session.run.drawInstead(recorded);
    runs[0]?.started(start);
    const other = columnsOf(epochs, 7, (m) => m + 1);
    runs[0]?.progress(progressOf(epochs, { columns: other }));
    runs[0]?.ended(done);
    expect(session.run.state.standIn?.verdict).toBe('other');
    expect(shownPath(session.run.state, session.view.getState())?.columns.ixt).toEqual(other.ixt);
  });

  test('is no more drawn once training is stopped, begun again or of other settings', () => {
    for (const end of ['stop', 'reset', 'edit'] as const) {
      const { session, runs } = setup();
      vi.advanceTimersByTime(1);
      session.run.drawInstead(recorded);
      runs[0]?.started(start);
      runs[0]?.progress(progressOf([0, 1]));
      if (end === 'stop') runs[0]?.ended({ kind: 'cancelled' });
      else if (end === 'reset') session.reset();
      else session.want({ ...experiment, bits: 4 }, 0);
      vi.advanceTimersByTime(500);
      if (end !== 'stop') {
        runs.at(-1)?.started(start);
        runs.at(-1)?.progress(progressOf([0, 1]));
      }
      expect(isRecorded(session.run.state), end).toBe(false);
      expect(measuredEpoch(session.run.state), end).toBe(1);
    }
  });

  test('is not drawn over a run of other settings, or one that is done', () => {
    const { session, runs } = setup();
    vi.advanceTimersByTime(1);
    session.run.drawInstead({ ...recorded, experiment: { ...experiment, bits: 3 } });
    expect(session.run.state.standIn).toBeNull();
    runs[0]?.started(start);
    runs[0]?.progress(progressOf(epochs, { columns }));
    runs[0]?.ended(done);
    session.run.drawInstead(recorded);
    expect(session.run.state.standIn).toBeNull();
  });

  test('that does not come, or is damaged, is an error', async () => {
    await expect(readStandIn(Promise.resolve(new Response('', { status: 404 })), experiment)).rejects.toThrow(
      '404',
    );
    const short = Promise.resolve(new Response(gzipSync(new Uint8Array(50))));
    await expect(readStandIn(short, experiment)).rejects.toThrow(RangeError);
  });
});
