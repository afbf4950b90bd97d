import { describe, expect, test } from 'vitest';
import { check } from '../../../../src/core/experiment/check.ts';
import { defaults } from '../../../../src/core/experiment/fields.ts';
import {
  choiceByName,
  choiceOf,
  choices,
  presetById,
  presets,
} from '../../../../src/core/experiment/presets/presets.ts';
import { isRuler, parseRuler } from '../../../../src/core/information/ruler-text.ts';
import { fromQuery, toQuery } from '../../../../src/share/link.ts';

const names = choices.map(({ preset, variant }) => ({ name: `${preset.id}/${variant.id}`, preset, variant }));

test('every preset and every variant of a preset has a name of its own', () => {
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
});

describe('every variant', () => {
  test.for(names)('$name can be run, and a link gives it back', ({ variant: { experiment } }) => {
    expect(check(experiment)).toEqual([]);
    expect(fromQuery(toQuery(experiment))).toEqual({ experiment, problems: [] });
  });

  test.for(names)('$name is measured from epoch 1 on and begins bad fits again, as in the study', (one) => {
    const { zero, badfits, repeats, seed } = one.variant.experiment;
    expect({ zero, badfits, seed }).toEqual({ zero: false, badfits: 'restart', seed: 1 });
    expect(repeats).toBeGreaterThanOrEqual(10);
  });

  test.for(names)('$name is recognised by its settings, with any seed and any repeats', (one) => {
    const { experiment } = one.variant;
    expect(choiceOf(experiment, one.preset.id)).toEqual({ preset: one.preset, variant: one.variant });
    expect(choiceOf({ ...experiment, seed: 77, repeats: 3 }, one.preset.id)?.variant).toBe(one.variant);
    expect(choiceOf({ ...experiment, epochs: 17 }, one.preset.id)).toBeUndefined();
  });

  test.for(names)('$name has recorded outcomes of layers that it has', ({ variant }) => {
    const layers = variant.experiment.net.length + 1;
    for (const { layer, output, quantity, value, sd } of variant.recorded) {
      if (quantity === 'trainAccuracy' || quantity === 'testAccuracy') expect(layer).toBeNull();
      else {
        expect(layer).toBeGreaterThanOrEqual(0);
        expect(layer).toBeLessThan(layers);
        expect(output !== null).toBe(layer === layers - 1);
      }
      if (typeof value !== 'number') expect(value[0]).toBeLessThan(value[1]);
      expect(sd ?? 1).toBeGreaterThan(0);
    }
  });
});

test('every ruler of a preset is one', () => {
  for (const text of presets.flatMap(({ rulers }) => rulers)) {
    expect(isRuler(parseRuler(text)), text).toBe(true);
  }
});

test('the default run is no preset, since the study measures nothing before training', () => {
  expect(choiceOf(defaults)).toBeUndefined();
  expect(choiceOf({ ...defaults, zero: false })?.preset.id).toBe('main');
});

test('settings that several presets share are of the one asked for, or of the first', () => {
  const { experiment } = presetById('accuracy')!.variants.find(({ id }) => id === 'relu-8')!;
  expect(choiceOf(experiment, 'accuracy')?.preset.id).toBe('accuracy');
  expect(choiceOf(experiment)?.preset.id).toBe('main');
  expect(choiceOf(experiment, 'mnist')?.preset.id).toBe('main');
});

test('a name without a variant means the first one', () => {
  expect(choiceByName('networks')?.variant.id).toBe('bottleneck-4');
  expect(choiceByName('networks/conv')?.variant.experiment.repeats).toBe(10);
  expect(choiceByName('networks/tanh')).toBeUndefined();
  expect(choiceByName('nothing')).toBeUndefined();
});

test('the images of the study have the networks of the study', () => {
  const netOf = (name: string): string =>
    /net=([^&]*)/.exec(toQuery(choiceByName(name)!.variant.experiment))![1]!;
  expect(netOf('mnist')).toBe('16-8-4-2');
  expect(netOf('networks/bottleneck-4')).toBe('16-12-8-4');
  expect(netOf('networks/hourglass')).toBe('16-8-4-2-4-8');
  expect(netOf('networks/4x10')).toBe('10-10-10-10');
  expect(netOf('networks/conv')).toBe('c2x3-p2-c2x3-p2-16');
});
