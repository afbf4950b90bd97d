import { expect, test } from 'vitest';
import { classMeans } from '../../src/panels/classMeans.ts';

test('each class has the mean output of each unit over its samples', () => {
  const means = classMeans({
    units: 2,
    values: Float32Array.of(1, 10, 3, 30, 5, 50),
    labels: Uint8Array.of(1, 0, 1),
    classes: 3,
  });
  expect(means).toEqual([
    { samples: 1, means: [3, 30] },
    { samples: 2, means: [3, 30] },
    { samples: 0, means: [NaN, NaN] },
  ]);
});
