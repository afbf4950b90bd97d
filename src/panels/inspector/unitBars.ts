import type { UnitHistograms } from '../../core/inspection/unit-histograms.ts';

/** Bars of a picture at most: more codes share bars, evenly. */
export const mostBars = 64;

/** Codes of one bar. */
export const codesPerBar = (possible: number): number => Math.max(1, Math.ceil(possible / mostBars));

/** Inputs by bar, of one unit: bar i holds codes i k ... i k + k - 1, k = codesPerBar. */
export function unitBars({ possible, starts, codes, counts }: UnitHistograms, unit: number): Uint32Array {
  const each = codesPerBar(possible);
  const bars = new Uint32Array(Math.ceil(possible / each));
  for (let i = starts[unit] ?? 0; i < (starts[unit + 1] ?? 0); i++) {
    const bar = Math.floor((codes[i] ?? 0) / each);
    bars[bar] = (bars[bar] ?? 0) + (counts[i] ?? 0);
  }
  return bars;
}

/** Inputs of a unit's most frequent code. */
export function mostFrequent({ starts, counts }: UnitHistograms, unit: number): number {
  return counts.subarray(starts[unit], starts[unit + 1]).reduce((most, count) => Math.max(most, count), 0);
}

/** Bars as one path, `width` by `height` px, up to their own largest; what is there at all is at least 1 px high. */
export function barsPath(bars: Uint32Array, width: number, height: number): string {
  const largest = bars.reduce((most, count) => Math.max(most, count), 0);
  const step = width / bars.length;
  const gap = bars.length <= 32 ? 1 : 0;
  return [...bars]
    .flatMap((count, i) => {
      if (count === 0) return [];
      const up = Math.max(1, (height * count) / largest);
      return [`M${round(i * step)} ${height}v${round(-up)}h${round(step - gap)}v${round(up)}z`];
    })
    .join('');
}

const round = (value: number): number => Math.round(100 * value) / 100;
