/** Dense layers on rows of samples: the fast form of core/network/dense.ts. A block is 32 samples, 128 bytes. */

/**
 * Rows from .. to of out: out[j] = sum over i of weight (i, j) times row i of x, upward from +0, then + bias j (none
 * where `bias` is null); every lane is another sample. Weight (i, j) is at weights + j next + i step bytes. The rows
 * of x lie in `lines` stretches of `across` bytes, `down` bytes apart.
 */
export function weighRows(
  weights: usize, next: usize, step: usize, bias: usize, x: usize, lines: i32, across: usize, down: usize, stride: usize,
  out: usize, bytes: usize, from: i32, to: i32,
): void {
  let j = from;
  for (; j + 1 < to; j += 2) {
    const shift0 = bias ? load<f32>(bias + (<usize>j << 2)) : 0;
    const shift1 = bias ? load<f32>(bias + (<usize>j << 2), 4) : 0;
    weighTwo(weights + <usize>j * next, next, step, shift0, shift1, x, lines, across, down, stride, out + <usize>j * stride, bytes);
  }
  if (j < to) {
    const shift = bias ? load<f32>(bias + (<usize>j << 2)) : 0;
    weighOne(weights + <usize>j * next, step, shift, x, lines, across, down, stride, out + <usize>j * stride, bytes);
  }
}

function weighOne(
  weights: usize, step: usize, bias: f32, x: usize, lines: i32, across: usize, down: usize, stride: usize, out: usize,
  bytes: usize,
): void {
  const shift = f32x4.splat(bias);
  for (let at: usize = 0; at < bytes; at += 128) {
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
    let w = weights;
    let line = x + at;
    for (let i = 0; i < lines; i++) {
      const end = line + across;
      for (let row = line; row < end; row += stride) {
        const weight = v128.load32_splat(w);
        s0 = f32x4.add(s0, f32x4.mul(weight, v128.load(row)));
        s1 = f32x4.add(s1, f32x4.mul(weight, v128.load(row, 16)));
        s2 = f32x4.add(s2, f32x4.mul(weight, v128.load(row, 32)));
        s3 = f32x4.add(s3, f32x4.mul(weight, v128.load(row, 48)));
        s4 = f32x4.add(s4, f32x4.mul(weight, v128.load(row, 64)));
        s5 = f32x4.add(s5, f32x4.mul(weight, v128.load(row, 80)));
        s6 = f32x4.add(s6, f32x4.mul(weight, v128.load(row, 96)));
        s7 = f32x4.add(s7, f32x4.mul(weight, v128.load(row, 112)));
        w += step;
      }
      line += down;
    }
    v128.store(out + at, f32x4.add(s0, shift));
    v128.store(out + at, f32x4.add(s1, shift), 16);
    v128.store(out + at, f32x4.add(s2, shift), 32);
    v128.store(out + at, f32x4.add(s3, shift), 48);
    v128.store(out + at, f32x4.add(s4, shift), 64);
    v128.store(out + at, f32x4.add(s5, shift), 80);
    v128.store(out + at, f32x4.add(s6, shift), 96);
    v128.store(out + at, f32x4.add(s7, shift), 112);
  }
}

/** Two rows of out at once, so that x is loaded once for both. */
function weighTwo(
  weights: usize, next: usize, step: usize, bias0: f32, bias1: f32, x: usize, lines: i32, across: usize, down: usize,
  stride: usize, out: usize, bytes: usize,
): void {
  const shift0 = f32x4.splat(bias0), shift1 = f32x4.splat(bias1);
  for (let at: usize = 0; at < bytes; at += 64) {
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, t0 = s0, t1 = s0, t2 = s0, t3 = s0;
    let w = weights;
    let line = x + at;
    for (let i = 0; i < lines; i++) {
      const end = line + across;
      for (let row = line; row < end; row += stride) {
        const v = v128.load32_splat(w), u = v128.load32_splat(w + next);
        const x0 = v128.load(row), x1 = v128.load(row, 16), x2 = v128.load(row, 32), x3 = v128.load(row, 48);
        s0 = f32x4.add(s0, f32x4.mul(v, x0));
        s1 = f32x4.add(s1, f32x4.mul(v, x1));
        s2 = f32x4.add(s2, f32x4.mul(v, x2));
        s3 = f32x4.add(s3, f32x4.mul(v, x3));
        t0 = f32x4.add(t0, f32x4.mul(u, x0));
        t1 = f32x4.add(t1, f32x4.mul(u, x1));
        t2 = f32x4.add(t2, f32x4.mul(u, x2));
        t3 = f32x4.add(t3, f32x4.mul(u, x3));
        w += step;
      }
      line += down;
    }
    const o = out + at;
    v128.store(o, f32x4.add(s0, shift0));
    v128.store(o, f32x4.add(s1, shift0), 16);
    v128.store(o, f32x4.add(s2, shift0), 32);
    v128.store(o, f32x4.add(s3, shift0), 48);
    v128.store(o + stride, f32x4.add(t0, shift1));
    v128.store(o + stride, f32x4.add(t1, shift1), 16);
    v128.store(o + stride, f32x4.add(t2, shift1), 32);
    v128.store(o + stride, f32x4.add(t3, shift1), 48);
  }
}

