/** What comes between a step's gradients and its update, in the flat arrays of parameters. */

/** Adds gradients and their squares to sums in double: addGradients of core. The arrays are padded to four. */
export function addGradients(gradients: usize, sums: usize, squares: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const g = v128.load(gradients + at);
    addTwo(f64x2.promote_low_f32x4(g), sums + 2 * at, squares + 2 * at);
    addTwo(f64x2.promote_low_f32x4(i32x4.shuffle(g, g, 2, 3, 2, 3)), sums + 2 * at + 16, squares + 2 * at + 16);
  }
}

@inline
function addTwo(g: v128, sum: usize, square: usize): void {
  v128.store(sum, f64x2.add(v128.load(sum), g));
  v128.store(square, f64x2.add(v128.load(square), f64x2.mul(g, g)));
}

/** Adds the penalty's gradient to those of one kernel, of any number of weights: addPenalty of core. */
export function addPenalty(kernel: usize, gradient: usize, bytes: usize, l1: f32, twice: f32): void {
  const up = f32x4.splat(l1), down = f32x4.splat(-l1), zero = f32x4.splat(0), slope = f32x4.splat(twice);
  const whole = bytes & ~15;
  for (let at: usize = 0; at < whole; at += 16) {
    const w = v128.load(kernel + at);
    const ofL1 = v128.or(v128.and(f32x4.gt(w, zero), up), v128.and(f32x4.lt(w, zero), down));
    const change = f32x4.add(ofL1, f32x4.mul(slope, w));
    v128.store(gradient + at, f32x4.add(v128.load(gradient + at), change));
  }
  for (let at = whole; at < bytes; at += 4) {
    const w = load<f32>(kernel + at);
    const ofL1: f32 = w > 0 ? l1 : w < 0 ? -l1 : 0;
    const change: f32 = ofL1 + twice * w;
    store<f32>(gradient + at, load<f32>(gradient + at) + change);
  }
}
