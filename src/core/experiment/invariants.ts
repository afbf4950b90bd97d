import { countedIn } from '../information/entropy.ts';
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
 * Every sample is counted once, in joint counts `weight` times; 0 <= I(T;Y) <= min(I(X;Y), H(T)) and H(T) <= H(X); and by the data-processing
 * inequality neither H(T) nor I(T;Y) grows from a layer to the next, where both rulers of the output are read from
 * the last hidden layer.
 */
export function brokenInvariants(
  rows: readonly RowInformation[],
  limits: Limits,
  samples: number,
  weight = 1,
): string[] {
  const most = limits.ixy ?? limits.hy;
  const broken: string[] = [];
  const grid = rows.length - 2;
  for (const [index, { ixt, ity, counts }] of rows.entries()) {
    const name = index < grid ? `T${index + 1}` : `T${grid + 1} (${index === grid ? 'grid' : 'exact'})`;
    for (const [part, all] of [
      ['histogram', samples],
      ['joint', samples * weight],
    ] as const) {
      const counted = countedIn(counts[part]);
      if (counted !== all) broken.push(`${name}: ${counted} of ${all} samples in the ${part} counts`);
    }
    if (!(ity >= -tolerance)) broken.push(`${name}: I(T;Y) = ${ity} is negative`);
    if (!(ity <= most + tolerance)) broken.push(`${name}: I(T;Y) = ${ity} is above I(X;Y) = ${most}`);
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
