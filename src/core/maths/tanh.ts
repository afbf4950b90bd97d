import { bitsOf, fromBits } from './bits.ts';

const f = Math.fround;

/**
 * The hyperbolic tangent in float32, for every float32 x; at most 2.36 ulp off, odd to the last bit, never beyond
 * 1 in magnitude; it may step back by 1 ulp where it grows. NaN gives NaN, and -0 gives -0.
 *
 * |x| = k ln2 / 2 + r. With s = 2^k / 2 and tanh(r) = r / D (D a short polynomial in r^2, as r is small), the
 * addition formula gives n / (n + (D - r)) with n = (s - 1/2) D + (s + 1/2) r. Why this form:
 * - one division, and no exponential that is rounded before it is divided;
 * - for small x, k = 0 and n is x itself: small results keep their relative accuracy;
 * - for large x, D - r fades beside n: the errors of n cancel, and the quotient cannot pass 1.
 */
export function tanhF32(x: number): number {
  const magnitude = Math.abs(x);
  // The result is 1 from about 9.01 on; 9.25 keeps 2^k in bounds.
  const a = 9.25 < magnitude ? 9.25 : magnitude;
  // Adding 1.5 * 2^23 rounds to the nearest integer; the 126 more makes 2^k / 2 of the low bits.
  const t = f(f(a * 2.885390043258667) + 12583038);
  const r = f(a - f(f(t - 12583038) * 0.3465735912322998));
  const s = fromBits(bitsOf(t) << 23);
  const y = f(r * r);
  const d = f(f(y * f(f(y * -0.022134244441986084) + 0.33333295583724976)) + 1);
  const n = f(f(f(s - 0.5) * d) + f(f(s + 0.5) * r));
  const q = f(n / f(n + f(d - r)));
  return x < 0 || Object.is(x, -0) ? -q : q;
}
