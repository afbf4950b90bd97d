/**
 * A first dense layer on inputs that are mostly zero, with lanes over units: the sums of core/network/dense.ts without
 * the terms whose input is zero. Sums start at +0, where adding +0 or -0 changes nothing, so the bits stay.
 *
 * Sample s has the u32 entries from starts[s] to starts[s + 1]: feature << 8 | byte, features ascending; its inputs
 * are values[byte].
 */
import { BIAS, D_BIAS, D_KERNEL, DZ, UNITS, USED_KERNEL } from './layer';
import { sumRow, turnFour } from './rows';

/** One to four vectors of sums over a sample's entries, to `out`: weights are at kernel + feature pitch. */
@inline
function sumEntries(vectors: i32, entries: usize, end: usize, values: usize, kernel: usize, pitch: usize, out: usize): void {
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
  for (; entries < end; entries += 4) {
    const entry = load<u32>(entries);
    const x = v128.load32_splat(values + ((<usize>entry & 255) << 2));
    const w = kernel + <usize>(entry >> 8) * pitch;
    s0 = f32x4.add(s0, f32x4.mul(v128.load(w), x));
    if (vectors > 1) s1 = f32x4.add(s1, f32x4.mul(v128.load(w, 16), x));
    if (vectors > 2) s2 = f32x4.add(s2, f32x4.mul(v128.load(w, 32), x));
    if (vectors > 3) s3 = f32x4.add(s3, f32x4.mul(v128.load(w, 48), x));
  }
  v128.store(out, s0);
  if (vectors > 1) v128.store(out, s1, 16);
  if (vectors > 2) v128.store(out, s2, 32);
  if (vectors > 3) v128.store(out, s3, 48);
}

// A function each, so that its loop has no choice.
function sumEntries1(e: usize, end: usize, v: usize, k: usize, p: usize, o: usize): void { sumEntries(1, e, end, v, k, p, o); }
function sumEntries2(e: usize, end: usize, v: usize, k: usize, p: usize, o: usize): void { sumEntries(2, e, end, v, k, p, o); }
function sumEntries3(e: usize, end: usize, v: usize, k: usize, p: usize, o: usize): void { sumEntries(3, e, end, v, k, p, o); }
function sumEntries4(e: usize, end: usize, v: usize, k: usize, p: usize, o: usize): void { sumEntries(4, e, end, v, k, p, o); }

/** All units of one sample: `vectors` of them to out. Lanes beyond the last unit hold what nobody reads. */
function sumSample(starts: usize, entries: usize, values: usize, sample: usize, kernel: usize, pitch: usize, vectors: i32, out: usize): void {
  const first = entries + (load<usize>(starts + (sample << 2)) << 2);
  const end = entries + (load<usize>(starts + (sample << 2), 4) << 2);
  let v = 0;
  for (; v + 4 <= vectors; v += 4) {
    const at = <usize>v << 4;
    sumEntries4(first, end, values, kernel + at, pitch, out + at);
  }
  const at = <usize>v << 4;
  const left = vectors - v;
  if (left == 1) sumEntries1(first, end, values, kernel + at, pitch, out + at);
  else if (left == 2) sumEntries2(first, end, values, kernel + at, pitch, out + at);
  else if (left == 3) sumEntries3(first, end, values, kernel + at, pitch, out + at);
}

/**
 * Rows z (units) of the samples order[0 .. n), the last one repeated up to `bytes`: from byte `from` of the rows on.
 * `scratch` has four samples' sums, padded to whole vectors.
 */
export function sparseRows(
  layer: usize, starts: usize, entries: usize, values: usize, order: usize, n: i32, stride: usize, z: usize, scratch: usize,
  from: usize, to: usize,
): void {
  const units = load<i32>(layer, UNITS);
  const vectors = (units + 3) >> 2;
  const size = <usize>vectors << 4;
  const kernel = load<usize>(layer, USED_KERNEL);
  const bias = load<usize>(layer, BIAS);
  const last = order + (<usize>(n - 1) << 2);
  for (let at = from; at < to; at += 16) {
    for (let k: usize = 0; k < 4; k++) {
      const sample = load<usize>(min(order + at + (k << 2), last));
      sumSample(starts, entries, values, sample, kernel, <usize>units << 2, vectors, scratch + k * size);
    }
    for (let j = 0; j < units; j += 4) {
      const p = scratch + (<usize>j << 2);
      const a = v128.load(p), b = v128.load(p + size), c = v128.load(p + 2 * size), d = v128.load(p + 3 * size);
      const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5), cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      const ef = v128.shuffle<f32>(a, b, 2, 6, 3, 7), gh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      const row = z + <usize>j * stride + at;
      const shift = bias + (<usize>j << 2);
      v128.store(row, f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.load32_splat(shift)));
      if (j + 1 < units) v128.store(row + stride, f32x4.add(v128.shuffle<f32>(ab, cd, 2, 3, 6, 7), v128.load32_splat(shift, 4)));
      if (j + 2 < units) v128.store(row + 2 * stride, f32x4.add(v128.shuffle<f32>(ef, gh, 0, 1, 4, 5), v128.load32_splat(shift, 8)));
      if (j + 3 < units) v128.store(row + 3 * stride, f32x4.add(v128.shuffle<f32>(ef, gh, 2, 3, 6, 7), v128.load32_splat(shift, 12)));
    }
  }
}

