/**
 * Convolution on rows of samples: the fast form of core/network/convolution.ts. Units are (row, column, channel) of an
 * image, so the rows of a field lie in `size` stretches of memory.
 */
import { BIAS, CHANNELS, D_BIAS, D_KERNEL, DZ, FILTERS, HEIGHT, SIZE, USED_KERNEL, WIDTH } from './layer';
import { total, weighRows } from './rows';

/** z of the output's image rows from .. to: upward over (i, j, channel), then the bias. */
export function convolveRows(layer: usize, x: usize, z: usize, stride: usize, bytes: usize, from: i32, to: i32): void {
  const width = load<i32>(layer, WIDTH), channels = load<i32>(layer, CHANNELS);
  const size = load<i32>(layer, SIZE), filters = load<i32>(layer, FILTERS);
  const kernel = load<usize>(layer, USED_KERNEL), bias = load<usize>(layer, BIAS);
  const columns = width - size + 1;
  const across = <usize>(size * channels) * stride;
  const down = <usize>(width * channels) * stride;
  for (let row = from; row < to; row++) {
    for (let column = 0; column < columns; column++) {
      const field = x + <usize>((row * width + column) * channels) * stride;
      const out = z + <usize>((row * columns + column) * filters) * stride;
      weighRows(kernel, 4, <usize>filters << 2, bias, field, size, across, down, stride, out, bytes, 0, filters);
    }
  }
}

/** Bytes of the sums of three weights j of two filters over 8 samples, for each row i of the kernel. */
const SIX: usize = 192;

/**
 * The gradients of the weights (i, j .. j + 2, channel, filter) of one channel and of the filters f and f + 1 (where
 * there are so many), with the first of them also of the filters' biases. A sample's share runs upward over the
 * output's positions; shares are added as sumOverSamples has it. A call takes the bytes from .. to of the rows, and
 * `scratch` (3 size 192 bytes) carries the sums on to the next.
 *
 * Three weights j of two filters go at once, for 16 samples, which is a line of the cache; and all i over one row of
 * the output before the next, so that what is loaded is used while it is near.
 */
export function convolutionGradients(
  layer: usize, x: usize, stride: usize, bytes: usize, channel: i32, f: i32, j: i32, scratch: usize, from: usize, to: usize,
): void {
  const size = load<i32>(layer, SIZE), filters = load<i32>(layer, FILTERS), channels = load<i32>(layer, CHANNELS);
  const width = load<i32>(layer, WIDTH);
  const rows = load<i32>(layer, HEIGHT) - size + 1, columns = width - size + 1;
  const f1 = min(f + 1, filters - 1);
  const next = <usize>channels * stride;
  const step = <usize>filters * stride;
  const other = <usize>(f1 - f) * stride;
  const dz = load<usize>(layer, DZ) + <usize>f * stride;
  const whole = <usize>size * SIX;
  const shares = scratch + whole;
  // On an odd side a weight stands twice, and is written twice with the same sum.
  const right1 = <usize>(min(j + 1, size - 1) - j) * next, right2 = <usize>(min(j + 2, size - 1) - j) * next;
  const start = x + <usize>(j * channels + channel) * stride;
  if (from == 0) memory.fill(scratch, 0, whole);
  for (let at = from; at < to; at += 64) {
    memory.fill(shares, 0, 2 * whole);
    for (let row = 0; row < rows; row++) {
      const gradients = dz + <usize>(row * columns) * step + at;
      for (let i = 0; i < size; i++) {
        const field = start + <usize>((row + i) * width) * next + at;
        const share = shares + <usize>i * SIX;
        addSix(field, right1, right2, next, gradients, other, step, columns, share);
        addSix(field + 32, right1, right2, next, gradients + 32, other, step, columns, share + whole);
      }
    }
    for (let k: usize = 0; k < whole; k += 16) {
      v128.store(scratch + k, f32x4.add(f32x4.add(v128.load(scratch + k), v128.load(shares + k)), v128.load(shares + whole + k)));
    }
  }
  if (to < bytes) return;
  for (let i = 0; i < size; i++) {
    const sums = scratch + <usize>i * SIX;
    for (let t = 0; t < 3; t++) {
      const out = load<usize>(layer, D_KERNEL) + <usize>(((i * size + min(j + t, size - 1)) * channels + channel) * filters << 2);
      const sum = sums + <usize>t * 64;
      store<f32>(out + <usize>(f << 2), total(v128.load(sum), v128.load(sum, 16)));
      store<f32>(out + <usize>(f1 << 2), total(v128.load(sum, 32), v128.load(sum, 48)));
    }
  }
  if (channel > 0 || j > 0) return;
  const bias = load<usize>(layer, D_BIAS);
  store<f32>(bias + <usize>(f << 2), sumPositions(dz, step, rows * columns, bytes));
  store<f32>(bias + <usize>(f1 << 2), sumPositions(dz + other, step, rows * columns, bytes));
}

