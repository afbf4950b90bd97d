const f32 = Math.fround;

/**
 * One step of the moving average of a range, not debiased (Keras' way): range -= (range - new) * (1 - decay),
 * with 1 - decay taken in double, then float32.
 */
export function movingAverage(old: number, now: number, decay: number): number {
  return f32(old - f32(f32(old - now) * f32(1 - decay)));
}

/** A range always contains zero where it is averaged or kept: [min(0, smallest), max(0, largest)]. */
export const withZero = (smallest: number, largest: number): [number, number] => [
  smallest < 0 ? smallest : 0,
  largest > 0 ? largest : 0,
];