/**
 * Rows of inputs (features) of the samples order[0 .. n), the last one repeated up to `bytes`, and their labels. Four
 * samples a turn are spread out in `scratch` (four times `features` f32, all zero before and after) and then turned.
 */
export function gatherSparse(
  starts: usize, entries: usize, values: usize, features: i32, sampleLabels: usize, order: usize, n: i32, bytes: usize,
  stride: usize, x: usize, labels: usize, scratch: usize,
): void {
  gatherLabels(sampleLabels, order, n, bytes, labels);
  if (!x) return;
  const size = <usize>features << 2;
  const last = order + (<usize>(n - 1) << 2);
  for (let at: usize = 0; at < bytes; at += 16) {
    for (let k: usize = 0; k < 4; k++) spread(starts, entries, values, load<usize>(min(order + at + (k << 2), last)), scratch + k * size);
    turnFour(scratch, scratch + size, scratch + 2 * size, scratch + 3 * size, size, x + at, stride);
    for (let k: usize = 0; k < 4; k++) clear(starts, entries, load<usize>(min(order + at + (k << 2), last)), scratch + k * size);
  }
}

/** The inputs of one sample that are not zero, each to its place. */
function spread(starts: usize, entries: usize, values: usize, sample: usize, to: usize): void {
  const end = entries + (load<usize>(starts + (sample << 2), 4) << 2);
  for (let e = entries + (load<usize>(starts + (sample << 2)) << 2); e < end; e += 4) {
    const entry = load<u32>(e);
    store<f32>(to + <usize>((entry >> 8) << 2), load<f32>(values + ((<usize>entry & 255) << 2)));
  }
}

/** Zeros there. */
function clear(starts: usize, entries: usize, sample: usize, to: usize): void {
  const end = entries + (load<usize>(starts + (sample << 2), 4) << 2);
  for (let e = entries + (load<usize>(starts + (sample << 2)) << 2); e < end; e += 4) {
    store<f32>(to + <usize>((load<u32>(e) >> 8) << 2), 0);
  }
}

/** A row of labels (i32) of the samples order[0 .. n), the last one repeated up to `bytes`. */
export function gatherLabels(sampleLabels: usize, order: usize, n: i32, bytes: usize, labels: usize): void {
  const last = order + (<usize>(n - 1) << 2);
  for (let at: usize = 0; at < bytes; at += 4) {
    store<i32>(labels + at, load<i32>(sampleLabels + (load<usize>(min(order + at, last)) << 2)));
  }
}

/** Columns dz (bytes / 4, units padded to whole vectors with zeros) of the layer's rows dz. */
export function turnGradient(layer: usize, stride: usize, bytes: usize, columns: usize): void {
  const units = load<i32>(layer, UNITS);
  const size = <usize>((units + 3) >> 2) << 4;
  const zero = f32x4.splat(0);
  for (let j = 0; j < units; j += 4) {
    const row = load<usize>(layer, DZ) + <usize>j * stride;
    for (let at: usize = 0; at < bytes; at += 16) {
      const a = v128.load(row + at);
      const b = j + 1 < units ? v128.load(row + stride + at) : zero;
      const c = j + 2 < units ? v128.load(row + 2 * stride + at) : zero;
      const d = j + 3 < units ? v128.load(row + 3 * stride + at) : zero;
      const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5), cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      const ef = v128.shuffle<f32>(a, b, 2, 6, 3, 7), gh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      const to = columns + (at >> 2) * size + (<usize>j << 2);
      v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
      v128.store(to + size, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
      v128.store(to + 2 * size, v128.shuffle<f32>(ef, gh, 0, 1, 4, 5));
      v128.store(to + 3 * size, v128.shuffle<f32>(ef, gh, 2, 3, 6, 7));
    }
  }
}

