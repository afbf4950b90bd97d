/**
 * Convolution and max pooling on rows of samples: core/network/convolution.ts and pooling.ts. Units are (row, column,
 * channel) of an image, so the rows of a field lie in `size` stretches of memory.
 */
import { BIAS, CHANNELS, D_BIAS, D_KERNEL, DZ, EXTREMES, FILTERS, HEIGHT, SIZE, USED_KERNEL, WIDTH } from './layer';
import { total } from './rows';

/** z of the output's image rows from .. to: upward over (i, j, channel), then the bias; two filters at once. */
export function convolveRows(layer: usize, x: usize, z: usize, stride: usize, bytes: usize, from: i32, to: i32): void {
  const width = load<i32>(layer, WIDTH), channels = load<i32>(layer, CHANNELS);
  const size = load<i32>(layer, SIZE), filters = load<i32>(layer, FILTERS);
  const kernel = load<usize>(layer, USED_KERNEL), bias = load<usize>(layer, BIAS);
  const columns = width - size + 1;
  for (let row = from; row < to; row++) {
    for (let column = 0; column < columns; column++) {
      const field = x + <usize>((row * width + column) * channels) * stride;
      const out = z + <usize>((row * columns + column) * filters) * stride;
      let f = 0;
      for (; f + 1 < filters; f += 2) {
        convolveTwo(kernel + (<usize>f << 2), bias + (<usize>f << 2), filters, size, channels, width, field, stride, out + <usize>f * stride, bytes);
      }
      if (f < filters) {
        convolveOne(kernel + (<usize>f << 2), bias + (<usize>f << 2), filters, size, channels, width, field, stride, out + <usize>f * stride, bytes);
      }
    }
  }
}

