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
});

describe('the median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