/** Adds one sample's share to one to four vectors of each of its features' sums. */
@inline
function addEntries(vectors: i32, entries: usize, end: usize, values: usize, dz: usize, plane: usize, pitch: usize): void {
  const z0 = v128.load(dz);
  const z1 = vectors > 1 ? v128.load(dz, 16) : z0;
  const z2 = vectors > 2 ? v128.load(dz, 32) : z0;
  const z3 = vectors > 3 ? v128.load(dz, 48) : z0;
  for (; entries < end; entries += 4) {
    const entry = load<u32>(entries);
    const x = v128.load32_splat(values + ((<usize>entry & 255) << 2));
    const w = plane + <usize>(entry >> 8) * pitch;
    v128.store(w, f32x4.add(v128.load(w), f32x4.mul(x, z0)));
    if (vectors > 1) v128.store(w, f32x4.add(v128.load(w, 16), f32x4.mul(x, z1)), 16);
    if (vectors > 2) v128.store(w, f32x4.add(v128.load(w, 32), f32x4.mul(x, z2)), 32);
    if (vectors > 3) v128.store(w, f32x4.add(v128.load(w, 48), f32x4.mul(x, z3)), 48);
  }
}

function addEntries1(e: usize, end: usize, v: usize, z: usize, w: usize, p: usize): void { addEntries(1, e, end, v, z, w, p); }
function addEntries2(e: usize, end: usize, v: usize, z: usize, w: usize, p: usize): void { addEntries(2, e, end, v, z, w, p); }
function addEntries3(e: usize, end: usize, v: usize, z: usize, w: usize, p: usize): void { addEntries(3, e, end, v, z, w, p); }
function addEntries4(e: usize, end: usize, v: usize, z: usize, w: usize, p: usize): void { addEntries(4, e, end, v, z, w, p); }

/**
 * Adds the shares of the samples order[from .. to) to 8 planes of partial sums, (8, features, units padded): plane p
 * takes the samples s with s mod 8 = p, upward (core/network/sum.ts). `columns` as turnGradient leaves them.
 */
export function addSparseGradients(
  layer: usize, starts: usize, entries: usize, values: usize, features: i32, order: usize, columns: usize, planes: usize,
  from: i32, to: i32,
): void {
  const vectors = (load<i32>(layer, UNITS) + 3) >> 2;
  const size = <usize>vectors << 4;
  // Plane after plane, so that one of them at a time is in the cache.
  for (let p = 0; p < 8; p++) {
    const plane = planes + <usize>p * <usize>features * size;
    for (let s = from + ((p - from) & 7); s < to; s += 8) {
      const sample = load<usize>(order + (<usize>s << 2));
      const first = entries + (load<usize>(starts + (sample << 2)) << 2);
      const end = entries + (load<usize>(starts + (sample << 2), 4) << 2);
      const dz = columns + <usize>s * size;
      let v = 0;
      for (; v + 4 <= vectors; v += 4) {
        const at = <usize>v << 4;
        addEntries4(first, end, values, dz + at, plane + at, size);
      }
      const at = <usize>v << 4;
      const left = vectors - v;
      if (left == 1) addEntries1(first, end, values, dz + at, plane + at, size);
      else if (left == 2) addEntries2(first, end, values, dz + at, plane + at, size);
      else if (left == 3) addEntries3(first, end, values, dz + at, plane + at, size);
    }
  }
}

/** The kernel's gradient from the 8 planes, which are zero again afterwards, and the bias'. */
export function sumPlanes(layer: usize, features: i32, planes: usize, stride: usize, bytes: usize): void {
  const units = load<i32>(layer, UNITS);
  const size = <usize>((units + 3) >> 2) << 4;
  const plane = <usize>features * size;
  const zero = f32x4.splat(0);
  let to = load<usize>(layer, D_KERNEL);
  for (let i = 0; i < features; i++) {
    for (let j = 0; j < units; j += 4) {
      const p = planes + <usize>i * size + (<usize>j << 2);
      const p4 = p + 4 * plane;
      const s0 = f32x4.add(v128.load(p), v128.load(p4));
      const s1 = f32x4.add(v128.load(p + plane), v128.load(p4 + plane));
      const s2 = f32x4.add(v128.load(p + 2 * plane), v128.load(p4 + 2 * plane));
      const s3 = f32x4.add(v128.load(p + 3 * plane), v128.load(p4 + 3 * plane));
      const sum = f32x4.add(f32x4.add(s0, s2), f32x4.add(s1, s3));
      for (let q: usize = 0; q < 8; q++) v128.store(p + q * plane, zero);
      const left = units - j;
      if (left >= 4) {
        v128.store(to, sum);
        to += 16;
      } else {
        v128.store_lane<f32>(to, sum, 0);
        if (left > 1) v128.store_lane<f32>(to, sum, 1, 4);
        if (left > 2) v128.store_lane<f32>(to, sum, 2, 8);
        to += <usize>left << 2;
      }
    }
  }
  const bias = load<usize>(layer, D_BIAS);
  const dz = load<usize>(layer, DZ);
  for (let j = 0; j < units; j++) store<f32>(bias + (<usize>j << 2), sumRow(dz + <usize>j * stride, bytes));
}
