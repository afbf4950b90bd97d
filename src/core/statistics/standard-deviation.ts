import { mean } from './mean.ts';

/** The standard deviation of a sample: the squared deviations over n - 1. Of fewer than two values it is unknown: NaN. */
export function standardDeviation(values: ArrayLike<number>): number {
  const n = values.length;
  if (n < 2) return NaN;
  const middle = mean(values);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (values[i]! - middle) * (values[i]! - middle);
  return Math.sqrt(sum / (n - 1));
}
