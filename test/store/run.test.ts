import { describe, expect, test } from 'vitest';
import { Checkpoints } from '../../src/store/checkpoints.ts';
import { Member } from '../../src/store/member.ts';
import { RunStore } from '../../src/store/run.ts';
import { experiment, progressOf, start } from './fixtures.ts';

function member(bits: number, epochs: readonly number[]): Member {
  const settings = { ...experiment, bits };
  const made = new Member(settings, 1, 1000);
  made.begin(settings);
  made.started(start);
  made.progress(progressOf(epochs));
  return made;
}

describe('the run on the page', () => {
  test('stays drawn, as old, until the next one has measured something', () => {
    const run = new RunStore();
    run.begin();
    expect(run.show(member(8, [0, 1]).facts)).toBe(true);
    expect(run.state).toMatchObject({ old: false, measurements: 2 });
    run.begin();
    expect(run.show(member(4, []).facts)).toBe(false);
    expect(run.state).toMatchObject({ old: true, measurements: 2, experiment, fingerprint: null });
    expect(run.show(member(4, [0]).facts)).toBe(true);
    expect(run.state).toMatchObject({ old: false, measurements: 1, experiment: { bits: 4 } });
  });

  test('is old while the settings are others, and no longer when they come back', () => {
    const run = new RunStore();
    run.begin();
    run.show(member(8, [0]).facts);
    run.markOld(true);
    expect(run.state.old).toBe(true);
    run.show(member(8, [0, 1]).facts);
    expect(run.state.old).toBe(true);
    run.markOld(false);
    expect(run.state.old).toBe(false);
  });

  test('tells of a new run that fails before it has measured anything, and keeps the earlier one', () => {
    const run = new RunStore();
    run.begin();
    run.show(member(8, [0, 1]).facts);
    run.begin();
    const failed = member(4, []);
    failed.ended({ kind: 'failed', message: 'no', epoch: 0 });
    run.show(failed.facts);
    expect(run.state).toMatchObject({ status: 'failed', measurements: 2, trouble: { detail: 'no' } });
  });

  test('counts up when another run is shown, and has its checkpoints', () => {
    const run = new RunStore();
    run.begin();
    run.show(member(8, [0]).facts);
    const { id } = run.state;
    const other = member(8, [0, 1]);
    run.show(other.facts, other.checkpoints);
    expect(run.state.id).toBe(id + 1);
    expect(run.checkpoints.epochs()).toEqual([0, 1]);
    run.show(other.facts, new Checkpoints());
    expect(run.state.id).toBe(id + 1);
  });
});
