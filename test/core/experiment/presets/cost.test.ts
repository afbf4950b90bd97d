import { expect, test } from 'vitest';
import { defaults } from '../../../../src/core/experiment/fields.ts';
import { estimateMs, repeatMs, slowness } from '../../../../src/core/experiment/presets/cost.ts';
import { choices } from '../../../../src/core/experiment/presets/presets.ts';

test.for(choices.map(({ preset, variant }) => [`${preset.id}/${variant.id}`, variant] as const))(
  'how long %s takes is known',
  ([, { experiment }]) => {
    expect(repeatMs(experiment)).toBeGreaterThan(1000);
  },
);

test('repeats that go on together take the time of one', () => {
  const one = estimateMs({ ...defaults, repeats: 1 }, 1, 1)!;
  expect(estimateMs({ ...defaults, repeats: 50 }, 1, 1)).toBeCloseTo(50 * one);
  expect(estimateMs({ ...defaults, repeats: 50 }, 8, 1)).toBeCloseTo(7 * one);
  expect(estimateMs({ ...defaults, repeats: 50 }, 100, 2)).toBeCloseTo(2 * one);
});

test('a machine is as slow as its run has been', () => {
  const whole = repeatMs(defaults)!;
  expect(slowness(defaults, 3 * whole, 1)).toBeCloseTo(3);
  expect(slowness(defaults, whole / 4, 0.5)).toBeCloseTo(0.5);
});

test('nothing is guessed of networks that nobody measured, or from a run that has hardly begun', () => {
  expect(repeatMs({ ...defaults, net: [64] })).toBeNull();
  expect(slowness({ ...defaults, net: [64] }, 1000, 1)).toBeNull();
  expect(slowness(defaults, 20, 0.01)).toBeNull();
});
