import type { RowCounts } from '../kernel.ts';
import type { Limits } from './trajectory.ts';

/** Rounding of entropies in double, far below what a single sample changes. */
const tolerance = 1e-9;

/** What one row of a measurement says. */
export interface RowInformation {
  readonly ixt: number;
  readonly ity: number;
  readonly counts: RowCounts;
}

/**
 * What must hold for exact counts of a quantized network, and does not; empty where all is well.
 *
 * Every sample is counted once; 0 <= I(T;Y) <= min(H(Y), H(T)) and H(T) <= H(X); and by the data-processing
 * inequality neither H(T) nor I(T;Y) grows from a layer to the next, where both rulers of the output are read from
 * the last hidden layer.
 */
export function brokenInvariants(rows: readonly RowInformation[], limits: Limits, samples: number): string[] {
  const broken: string[] = [];
  const grid = rows.length - 2;
  for (const [index, { ixt, ity, counts }] of rows.entries()) {
    const name = index < grid ? `T${index + 1}` : `T${grid + 1} (${index === grid ? 'grid' : 'exact'})`;
    for (const part of ['histogram', 'joint'] as const) {
      const counted = samplesIn(counts[part]);
      if (counted !== samples) broken.push(`${name}: ${counted} of ${samples} samples in the ${part} counts`);
    }
    if (!(ity >= -tolerance)) broken.push(`${name}: I(T;Y) = ${ity} is negative`);
    if (!(ity <= limits.hy + tolerance)) broken.push(`${name}: I(T;Y) = ${ity} is above H(Y) = ${limits.hy}`);
    if (!(ity <= ixt + tolerance)) broken.push(`${name}: I(T;Y) = ${ity} is above H(T) = ${ixt}`);
    if (!(ixt <= limits.hx + tolerance)) broken.push(`${name}: H(T) = ${ixt} is above H(X) = ${limits.hx}`);
    const before = rows[Math.min(index, grid) - 1];
    if (!before) continue;
    if (!(ixt <= before.ixt + tolerance))
      broken.push(`${name}: H(T) = ${ixt} is above ${before.ixt} of the layer before`);
    if (!(ity <= before.ity + tolerance))
      broken.push(`${name}: I(T;Y) = ${ity} is above ${before.ity} of the layer before`);
  }
  return broken;
}

function samplesIn(pairs: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < pairs.length; i += 2) sum += pairs[i]! * pairs[i + 1]!;
  return sum;
}
