import { measuredEpochs } from '../../../src/core/experiment/schedule.ts';
import { allocate, type TrajectoryColumns } from '../../../src/core/experiment/trajectory.ts';
import type { Random } from '../../../src/core/random/random.ts';

/** A curve by completed epochs. */
export type Curve = (epoch: number) => number;

export interface MadeCurve {
  readonly ixt: Curve;
  readonly ity: Curve;
}

export interface Schedule {
  readonly epochs: number;
  readonly every: number | 'log';
  readonly prefit?: number;
}

/** Goes from one value to another, half of the way at an epoch; the larger the steepness, the faster. */
export const change =
  (from: number, to: number, half: number, steepness = 3): Curve =>
  (epoch) => {
    const x = (epoch / half) ** steepness;
    return from + ((to - from) * x) / (1 + x);
  };

/** Nearly normal, of standard deviation 1: the sum of twelve uniform numbers. */
export function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random.unit();
  return sum;
}

/** Columns of one row with these curves, each measurement with its own noise of this standard deviation in bits. */
export function madeRun(
  { ixt, ity }: MadeCurve,
  { epochs, every, prefit = 0 }: Schedule,
  noise = 0,
  random: Random | null = null,
): TrajectoryColumns {
  const measured = [...measuredEpochs({ epochs, every, prefit, zero: false })];
  const run = allocate(1, measured.length);
  measured.forEach((epoch, m) => {
    const shaken = noise > 0 && random ? noise * normal(random) : 0;
    const shakenToo = noise > 0 && random ? 0.2 * noise * normal(random) : 0;
    run.epoch[m] = epoch;
    run.ixt[m] = ixt(epoch) + shaken;
    run.ity[m] = ity(epoch) + shakenToo;
  });
  return run;
}