/** Goes on with the shares of 8 samples along one row of the output: (3 weights, 2 filters, 8 samples). */
function addSix(
  field: usize, right1: usize, right2: usize, next: usize, dz: usize, other: usize, step: usize, columns: i32, share: usize,
): void {
  let p = v128.load(share), p_ = v128.load(share, 16), t = v128.load(share, 32), t_ = v128.load(share, 48);
  let q = v128.load(share, 64), q_ = v128.load(share, 80), u = v128.load(share, 96), u_ = v128.load(share, 112);
  let r = v128.load(share, 128), r_ = v128.load(share, 144), v = v128.load(share, 160), v_ = v128.load(share, 176);
  const end = field + <usize>columns * next;
  for (; field < end; field += next) {
    // One half after the other: so few registers are in use at a time.
    let z = v128.load(dz), y = v128.load(dz + other);
    let x = v128.load(field);
    p = f32x4.add(p, f32x4.mul(x, z));
    t = f32x4.add(t, f32x4.mul(x, y));
    x = v128.load(field + right1);
    q = f32x4.add(q, f32x4.mul(x, z));
    u = f32x4.add(u, f32x4.mul(x, y));
    x = v128.load(field + right2);
    r = f32x4.add(r, f32x4.mul(x, z));
    v = f32x4.add(v, f32x4.mul(x, y));
    z = v128.load(dz, 16);
    y = v128.load(dz + other, 16);
    x = v128.load(field, 16);
    p_ = f32x4.add(p_, f32x4.mul(x, z));
    t_ = f32x4.add(t_, f32x4.mul(x, y));
    x = v128.load(field + right1, 16);
    q_ = f32x4.add(q_, f32x4.mul(x, z));
    u_ = f32x4.add(u_, f32x4.mul(x, y));
    x = v128.load(field + right2, 16);
    r_ = f32x4.add(r_, f32x4.mul(x, z));
    v_ = f32x4.add(v_, f32x4.mul(x, y));
    dz += step;
  }
  v128.store(share, p);
  v128.store(share, p_, 16);
  v128.store(share, t, 32);
  v128.store(share, t_, 48);
  v128.store(share, q, 64);
  v128.store(share, q_, 80);
  v128.store(share, u, 96);
  v128.store(share, u_, 112);
  v128.store(share, r, 128);
  v128.store(share, r_, 144);
  v128.store(share, v, 160);
  v128.store(share, v_, 176);
}

/** The sum over positions, `step` bytes apart, and samples: a sample's share first, 16 samples at once. */
function sumPositions(dz: usize, step: usize, positions: i32, bytes: usize): f32 {
  let low = f32x4.splat(0), high = low;
  for (let at: usize = 0; at < bytes; at += 64) {
    let a = f32x4.splat(0), b = a, c = a, d = a;
    let row = dz + at;
    for (let k = 0; k < positions; k++) {
      a = f32x4.add(a, v128.load(row));
      b = f32x4.add(b, v128.load(row, 16));
      c = f32x4.add(c, v128.load(row, 32));
      d = f32x4.add(d, v128.load(row, 48));
      row += step;
    }
    low = f32x4.add(f32x4.add(low, a), c);
    high = f32x4.add(f32x4.add(high, b), d);
  }
  return total(low, high);
}

/** Gradient by the input image's rows from .. to: upward over those (i, j, filter) whose output exists. */
export function convolutionInputGradient(layer: usize, g: usize, stride: usize, bytes: usize, from: i32, to: i32): void {
  const width = load<i32>(layer, WIDTH), channels = load<i32>(layer, CHANNELS), height = load<i32>(layer, HEIGHT);
  const size = load<i32>(layer, SIZE), filters = load<i32>(layer, FILTERS);
  const kernel = load<usize>(layer, USED_KERNEL), dz = load<usize>(layer, DZ);
  const rows = height - size + 1, columns = width - size + 1;
  const across = <usize>filters * stride;
  for (let row = from; row < to; row++) {
    const i0 = max(0, row - rows + 1), i1 = min(size, row + 1);
    for (let column = 0; column < width; column++) {
      const j0 = max(0, column - columns + 1), j1 = min(size, column + 1);
      for (let c = 0; c < channels; c++) {
        const out = g + <usize>((row * width + column) * channels + c) * stride;
        for (let at: usize = 0; at < bytes; at += 128) {
          let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
          for (let i = i0; i < i1; i++) {
            for (let j = j0; j < j1; j++) {
              let w = kernel + (<usize>(((i * size + j) * channels + c) * filters) << 2);
              let from = dz + <usize>(((row - i) * columns + column - j) * filters) * stride + at;
              const end = from + across;
              for (; from < end; from += stride) {
                const weight = v128.load32_splat(w);
                s0 = f32x4.add(s0, f32x4.mul(weight, v128.load(from)));
                s1 = f32x4.add(s1, f32x4.mul(weight, v128.load(from, 16)));
                s2 = f32x4.add(s2, f32x4.mul(weight, v128.load(from, 32)));
                s3 = f32x4.add(s3, f32x4.mul(weight, v128.load(from, 48)));
                s4 = f32x4.add(s4, f32x4.mul(weight, v128.load(from, 64)));
                s5 = f32x4.add(s5, f32x4.mul(weight, v128.load(from, 80)));
                s6 = f32x4.add(s6, f32x4.mul(weight, v128.load(from, 96)));
                s7 = f32x4.add(s7, f32x4.mul(weight, v128.load(from, 112)));
                w += 4;
              }
            }
          }
          const o = out + at;
          v128.store(o, s0);
          v128.store(o, s1, 16);
          v128.store(o, s2, 32);
          v128.store(o, s3, 48);
          v128.store(o, s4, 64);
          v128.store(o, s5, 80);
          v128.store(o, s6, 96);
          v128.store(o, s7, 112);
        }
      }
    }
  }
}
