import { describe, expect, test } from 'vitest';
import { planOf } from '../../src/cli/set/plan.ts';
import { presetById } from '../../src/core/experiment/presets/presets.ts';

const range = (from: number, to: number, of: number | null = null) =>
  ({ kind: 'range', from, to, of }) as const;

describe('planOf', () => {
  test('gives all variants of a preset, each with a folder of its own', () => {
    const plans = planOf('main', null, 'out');
    expect(plans.map(({ name, folder }) => [name, folder])).toEqual([
      ['main/tanh', 'out/tanh'],
      ['main/relu', 'out/relu'],
    ]);
    expect(plans.map(({ experiment }) => experiment)).toEqual(
      presetById('main')?.variants.map(({ experiment }) => experiment),
    );
    expect(plans[0]?.repeats).toHaveLength(50);
  });

  test('gives one variant, or the only one, in the folder itself', () => {
    expect(planOf('main/relu', null, 'out')).toMatchObject([{ name: 'main/relu', folder: 'out' }]);
    expect(planOf('mnist', null, 'out')).toMatchObject([{ name: 'mnist/bottleneck-2', folder: 'out' }]);
  });

  test('takes a whole link, the default run, and the number of repeats of the option before that of the link', () => {
    const [plan] = planOf('https://example.org/p/?bits=4&repeats=9#x', { kind: 'all', repeats: 2 }, null);
    expect(plan).toMatchObject({ experiment: { bits: 4, repeats: 2 }, repeats: [1, 2], folder: null });
    expect(planOf('', null, null)).toMatchObject([{ repeats: [1] }]);
  });

  test('lets a range be part of a set that is at least as large, and never a single run', () => {
    expect(planOf('repeats=50', range(11, 13), null)).toMatchObject([
      { experiment: { repeats: 50 }, repeats: [11, 12, 13] },
    ]);
    expect(planOf('', range(11, 12), null)).toMatchObject([
      { experiment: { repeats: 12 }, repeats: [11, 12] },
    ]);
    expect(planOf('', range(1, 1), null)).toMatchObject([{ experiment: { repeats: 2 }, repeats: [1] }]);
    expect(planOf('main/relu', range(3, 4, 8), null)).toMatchObject([
      { experiment: { repeats: 8 }, repeats: [3, 4] },
    ]);
  });
});
