/** tan(pi/16) is about 0.2, and 0.2^25 / 25 is below half an ulp. */
const TERMS = 13;

/**
 * The arc tangent in double precision, at most 4e-16 off, odd. `Math.atan` may differ from browser to browser; this
 * uses only operations that IEEE 754 fixes.
 *
 * atan x = pi/2 - atan(1/x); atan x = 2 atan(x / (1 + sqrt(1 + x^2))), twice; then its power series.
 */
export function atan(x: number): number {
  if (x < 0) return -atan(-x);
  if (x > 1) return Math.PI / 2 - atan(1 / x);
  const half = x / (1 + Math.sqrt(1 + x * x));
  const quarter = half / (1 + Math.sqrt(1 + half * half));
  const square = quarter * quarter;
  let sum = 0;
  for (let k = TERMS - 1; k >= 0; k--) sum = 1 / (2 * k + 1) - square * sum;
  return 4 * quarter * sum;
}
