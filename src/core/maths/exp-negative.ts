/** Below this e^x is less than 1.5e-21. */
const SMALLEST = -48;
const LOG2_E = 1.4426950408889634;
/** ln 2 in two parts; whole numbers up to 2^20 times the longer one are exact. */
const LN2_LONG = 0.6931471803691238;
const LN2_SHORT = 1.9082149292705877e-10;
/** 1 / k!: |r| is at most ln 2 / 2, and r^14 / 14! below 5e-18. */
const COEFFICIENTS = new Float64Array(14);
/** 2^-k. */
const HALVES = new Float64Array(72);

COEFFICIENTS[0] = HALVES[0] = 1;
for (let k = 1; k < COEFFICIENTS.length; k++) COEFFICIENTS[k] = COEFFICIENTS[k - 1]! / k;
for (let k = 1; k < HALVES.length; k++) HALVES[k] = HALVES[k - 1]! / 2;

/**
 * e^x in double precision for x <= 0, and 0 below -48; the relative error is at most 4e-16. `Math.exp` may differ
 * from browser to browser; this uses only operations that IEEE 754 fixes.
 */
export function expNegative(x: number): number {
  if (!(x > SMALLEST)) return 0;
  const k = Math.round(x * LOG2_E);
  const r = x - k * LN2_LONG - k * LN2_SHORT;
  let sum = 0;
  for (let i = COEFFICIENTS.length - 1; i >= 0; i--) sum = sum * r + COEFFICIENTS[i]!;
  return sum * HALVES[-k]!;
}
