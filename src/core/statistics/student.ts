import { atan } from '../maths/atan.ts';

/**
 * P(|T| <= t) for Student's t with a whole number of degrees of freedom, t >= 0.
 *
 * Closed form (Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4), with
 * theta = atan(t / sqrt(df)):
 * - df even: sin theta (1 + 1/2 cos^2 theta + (1 3)/(2 4) cos^4 theta + ...), up to cos^(df - 2);
 * - df odd: 2/pi (theta + sin theta (cos theta + 2/3 cos^3 theta + ...)), up to cos^(df - 2).
 */
export function studentWithin(t: number, degrees: number): number {
  requireDegrees(degrees);
  if (t === Infinity) return 1;
  const hypotenuse = Math.sqrt(degrees + t * t);
  const sine = t / hypotenuse;
  const squaredCosine = degrees / (degrees + t * t);
  const isEven = degrees % 2 === 0;
  let term = isEven ? 1 : Math.sqrt(degrees) / hypotenuse;
  let sum = 0;
  for (let power = isEven ? 0 : 1; power <= degrees - 2; power += 2) {
    sum += term;
    term *= squaredCosine * ((power + 1) / (power + 2));
  }
  return isEven ? sine * sum : (atan(t / Math.sqrt(degrees)) + sine * sum) / (Math.PI / 2);
}

/**
 * The t with P(|T| <= t) = confidence: 12.706 for 0.95 and 1 degree of freedom, 1.96 for very many. By bisection to
 * the last bits of a double.
 *
 * @param confidence above 0, below 1
 * @param degrees 1, 2, 3, ...
 */
export function studentQuantile(confidence: number, degrees: number): number {
  requireDegrees(degrees);
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`studentQuantile: the confidence must be between 0 and 1, but is ${confidence}`);
  }
  let low = 0;
  let high = 1;
  while (studentWithin(high, degrees) < confidence) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return high;
    if (studentWithin(middle, degrees) < confidence) low = middle;
    else high = middle;
  }
}

function requireDegrees(degrees: number): void {
  if (!Number.isInteger(degrees) || degrees < 1) {
    throw new RangeError(`Student's t: degrees of freedom must be 1, 2, 3, ..., but are ${degrees}`);
  }
}
