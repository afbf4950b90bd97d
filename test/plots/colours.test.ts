import { describe, expect, test } from 'vitest';
import { epochSteps, epochStep, epochTable, layerColour, palettes } from '../../src/plots/colours.ts';
import { divergingColour } from '../../src/plots/diverging.ts';
import { contrast, token, tokens } from './tokens.ts';

const themes = ['light', 'dark'] as const;
const surfaces = ['bg', 'panel', 'soft'] as const;
const nine = Array.from({ length: 9 }, (_, i) => i + 1);

test('contrast is that of WCAG 2.2', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each(themes)('in the %s theme', (theme) => {
  const palette = palettes[theme];
  const of = (name: string): string => token(theme, name);

  test('numbers of either sign have a scale from the grid’s grey to ends with 3:1 on a panel', () => {
    const css = (part: number): string => `rgb(${divergingColour(part, palette).join(',')})`;
    expect(contrast(css(0), palette.grid)).toBeCloseTo(1, 2);
    expect(contrast(css(-1), palette.layers[0] ?? '')).toBeCloseTo(1, 2);
    expect(contrast(css(1), palette.layers[3] ?? '')).toBeCloseTo(1, 2);
    for (const sign of [-1, 1]) {
      expect(contrast(css(sign), palette.panel)).toBeGreaterThanOrEqual(3);
      expect(css(2 * sign)).toBe(css(sign));
      const steps = [0, 0.25, 0.5, 0.75, 1].map((part) => contrast(css(sign * part), palette.panel));
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
    }
  });

  test('tokens.css and the palette of the canvases are the same', () => {
    expect(palette.layers).toEqual(nine.map((n) => of(`layer-${n}`)));
    expect(palette.epochs).toEqual(nine.map((n) => of(`epoch-${n}`)));
    expect(palette.background).toBe(of('bg'));
    for (const name of ['panel', 'ink', 'mute', 'grid', 'accent'] as const)
      expect(palette[name]).toBe(of(name));
  });

  test.each(surfaces)('every text has 4.5:1 on %s', (surface) => {
    for (const text of ['ink', 'mute', 'accent', ...nine.map((n) => `layer-${n}`)]) {
      expect(contrast(of(text), of(surface)), text).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(['good', 'warn', 'bad'])('a message "%s" has 4.5:1 on its own ground and on panels', (name) => {
    for (const ground of [`${name}-bg`, 'bg', 'panel', 'soft']) {
      expect(contrast(of(name), of(ground)), ground).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(of('ink'), of(`${name}-bg`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('mute'), of(`${name}-bg`))).toBeGreaterThanOrEqual(4.5);
  });

  test('what is written on the accent has 4.5:1, and so has the callout', () => {
    expect(contrast(of('accent-ink'), of('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('bg'), of('ink'))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(surfaces)('edges of controls have 3:1 on %s', (surface) => {
    expect(contrast(of('edge'), of(surface))).toBeGreaterThanOrEqual(3);
  });

  test('every step of the epoch scale has 3:1 on the plane and on panels', () => {
    for (const step of epochTable(palette)) {
      expect(contrast(step, palette.background), step).toBeGreaterThanOrEqual(3);
      expect(contrast(step, palette.panel), step).toBeGreaterThanOrEqual(3);
    }
  });

  test('the epoch scale moves one way, and evenly', () => {
    // Every eighth step: single ones differ by the rounding of the channels.
    const ratios = epochTable(palette)
      .map((step) => contrast(step, palette.background))
      .filter((_, i) => i % 8 === 0);
    const steps = ratios.slice(1).map((ratio, i) => Math.log(ratio / (ratios[i] ?? 1)));
    expect(steps.every((step) => step < 0) || steps.every((step) => step > 0)).toBe(true);
    expect(Math.max(...steps.map(Math.abs))).toBeLessThan(0.12);
  });

  test('no two of the nine layers have the same colour', () => {
    expect(new Set(palette.layers).size).toBe(9);
    expect(layerColour(palette, 9)).toBe(layerColour(palette, 0));
  });
});

test('the two themes have the same tokens', () => {
  expect([...tokens.light.keys()]).toEqual([...tokens.dark.keys()]);
});

test('the epoch table has its ends at the first and the last stop', () => {
  const table = epochTable(palettes.light);
  expect(table).toHaveLength(epochSteps);
  expect(contrast(table[0] ?? '', palettes.light.epochs[0] ?? '')).toBeCloseTo(1, 6);
  expect(contrast(table[epochSteps - 1] ?? '', palettes.light.epochs[8] ?? '')).toBeCloseTo(1, 6);
  expect([epochStep(-1), epochStep(0), epochStep(1), epochStep(2)]).toEqual([0, 0, 255, 255]);
});
