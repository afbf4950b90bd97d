/*
 * Elementary functions of four float32 lanes, out of plain SIMD operations.
 *
 * Each is, operation by operation, the function of the same name in src/core/maths (where the domains, the error
 * bounds and the reasons are told), and gives the same bits: change one only together with the other. The constants
 * come from scripts/fit-maths.py. pmin and pmax are chosen over min and max because they are a single instruction
 * on x86, and because pmin(x, limit) hands on a NaN in x.
 */

/** exp without its clamps: x from -87.33 to 88.37. */
@inline
function expReduced(x: v128): v128 {
  // Adding 1.5 * 2^23 rounds to the nearest integer; the 127 more puts the exponent's bias into the low bits.
  const magic = f32x4.splat(12583039.0);
  const t = f32x4.add(f32x4.mul(x, f32x4.splat(1.4426950216293335)), magic);
  const k = f32x4.sub(t, magic);
  const r = f32x4.sub(
    f32x4.sub(x, f32x4.mul(k, f32x4.splat(0.693145751953125))),
    f32x4.mul(k, f32x4.splat(1.428606765330187e-6)),
  );
  let p = f32x4.add(f32x4.mul(f32x4.splat(0.0013814803678542376), r), f32x4.splat(0.008368680253624916));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.041668422520160675));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.1666652113199234));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.4999999403953552));
  p = f32x4.add(f32x4.splat(1.0), f32x4.add(r, f32x4.mul(f32x4.mul(r, r), p)));
  return f32x4.mul(p, i32x4.shl(t, 23));
}

/** e^x; as expF32. */
@inline
export function exp4(x: v128): v128 {
  return expReduced(f32x4.pmax(f32x4.pmin(x, f32x4.splat(88.375)), f32x4.splat(-87.3125)));
}

/** The natural logarithm; as logF32. */
@inline
export function log4(x: v128): v128 {
  const b = f32x4.pmax(x, f32x4.splat(1.1754943508222875e-38));
  const e = i32x4.shr_s(i32x4.sub(b, i32x4.splat(0x3f3504f3)), 23);
  const f = f32x4.sub(i32x4.sub(b, i32x4.shl(e, 23)), f32x4.splat(1.0));
  const k = f32x4.convert_i32x4_s(e);
  const h = f32x4.mul(f, f);
  let p = f32x4.add(f32x4.mul(f32x4.splat(-0.07634320110082626), f), f32x4.splat(0.12761364877223969));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-0.13160230219364166));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(0.14201804995536804));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-0.16623418033123016));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(0.20001226663589478));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-0.2500081956386566));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(0.3333333134651184));
  const tail = f32x4.add(f32x4.mul(k, f32x4.splat(1.428606765330187e-6)), f32x4.mul(f32x4.mul(f, h), p));
  const near = f32x4.add(f32x4.sub(f, f32x4.mul(f32x4.splat(0.5), h)), tail);
  const sum = f32x4.add(near, f32x4.mul(k, f32x4.splat(0.693145751953125)));
  // The bit work above makes a number of a NaN; b is then NaN still.
  return v128.bitselect(sum, b, f32x4.eq(b, b));
}

/** The hyperbolic tangent; as tanhF32. 23 operations, one of them a division. */
@inline
export function tanh4(x: v128): v128 {
  const magic = f32x4.splat(12583038.0);
  const half = f32x4.splat(0.5);
  const a = f32x4.pmin(f32x4.abs(x), f32x4.splat(9.25));
  const t = f32x4.add(f32x4.mul(a, f32x4.splat(2.885390043258667)), magic);
  const r = f32x4.sub(a, f32x4.mul(f32x4.sub(t, magic), f32x4.splat(0.3465735912322998)));
  const s = i32x4.shl(t, 23);
  const y = f32x4.mul(r, r);
  const c = f32x4.add(f32x4.mul(y, f32x4.splat(-0.022134244441986084)), f32x4.splat(0.33333295583724976));
  const d = f32x4.add(f32x4.mul(y, c), f32x4.splat(1.0));
  const n = f32x4.add(f32x4.mul(f32x4.sub(s, half), d), f32x4.mul(f32x4.add(s, half), r));
  const q = f32x4.div(n, f32x4.add(n, f32x4.sub(d, r)));
  return v128.or(q, v128.and(x, f32x4.splat(-0.0)));
}

/** The error function; as erfF32. Both branches are computed, and each lane takes its own. */
@inline
export function erf4(x: v128): v128 {
  const one = f32x4.splat(1.0);
  const a = f32x4.pmin(f32x4.abs(x), f32x4.splat(4.0));
  const y = f32x4.mul(a, a);
  let p = f32x4.add(f32x4.mul(f32x4.splat(-0.0005919414688833058), y), f32x4.splat(0.004979127552360296));
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(-0.026757020503282547));
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(0.1128154918551445));
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(-0.37612468004226685));
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(0.12837915122509003));
  const near = f32x4.add(a, f32x4.mul(a, p));
  let g = f32x4.add(f32x4.mul(f32x4.splat(0.00019295039237476885), a), f32x4.splat(-0.0030139549635350704));
  g = f32x4.add(f32x4.mul(g, a), f32x4.splat(0.02211037278175354));
  g = f32x4.add(f32x4.mul(g, a), f32x4.splat(-0.10369002819061279));
  g = f32x4.add(f32x4.mul(g, a), f32x4.splat(-0.6374570727348328));
  g = f32x4.add(f32x4.mul(g, a), f32x4.splat(-1.1275126934051514));
  g = f32x4.add(f32x4.mul(g, a), f32x4.splat(-0.00023507123114541173));
  const far = f32x4.sub(one, expReduced(g));
  const q = v128.bitselect(near, far, f32x4.lt(a, f32x4.splat(0.9375)));
  return v128.or(q, v128.and(x, f32x4.splat(-0.0)));
}
