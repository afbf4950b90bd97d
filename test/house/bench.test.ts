import { describe, expect, it } from 'vitest';
import { multiplyAdds } from '../bench/multiply-adds.ts';
import { median } from '../bench/statistics.ts';

describe('the multiply-adds an epoch needs', () => {
  it('are two a weight in the first layer, which passes no gradient on', () => {
    expect(multiplyAdds([{ inputs: 3, units: 2 }], 1)).toBe(2 * 3 * 2);
  });

  it('are three a weight in the others, for each sample', () => {
    const layers = [
      { inputs: 3, units: 2 },
      { inputs: 2, units: 4 },
    ];
    expect(multiplyAdds(layers, 10)).toBe(10 * (2 * 6 + 3 * 8));
  });

  it('are 2.19 million in the default run', () => {
    const widths = [12, 10, 7, 5, 4, 3, 2];
    const layers = widths.slice(1).map((units, index) => ({ inputs: widths[index] ?? 0, units }));
    expect(multiplyAdds(layers, 3276)).toBe(2_191_644);
  });

  it('are one a weight and place in a convolution, none in pooling, and none for inputs that are zero', () => {
    const image = { height: 4, width: 5, channels: 1 };
    const convolution = { kind: 'convolution', image, size: 3, filters: 2 } as const;
    const pooling = { kind: 'pooling', image: { height: 2, width: 3, channels: 2 }, size: 2 } as const;
    const layers = [
      { inputs: 20, units: 12, shape: convolution },
      { inputs: 12, units: 2, shape: pooling },
      { inputs: 2, units: 3 },
    ];
    expect(multiplyAdds(layers, 10, 5)).toBe(10 * (2 * 12 * 9 + 3 * 6));
    expect(multiplyAdds([{ inputs: 20, units: 3 }], 10, 5)).toBe(10 * 2 * 5 * 3);
  });
});

describe('the median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
