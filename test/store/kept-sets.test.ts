import { describe, expect, test } from 'vitest';
import { KeptSets, type KeptSet } from '../../src/store/kept-sets.ts';
import { Member } from '../../src/store/member.ts';
import { experiment, start } from './fixtures.ts';
import { allocate } from '../../src/core/experiment/trajectory.ts';

/** A set whose members have `bytes` of checkpoints each. */
function setOf(seed: number, bytes: number, repeats = 1): KeptSet {
  const settings = { ...experiment, seed, repeats };
  const members = Array.from({ length: repeats }, (_, i) => {
    const member = new Member(settings, i + 1, 1_000_000);
    member.begin(settings);
    member.started({ ...start, repeat: i + 1 });
    const columns = allocate(7, bytes / 40);
    for (const [at] of columns.epoch.entries()) columns.epoch[at] = at;
    const checkpoints = new Float32Array(bytes / 4);
    member.progress({ columns, checkpoints, violations: [], trainedEpochs: 11, elapsedMs: 1 });
    member.ended({ kind: 'done', fingerprint: String(seed), attempt: 1, elapsedMs: 1 });
    return member;
  });
  return { experiment: settings, members, discarded: [] };
}

describe('kept sets', () => {
  test('are found by what they train: how many repeats are wanted makes no difference', () => {
    const sets = new KeptSets();
    sets.keep(setOf(1, 400), 10_000);
    sets.keep(setOf(2, 400), 10_000);
    expect(sets.find({ ...experiment, seed: 2, repeats: 8 })?.members[0]?.facts.fingerprint).toBe('2');
    expect(sets.find({ ...experiment, seed: 3 })).toBeUndefined();
  });

  test('stay within the budget: the oldest loses checkpoints first', () => {
    const sets = new KeptSets();
    for (const seed of [1, 2, 3]) sets.keep(setOf(seed, 400), 1000);
    expect(sets.bytes()).toBeLessThanOrEqual(1000);
    const bytes = (seed: number) =>
      sets.find({ ...experiment, seed })?.members[0]?.checkpoints.summary().bytes ?? -1;
    expect(bytes(1)).toBeLessThanOrEqual(200);
    expect(bytes(3)).toBe(400);
    sets.shrink(400);
    expect(sets.bytes()).toBeLessThanOrEqual(400);
    expect(bytes(3)).toBe(400);
  });

  test('hold each experiment once, no more than sixteen of them and 320 repeats', () => {
    const sets = new KeptSets();
    sets.keep(setOf(1, 40), 100_000);
    sets.keep(setOf(1, 80), 100_000);
    expect(sets.bytes()).toBe(80);
    for (let seed = 2; seed <= 20; seed++) sets.keep(setOf(seed, 40), 100_000);
    expect(sets.find({ ...experiment, seed: 4 })).toBeUndefined();
    expect(sets.find({ ...experiment, seed: 5 })).toBeDefined();
    sets.keep(setOf(21, 40, 200), 100_000);
    sets.keep(setOf(22, 40, 200), 100_000);
    expect(sets.find({ ...experiment, seed: 21 })).toBeUndefined();
    expect(sets.find({ ...experiment, seed: 22 })?.members).toHaveLength(200);
  });
});
