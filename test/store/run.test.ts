import { describe, expect, test } from 'vitest';
import { RunStore } from '../../src/store/run.ts';
import { experiment, progressOf, start } from './fixtures.ts';

function running(): { run: RunStore; id: number } {
  const run = new RunStore();
  const id = run.begin(experiment);
  run.started(id, start);
  return { run, id };
}

describe('a run', () => {
  test('grows with each message and ends with a fingerprint', () => {
    const { run, id } = running();
    run.progress(id, progressOf([0, 1]));
    run.progress(id, progressOf([6, 11]));
    expect([...(run.state.trajectory?.columns().epoch ?? [])]).toEqual([0, 1, 6, 11]);
    expect(run.state.checkpoints).toEqual({ kept: 4, measurements: 4, bytes: 32 });
    run.ended(id, { kind: 'done', fingerprint: 'abcd', attempt: 0, elapsedMs: 20 });
    expect(run.state).toMatchObject({
      status: 'done',
      fingerprint: 'abcd',
      trainedEpochs: 11,
      measurements: 4,
    });
  });

  test('hears nothing of an older one', () => {
    const { run, id } = running();
    run.progress(id, progressOf([0, 1]));
    const newer = run.begin({ ...experiment, bits: 4 });
    run.progress(id, progressOf([6]));
    run.ended(id, { kind: 'done', fingerprint: 'old', attempt: 0, elapsedMs: 1 });
    expect(run.state).toMatchObject({ id: newer, status: 'running', measurements: 2, fingerprint: null });
  });

  test('stays drawn, as old, until the next one has measured something', () => {
    const { run, id } = running();
    run.progress(id, progressOf([0, 1]));
    const newer = run.begin({ ...experiment, bits: 4 });
    run.started(newer, start);
    expect(run.state).toMatchObject({ old: true, measurements: 2 });
    run.progress(newer, progressOf([]));
    expect(run.state).toMatchObject({ old: true, measurements: 2, experiment });
    run.progress(newer, progressOf([0]));
    expect(run.state).toMatchObject({ old: false, measurements: 1, experiment: { bits: 4 } });
  });

  test('that is repeated takes nothing twice', () => {
    const { run, id } = running();
    run.progress(id, progressOf([0, 1, 6]));
    const again = run.repeat({ kind: 'repeated', detail: '', epoch: 6 });
    run.started(again, start);
    run.progress(again, progressOf([0, 1]));
    run.progress(again, progressOf([6, 11]));
    expect([...(run.state.trajectory?.columns().epoch ?? [])]).toEqual([0, 1, 6, 11]);
    expect(run.checkpoints.epochs()).toEqual([0, 1, 6, 11]);
  });

  test('that fails keeps what it has measured', () => {
    const { run, id } = running();
    run.progress(id, progressOf([0, 1]));
    run.ended(id, { kind: 'failed', message: 'The loss is not a number.', epoch: 3 });
    expect(run.state).toMatchObject({
      status: 'failed',
      measurements: 2,
      trouble: { kind: 'failed', detail: 'The loss is not a number.', epoch: 3 },
    });
  });

  test('that is done can be shown again', () => {
    const { run, id } = running();
    run.progress(id, progressOf([0, 1, 6, 11]));
    run.ended(id, { kind: 'done', fingerprint: 'abcd', attempt: 0, elapsedMs: 20 });
    const kept = run.finished();
    run.begin({ ...experiment, bits: 4 });
    if (kept) run.show(kept);
    expect(run.state).toMatchObject({ status: 'done', old: false, fingerprint: 'abcd', measurements: 4 });
  });

  test('collects what broke its checks', () => {
    const { run, id } = running();
    run.progress(id, progressOf([0], { violations: [{ epoch: 0, message: 'a' }] }));
    run.progress(id, progressOf([1], { violations: [{ epoch: 1, message: 'b' }] }));
    expect(run.state.violations).toHaveLength(2);
  });

  test('says how fast it is and how long it will take', () => {
    const { run, id } = running();
    run.progress(id, progressOf([0], { elapsedMs: 0, trainedEpochs: 0 }));
    run.progress(id, progressOf([1], { elapsedMs: 500, trainedEpochs: 1 }));
    expect(run.state.rate).toBe(2);
    expect(run.state.secondsLeft).toBe(5);
  });
});
