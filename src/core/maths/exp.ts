import { bitsOf, fromBits } from './bits.ts';

const f = Math.fround;

/**
 * e^x without clamps, for float32 x from -87.3125 to 88.375 (or NaN).
 *
 * e^x = 2^k e^r with k = round(x / ln 2). ln 2 comes in two parts, the first so short that k times it is exact, so
 * r keeps its low bits. The polynomial is 1 + (r + r^2 E(r)): the last addition alone rounds at full size.
 */
export function expReduced(x: number): number {
  // Adding 1.5 * 2^23 rounds to the nearest integer; the 127 more puts the exponent's bias into the low bits.
  const t = f(f(x * 1.4426950216293335) + 12583039);
  const k = f(t - 12583039);
  const r = f(f(x - f(k * 0.693145751953125)) - f(k * 1.428606765330187e-6));
  let p = f(f(0.0013814803678542376 * r) + 0.008368680253624916);
  p = f(f(p * r) + 0.041668422520160675);
  p = f(f(p * r) + 0.1666652113199234);
  p = f(f(p * r) + 0.4999999403953552);
  p = f(1 + f(r + f(f(r * r) * p)));
  return f(p * fromBits(bitsOf(t) << 23));
}

/**
 * e^x in float32, for every float32 x; at most 0.99 ulp off where x is not clamped.
 *
 * x is clamped to [-87.3125, 88.375], so that the result is always a positive normal number: no overflow, no
 * denormals (which are slow on some processors). NaN gives NaN.
 */
export function expF32(x: number): number {
  const below = 88.375 < x ? 88.375 : x;
  return expReduced(below < -87.3125 ? -87.3125 : below);
}