function convolveTwo(
  kernel: usize, bias: usize, filters: i32, size: i32, channels: i32, width: i32, field: usize, stride: usize, out: usize,
  bytes: usize,
): void {
  const step = <usize>filters << 2;
  const across = <usize>(size * channels) * stride;
  const down = <usize>(width * channels) * stride;
  const shift0 = v128.load32_splat(bias), shift1 = v128.load32_splat(bias, 4);
  for (let at: usize = 0; at < bytes; at += 64) {
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, t0 = s0, t1 = s0, t2 = s0, t3 = s0;
    let w = kernel;
    let line = field + at;
    for (let i = 0; i < size; i++) {
      const end = line + across;
      for (let row = line; row < end; row += stride) {
        const v = v128.load32_splat(w), u = v128.load32_splat(w, 4);
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

function convolveOne(
  kernel: usize, bias: usize, filters: i32, size: i32, channels: i32, width: i32, field: usize, stride: usize, out: usize,
  bytes: usize,
): void {
  const step = <usize>filters << 2;
  const across = <usize>(size * channels) * stride;
  const down = <usize>(width * channels) * stride;
  const shift = v128.load32_splat(bias);
  for (let at: usize = 0; at < bytes; at += 64) {
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    let w = kernel;
    let line = field + at;
    for (let i = 0; i < size; i++) {
      const end = line + across;
      for (let row = line; row < end; row += stride) {
        const v = v128.load32_splat(w);
        s0 = f32x4.add(s0, f32x4.mul(v, v128.load(row)));
        s1 = f32x4.add(s1, f32x4.mul(v, v128.load(row, 16)));
        s2 = f32x4.add(s2, f32x4.mul(v, v128.load(row, 32)));
        s3 = f32x4.add(s3, f32x4.mul(v, v128.load(row, 48)));
        w += step;
      }
      line += down;
    }
    const o = out + at;
    v128.store(o, f32x4.add(s0, shift));
    v128.store(o, f32x4.add(s1, shift), 16);
    v128.store(o, f32x4.add(s2, shift), 32);
    v128.store(o, f32x4.add(s3, shift), 48);
  }
}

/**
 * The gradients of the weights (i, j, channel, filter) for one (i, channel), and with the first the biases'. A
 * sample's share runs upward over the output's positions; shares are added as sumOverSamples has it. Three weights j
 * of two filters at once, so that what is loaded is used more than once.
 */
export function convolutionGradients(layer: usize, x: usize, stride: usize, bytes: usize, i: i32, channel: i32): void {
  const size = load<i32>(layer, SIZE), filters = load<i32>(layer, FILTERS), channels = load<i32>(layer, CHANNELS);
  const gradient = load<usize>(layer, D_KERNEL);
  for (let f = 0; f < filters; f += 2) {
    const f1 = min(f + 1, filters - 1);
    for (let j = 0; j < size; j += 3) {
      const j1 = min(j + 1, size - 1), j2 = min(j + 2, size - 1);
      sixWeights(
        layer, x, stride, bytes, i, channel, j, j1, j2, f, f1,
        gradient + (<usize>(((i * size + j) * channels + channel) * filters) << 2),
        gradient + (<usize>(((i * size + j1) * channels + channel) * filters) << 2),
        gradient + (<usize>(((i * size + j2) * channels + channel) * filters) << 2),
      );
    }
  }
  if (i == 0 && channel == 0) biasGradients(layer, stride, bytes);
}

/** Weights j, j1, j2 of filters f, f1; on an odd side one stands twice, and is written twice with the same sum. */
function sixWeights(
  layer: usize, x: usize, stride: usize, bytes: usize, i: i32, channel: i32, j: i32, j1: i32, j2: i32, f: i32, f1: i32,
  out: usize, out1: usize, out2: usize,
): void {
  const width = load<i32>(layer, WIDTH), channels = load<i32>(layer, CHANNELS), filters = load<i32>(layer, FILTERS);
  const size = load<i32>(layer, SIZE);
  const rows = load<i32>(layer, HEIGHT) - size + 1, columns = width - size + 1;
  const next = <usize>channels * stride;
  const step = <usize>filters * stride;
  const dz0 = load<usize>(layer, DZ) + <usize>f * stride;
  const other = <usize>(f1 - f) * stride;
  const right1 = <usize>(j1 - j) * next, right2 = <usize>(j2 - j) * next;
  const start = x + <usize>((i * width + j) * channels + channel) * stride;
  const zero = f32x4.splat(0);
  let a = zero, a_ = zero, b = zero, b_ = zero, c = zero, c_ = zero;
  let d = zero, d_ = zero, e = zero, e_ = zero, g = zero, g_ = zero;
  for (let at: usize = 0; at < bytes; at += 32) {
    let p = zero, p_ = zero, q = zero, q_ = zero, r = zero, r_ = zero;
    let t = zero, t_ = zero, u = zero, u_ = zero, v = zero, v_ = zero;
    let dz = dz0 + at;
    for (let row = 0; row < rows; row++) {
      let from = start + <usize>(row * width) * next + at;
      const end = from + <usize>columns * next;
      for (; from < end; from += next) {
        const z = v128.load(dz), z_ = v128.load(dz, 16), y = v128.load(dz + other), y_ = v128.load(dz + other, 16);
        dz += step;
        let x0 = v128.load(from), x0_ = v128.load(from, 16);
        p = f32x4.add(p, f32x4.mul(x0, z));
        p_ = f32x4.add(p_, f32x4.mul(x0_, z_));
        t = f32x4.add(t, f32x4.mul(x0, y));
        t_ = f32x4.add(t_, f32x4.mul(x0_, y_));
        x0 = v128.load(from + right1);
        x0_ = v128.load(from + right1, 16);
        q = f32x4.add(q, f32x4.mul(x0, z));
        q_ = f32x4.add(q_, f32x4.mul(x0_, z_));
        u = f32x4.add(u, f32x4.mul(x0, y));
        u_ = f32x4.add(u_, f32x4.mul(x0_, y_));
        x0 = v128.load(from + right2);
        x0_ = v128.load(from + right2, 16);
        r = f32x4.add(r, f32x4.mul(x0, z));
        r_ = f32x4.add(r_, f32x4.mul(x0_, z_));
        v = f32x4.add(v, f32x4.mul(x0, y));
        v_ = f32x4.add(v_, f32x4.mul(x0_, y_));
      }
    }
    a = f32x4.add(a, p);
    a_ = f32x4.add(a_, p_);
    b = f32x4.add(b, q);
    b_ = f32x4.add(b_, q_);
    c = f32x4.add(c, r);
    c_ = f32x4.add(c_, r_);
    d = f32x4.add(d, t);
    d_ = f32x4.add(d_, t_);
    e = f32x4.add(e, u);
    e_ = f32x4.add(e_, u_);
    g = f32x4.add(g, v);
    g_ = f32x4.add(g_, v_);
  }
  const at0 = <usize>f << 2, at1 = <usize>f1 << 2;
  store<f32>(out + at0, total(a, a_));
  store<f32>(out1 + at0, total(b, b_));
  store<f32>(out2 + at0, total(c, c_));
  store<f32>(out + at1, total(d, d_));
  store<f32>(out1 + at1, total(e, e_));
  store<f32>(out2 + at1, total(g, g_));
}

function biasGradients(layer: usize, stride: usize, bytes: usize): void {
  const filters = load<i32>(layer, FILTERS), size = load<i32>(layer, SIZE);
  const positions = (load<i32>(layer, HEIGHT) - size + 1) * (load<i32>(layer, WIDTH) - size + 1);
  const bias = load<usize>(layer, D_BIAS);
  for (let f = 0; f < filters; f++) {
    const first = load<usize>(layer, DZ) + <usize>f * stride;
    let low = f32x4.splat(0), high = low;
    for (let at: usize = 0; at < bytes; at += 32) {
      let share = f32x4.splat(0), share_ = share;
      let row = first + at;
      for (let k = 0; k < positions; k++) {
        share = f32x4.add(share, v128.load(row));
        share_ = f32x4.add(share_, v128.load(row, 16));
        row += <usize>filters * stride;
      }
      low = f32x4.add(low, share);
      high = f32x4.add(high, share_);
    }
    store<f32>(bias + (<usize>f << 2), total(low, high));
  }
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

/**
 * The largest value of each field of x, row by row; an equal later one does not take over. Leaves the extremes of each
 * unit, as activations do.
 */
export function poolRows(layer: usize, x: usize, out: usize, stride: usize, bytes: usize): void {
  const width = load<i32>(layer, WIDTH), channels = load<i32>(layer, CHANNELS), size = load<i32>(layer, SIZE);
  const rows = load<i32>(layer, HEIGHT) / size, columns = width / size;
  let extremes = load<usize>(layer, EXTREMES);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let c = 0; c < channels; c++) {
        const field = x + <usize>((row * size * width + column * size) * channels + c) * stride;
        let smallest = f32x4.splat(f32.MAX_VALUE + f32.MAX_VALUE), largest = f32x4.neg(smallest);
        for (let at: usize = 0; at < bytes; at += 16) {
          let best = v128.load(field + at);
          for (let i = 0; i < size; i++) {
            let from = field + <usize>(i * width * channels) * stride + at;
            for (let j = 0; j < size; j++) {
              best = f32x4.pmax(best, v128.load(from));
              from += <usize>channels * stride;
            }
          }
          v128.store(out + at, best);
          smallest = f32x4.pmin(smallest, best);
          largest = f32x4.pmax(largest, best);
        }
        v128.store(extremes, smallest);
        v128.store(extremes, largest, 16);
        extremes += 32;
        out += stride;
      }
    }
  }
}

/** What comes to an output, g, goes to the first of its field's largest values in x; all others get +0. */
export function poolingInputGradient(layer: usize, x: usize, g: usize, dx: usize, stride: usize, bytes: usize): void {
  const height = load<i32>(layer, HEIGHT), width = load<i32>(layer, WIDTH), channels = load<i32>(layer, CHANNELS);
  const size = load<i32>(layer, SIZE);
  const rows = height / size, columns = width / size;
  // Those that fill no field; the rest is written below.
  for (let row = 0; row < height; row++) {
    for (let column = row < rows * size ? columns * size : 0; column < width; column++) {
      for (let c = 0; c < channels; c++) memory.fill(dx + <usize>((row * width + column) * channels + c) * stride, 0, bytes);
    }
  }
  const right = <usize>channels * stride;
  const down = <usize>width * right;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let c = 0; c < channels; c++) {
        const field = <usize>((row * size * width + column * size) * channels + c) * stride;
        for (let at: usize = 0; at < bytes; at += 16) {
          let best = v128.load(x + field + at);
          for (let i = 0; i < size; i++) {
            for (let j = 0; j < size; j++) {
              best = f32x4.pmax(best, v128.load(x + field + <usize>i * down + <usize>j * right + at));
            }
          }
          const share = v128.load(g + at);
          let free = i32x4.splat(-1);
          for (let i = 0; i < size; i++) {
            for (let j = 0; j < size; j++) {
              const place = field + <usize>i * down + <usize>j * right + at;
              const here = v128.and(free, f32x4.eq(v128.load(x + place), best));
              v128.store(dx + place, v128.and(here, share));
              free = v128.andnot(free, here);
            }
          }
        }
        g += stride;
      }
    }
  }
}