/** Sum of 8 partial sums: p and p + 4, then p and p + 2, then p and p + 1 (core/network/sum.ts). */
@inline
export function total(low: v128, high: v128): f32 {
  const four = f32x4.add(low, high);
  const two = f32x4.add(four, v128.shuffle<f32>(four, four, 2, 3, 0, 1));
  return f32x4.extract_lane(two, 0) + f32x4.extract_lane(two, 1);
}

/** Four such sums at once, after their partials p and p + 4 were added. */
@inline
function totals(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 1, 4, 5), v128.shuffle<f32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 2, 4, 6), v128.shuffle<f32>(ab, cd, 1, 3, 5, 7));
}

/** Sum over a row by sumOverSamples' order. Padding must be zero. */
export function sumRow(row: usize, bytes: usize): f32 {
  let low = f32x4.splat(0), high = low;
  for (let at: usize = 0; at < bytes; at += 32) {
    low = f32x4.add(low, v128.load(row + at));
    high = f32x4.add(high, v128.load(row + at, 16));
  }
  return total(low, high);
}

/**
 * out[i, j] = sum over samples of x[i] dz[j], for rows i in from .. to, in tiles of 2 x 2. In the last tile of an odd
 * side a row stands twice: it writes the same sum twice, which costs less than a branch.
 */
export function multiplyRows(
  x: usize, inputs: i32, dz: usize, units: i32, stride: usize, bytes: usize, out: usize, from: i32, to: i32,
): void {
  for (let i = from; i < to; i += 2) {
    const i1 = min(i + 1, inputs - 1);
    for (let j = 0; j < units; j += 2) {
      const j1 = min(j + 1, units - 1);
      let x0 = x + <usize>i * stride, x1 = x + <usize>i1 * stride;
      let z0 = dz + <usize>j * stride, z1 = dz + <usize>j1 * stride;
      const end = x0 + bytes;
      let a0 = f32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
      while (x0 < end) {
        const p0 = v128.load(x0), p1 = v128.load(x1), q0 = v128.load(z0), q1 = v128.load(z1);
        a0 = f32x4.add(a0, f32x4.mul(p0, q0));
        b0 = f32x4.add(b0, f32x4.mul(p0, q1));
        c0 = f32x4.add(c0, f32x4.mul(p1, q0));
        d0 = f32x4.add(d0, f32x4.mul(p1, q1));
        const r0 = v128.load(x0, 16), r1 = v128.load(x1, 16), t0 = v128.load(z0, 16), t1 = v128.load(z1, 16);
        a1 = f32x4.add(a1, f32x4.mul(r0, t0));
        b1 = f32x4.add(b1, f32x4.mul(r0, t1));
        c1 = f32x4.add(c1, f32x4.mul(r1, t0));
        d1 = f32x4.add(d1, f32x4.mul(r1, t1));
        x0 += 32;
        x1 += 32;
        z0 += 32;
        z1 += 32;
      }
      const sums = totals(f32x4.add(a0, a1), f32x4.add(b0, b1), f32x4.add(c0, c1), f32x4.add(d0, d1));
      v128.store_lane<f32>(out + (<usize>(i * units + j) << 2), sums, 0);
      v128.store_lane<f32>(out + (<usize>(i * units + j1) << 2), sums, 1);
      v128.store_lane<f32>(out + (<usize>(i1 * units + j) << 2), sums, 2);
      v128.store_lane<f32>(out + (<usize>(i1 * units + j1) << 2), sums, 3);
    }
  }
}

/** Four columns of `size` bytes become rows of four: row i, at out + i stride, has the i-th f32 of each column. */
@inline
export function turnFour(p0: usize, p1: usize, p2: usize, p3: usize, size: usize, out: usize, stride: usize): void {
  const whole = size & ~15;
  let i: usize = 0;
  for (; i < whole; i += 16) {
    const a = v128.load(p0 + i), b = v128.load(p1 + i), c = v128.load(p2 + i), d = v128.load(p3 + i);
    const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5), cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    const ef = v128.shuffle<f32>(a, b, 2, 6, 3, 7), gh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    v128.store(out, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
    v128.store(out + stride, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
    v128.store(out + 2 * stride, v128.shuffle<f32>(ef, gh, 0, 1, 4, 5));
    v128.store(out + 3 * stride, v128.shuffle<f32>(ef, gh, 2, 3, 6, 7));
    out += 4 * stride;
  }
  for (; i < size; i += 4) {
    store<f32>(out, load<f32>(p0 + i));
    store<f32>(out, load<f32>(p1 + i), 4);
    store<f32>(out, load<f32>(p2 + i), 8);
    store<f32>(out, load<f32>(p3 + i), 12);
    out += stride;
  }
}
