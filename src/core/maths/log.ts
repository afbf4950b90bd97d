import { bitsOf, fromBits } from './bits.ts';

const f = Math.fround;
const SMALLEST_NORMAL = 1.1754943508222875e-38;
/** The bit pattern of sqrt(1/2). */
const SQRT_HALF = 0x3f3504f3;

/**
 * The natural logarithm in float32, for positive normal x; at most 1.31 ulp off, and log(1) = 0.
 *
 * Whatever lies below the smallest normal number (zero and negative numbers too) counts as that number, so that the
 * result is finite: about -87.34. Infinity counts as 2^128. NaN gives NaN.
 *
 * x = 2^k (1 + u) with 1 + u between sqrt(1/2) and sqrt 2, where log(1 + u) = u - u^2 / 2 + u^3 L(u).
 */
export function logF32(x: number): number {
  // The bit work below would make a number of a NaN.
  if (Number.isNaN(x)) return NaN;
  const bits = bitsOf(x < SMALLEST_NORMAL ? SMALLEST_NORMAL : x);
  const k = (bits - SQRT_HALF) >> 23;
  const u = f(fromBits(bits - (k << 23)) - 1);
  const h = f(u * u);
  let p = f(f(-0.07634320110082626 * u) + 0.12761364877223969);
  p = f(f(p * u) + -0.13160230219364166);
  p = f(f(p * u) + 0.14201804995536804);
  p = f(f(p * u) + -0.16623418033123016);
  p = f(f(p * u) + 0.20001226663589478);
  p = f(f(p * u) + -0.2500081956386566);
  p = f(f(p * u) + 0.3333333134651184);
  // ln 2 in two parts; k times the longer one is exact.
  const tail = f(f(k * 1.428606765330187e-6) + f(f(u * h) * p));
  const near = f(f(u - f(0.5 * h)) + tail);
  return f(near + f(k * 0.693145751953125));
}
