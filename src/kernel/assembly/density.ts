/** Kernel density bounds: the fast form of the sums in core/information/kernel-density.ts, in double, with equal bits. */

/** As in core/maths/exp-negative.ts: below this e^x is taken for 0. */
const SMALLEST: f64 = -48;
const LOG2_E: f64 = 1.4426950408889634;
const LN2_LONG: f64 = 0.6931471803691238;
const LN2_SHORT: f64 = 1.9082149292705877e-10;
/** 1 / k!, each the one before over k. */
const C2: f64 = 1.0 / 2.0;
const C3: f64 = C2 / 3.0;
const C4: f64 = C3 / 4.0;
const C5: f64 = C4 / 5.0;
const C6: f64 = C5 / 6.0;
const C7: f64 = C6 / 7.0;
const C8: f64 = C7 / 8.0;
const C9: f64 = C8 / 9.0;
const C10: f64 = C9 / 10.0;
const C11: f64 = C10 / 11.0;
const C12: f64 = C11 / 12.0;
const C13: f64 = C12 / 13.0;

@inline
function times(sum: v128, r: v128, next: f64): v128 {
  return f64x2.add(f64x2.mul(sum, r), f64x2.splat(next));
}

/** expNegative of two numbers that are not below SMALLEST; of others whatever comes. */
@inline
function expNegative(x: v128): v128 {
  // To round half upward is right for numbers that are not positive, and exact there.
  const k = f64x2.floor(f64x2.add(f64x2.mul(x, f64x2.splat(LOG2_E)), f64x2.splat(0.5)));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(k, f64x2.splat(LN2_LONG))), f64x2.mul(k, f64x2.splat(LN2_SHORT)));
  let sum = times(f64x2.splat(C13), r, C12);
  sum = times(sum, r, C11);
  sum = times(sum, r, C10);
  sum = times(sum, r, C9);
  sum = times(sum, r, C8);
  sum = times(sum, r, C7);
  sum = times(sum, r, C6);
  sum = times(sum, r, C5);
  sum = times(sum, r, C4);
  sum = times(sum, r, C3);
  sum = times(sum, r, C2);
  sum = times(sum, r, 1);
  sum = times(sum, r, 1);
  const exponent = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(k));
  return f64x2.mul(sum, i64x2.shl(i64x2.add(exponent, i64x2.splat(1023)), 52));
}

/**
 * What group `at` and each group behind it bring to each other's sums over all groups, and over those of the class,
 * which ends before group `end`. Columns are `units` rows of n + 1 f64, the last of them infinite; weights and sums
 * have n.
 */
export function densityRow(
  columns: usize, units: i32, stride: usize, n: i32, at: i32, end: i32, factor: f64, weights: usize, all: usize, own: usize,
): void {
  const here = columns + (<usize>at << 3);
  const weight = load<f64>(weights + (<usize>at << 3));
  const scale = f64x2.splat(factor);
  let sum = load<f64>(all + (<usize>at << 3));
  let ownSum = load<f64>(own + (<usize>at << 3));
  for (let j = at + 1; j < n; j += 2) {
    let from = here;
    let to = columns + (<usize>j << 3);
    let distance = f64x2.splat(0);
    for (let unit = 0; unit < units; unit++) {
      const difference = f64x2.sub(v128.load(to), v128.load64_splat(from));
      distance = f64x2.add(distance, f64x2.mul(difference, difference));
      from += stride;
      to += stride;
    }
    const x = f64x2.mul(scale, distance);
    const isNear = f64x2.gt(x, f64x2.splat(SMALLEST));
    if (!v128.any_true(isNear)) continue;
    const near = v128.and(expNegative(x), isNear);
    for (let lane = 0; lane < 2; lane++) {
      const one = lane == 0 ? f64x2.extract_lane(near, 0) : f64x2.extract_lane(near, 1);
      if (one == 0) continue;
      const other = <usize>(j + lane) << 3;
      const given = load<f64>(weights + other) * one;
      const taken = weight * one;
      sum += given;
      store<f64>(all + other, load<f64>(all + other) + taken);
      if (j + lane >= end) continue;
      ownSum += given;
      store<f64>(own + other, load<f64>(own + other) + taken);
    }
  }
  store<f64>(all + (<usize>at << 3), sum);
  store<f64>(own + (<usize>at << 3), ownSum);
}
