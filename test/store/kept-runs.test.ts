import { describe, expect, test } from 'vitest';
import { Trajectory } from '../../src/core/experiment/trajectory.ts';
import { Checkpoints } from '../../src/store/checkpoints.ts';
import { KeptRuns, type KeptRun } from '../../src/store/kept-runs.ts';
import { experiment, start } from './fixtures.ts';

function keptRun(seed: number, bytes: number): KeptRun {
  const checkpoints = new Checkpoints();
  for (let epoch = 0; epoch < bytes / 40; epoch++) checkpoints.add(epoch, new Float32Array(10));
  return {
    experiment: { ...experiment, seed },
    start,
    trajectory: new Trajectory(7),
    checkpoints,
    violations: [],
    fingerprint: String(seed),
    elapsedMs: 1,
  };
}

describe('kept runs', () => {
  test('are found by their settings', () => {
    const runs = new KeptRuns();
    runs.keep(keptRun(1, 400));
    runs.keep(keptRun(2, 400));
    expect(runs.find({ ...experiment, seed: 2 })?.fingerprint).toBe('2');
    expect(runs.find({ ...experiment, seed: 3 })).toBeUndefined();
  });

  test('stay within their budget: the oldest loses checkpoints first', () => {
    const runs = new KeptRuns(1000);
    for (const seed of [1, 2, 3]) runs.keep(keptRun(seed, 400));
    expect(runs.bytes()).toBeLessThanOrEqual(1000);
    expect(runs.find({ ...experiment, seed: 1 })?.checkpoints.summary().bytes).toBeLessThanOrEqual(200);
    expect(runs.find({ ...experiment, seed: 3 })?.checkpoints.summary().bytes).toBe(400);
  });

  test('hold each experiment once, and no more than sixteen', () => {
    const runs = new KeptRuns();
    runs.keep(keptRun(1, 40));
    runs.keep(keptRun(1, 80));
    expect(runs.bytes()).toBe(80);
    for (let seed = 2; seed <= 20; seed++) runs.keep(keptRun(seed, 40));
    expect(runs.find({ ...experiment, seed: 4 })).toBeUndefined();
    expect(runs.find({ ...experiment, seed: 5 })).toBeDefined();
  });
});
