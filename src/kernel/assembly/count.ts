/** Counting of code vectors: the fast form of core/information/counting.ts. Codes are rows of i32. */
import { SCALE, ZERO_POINT } from './levels';


/**
 * Packs rows of codes into vectors of words, one vector a sample, `perWord` codes of 32 / perWord bits in each word,
 * and hashes them. Vectors are `size` bytes apart; those of padding are written too.
 */
export function packRows(codes: usize, units: i32, perWord: i32, stride: usize, bytes: usize, vectors: usize, size: usize, hashes: usize): void {
  const width = 32 / perWord;
  for (let at: usize = 0; at < bytes; at += 16) {
    let hash = i32x4.splat(0x2545f491);
    let code = codes + at;
    let left = units;
    let to = vectors + (at >> 2) * size;
    while (left > 0) {
      let packed = v128.load(code);
      code += stride;
      const inThis = min(left, perWord);
      for (let u = 1; u < inThis; u++) {
        packed = v128.or(packed, i32x4.shl(v128.load(code), u * width));
        code += stride;
      }
      left -= perWord;
      v128.store_lane<u32>(to, packed, 0);
      v128.store_lane<u32>(to + size, packed, 1);
      v128.store_lane<u32>(to + 2 * size, packed, 2);
      v128.store_lane<u32>(to + 3 * size, packed, 3);
      to += 4;
      hash = i32x4.mul(v128.xor(hash, packed), i32x4.splat(0x9e3779b1));
      hash = v128.xor(hash, i32x4.shr_u(hash, 15));
    }
    v128.store(hashes + at, hash);
  }
}

/** The quantized values whose codes packRows packed, as rows: (code - zero point) scale, exactly as they were. */
export function unpackRows(levels: usize, vectors: usize, size: usize, units: i32, perWord: i32, stride: usize, bytes: usize, out: usize): void {
  const width = 32 / perWord;
  const mask = i32x4.splat(perWord == 4 ? 0xff : 0xffff);
  const scale = v128.load32_splat(levels, SCALE);
  const zeroPoint = v128.load32_splat(levels, ZERO_POINT);
  for (let at: usize = 0; at < bytes; at += 16) {
    let from = vectors + (at >> 2) * size;
    let row = out + at;
    for (let left = units; left > 0; left -= perWord) {
      let word = v128.load32_zero(from);
      word = v128.load32_lane(from + size, word, 1);
      word = v128.load32_lane(from + 2 * size, word, 2);
      word = v128.load32_lane(from + 3 * size, word, 3);
      from += 4;
      const inThis = min(left, perWord);
      for (let u = 0; u < inThis; u++) {
        if (perWord > 1) {
          const code = f32x4.convert_i32x4_s(v128.and(word, mask));
          v128.store(row, f32x4.mul(f32x4.sub(code, zeroPoint), scale));
          word = i32x4.shr_u(word, width);
        } else v128.store(row, word); // Float values are their own codes.
        row += stride;
      }
    }
  }
}

/**
 * Gives the vectors of samples from .. to their numbers in order of first appearance, which go on from `found`, and
 * counts by number and by number and class. Where hashes are equal whole vectors are compared. `table` has `slots`
 * (a power of two, more than the samples) u64, empty where `from` is 0; `firsts` and `counts` n u32, `joint` n * classes
 * u32. Of the samples only those count whose flag (i32) is `part`, all where that is negative. Returns how many vectors
 * differ.
 */
export function countVectors(
  vectors: usize, size: usize, hashes: usize, from: i32, to: i32, labels: usize, classes: i32,
  table: usize, slots: i32, firsts: usize, counts: usize, joint: usize, found: i32,
  flags: usize, part: i32,
): i32 {
  if (from == 0) memory.fill(table, 0, <usize>slots << 3);
  const mask = slots - 1;
  for (let s = from; s < to; s++) {
    if (part >= 0 && load<i32>(flags + (<usize>s << 2)) != part) continue;
    const own = vectors + <usize>s * size;
    const hash = load<u32>(hashes + (<usize>s << 2));
    let slot = <i32>hash & mask;
    let number = 0;
    while (true) {
      const entry = load<u64>(table + (<usize>slot << 3));
      if (entry == 0) {
        number = found++;
        store<u64>(table + (<usize>slot << 3), (<u64>hash << 32) | <u64>found);
        store<i32>(firsts + (<usize>number << 2), s);
        store<i32>(counts + (<usize>number << 2), 0);
        // Not memory.fill: to call that takes longer than these few stores.
        const pairs = joint + ((<usize>number * <usize>classes) << 2);
        for (let k = 0; k < classes; k++) store<i32>(pairs + (<usize>k << 2), 0);
        break;
      }
      if (<u32>(entry >> 32) == hash) {
        number = <i32>entry - 1;
        const other = vectors + load<usize>(firsts + (<usize>number << 2)) * size;
        let w: usize = 0;
        while (w < size && load<i32>(own + w) == load<i32>(other + w)) w += 4;
        if (w >= size) break;
      }
      slot = (slot + 1) & mask;
    }
    const count = counts + (<usize>number << 2);
    store<i32>(count, load<i32>(count) + 1);
    const pair = joint + ((<usize>number * classes + load<i32>(labels + (<usize>s << 2))) << 2);
    store<i32>(pair, load<i32>(pair) + 1);
  }
  return found;
}

/**
 * Pairs (c, how many of the `length` counts equal c > 0), c ascending, to `pairs`; `histogram` has largest + 1 u32
 * of scratch, all zero before and after. Returns the number of pairs.
 */
export function histogramOf(counts: usize, length: i32, histogram: usize, pairs: usize): i32 {
  let largest = 1;
  let ones = 0;
  for (let i = 0; i < length; i++) {
    const c = load<i32>(counts + (<usize>i << 2));
    // Most counts are 0 or 1 where codes are many; in memory they would wait for each other.
    if (c <= 1) {
      ones += c;
      continue;
    }
    largest = max(largest, c);
    const bin = histogram + (<usize>c << 2);
    store<i32>(bin, load<i32>(bin) + 1);
  }
  store<i32>(histogram, ones, 4);
  let found: usize = 0;
  for (let c = 1; c <= largest; c++) {
    const bin = histogram + (<usize>c << 2);
    const times = load<i32>(bin);
    if (times) {
      store<i32>(pairs + (found << 3), c);
      store<i32>(pairs + (found << 3), times, 4);
      store<i32>(bin, 0);
      found++;
    }
  }
  return <i32>found;
}

/** Float32 values as codes: their bits, -0 as 0. */
export function floatCodes(values: usize, codes: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(codes + at, f32x4.add(v128.load(values + at), f32x4.splat(0)));
  }
}

/** Codes of logits minus the smallest of their sample, in place. */
export function subtractSmallest(codes: usize, units: i32, stride: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    let least = v128.load(codes + at);
    for (let k = 1; k < units; k++) least = i32x4.min_s(least, v128.load(codes + <usize>k * stride + at));
    for (let k = 0; k < units; k++) {
      const code = codes + <usize>k * stride + at;
      v128.store(code, i32x4.sub(v128.load(code), least));
    }
  }
}

/** Smallest (and after it largest) of n f32, -0 as 0, to `out`, where those of other rows may be already. */
export function widen(values: usize, n: i32, out: usize): void {
  let lows = v128.load32_splat(out), highs = v128.load32_splat(out, 4);
  const end = values + (<usize>n << 2);
  for (; values + 16 <= end; values += 16) {
    const v = v128.load(values);
    lows = f32x4.pmin(lows, v);
    highs = f32x4.pmax(highs, v);
  }
  for (; values < end; values += 4) {
    const v = v128.load32_splat(values);
    lows = f32x4.pmin(lows, v);
    highs = f32x4.pmax(highs, v);
  }
  lows = f32x4.pmin(lows, v128.shuffle<f32>(lows, lows, 2, 3, 0, 1));
  highs = f32x4.pmax(highs, v128.shuffle<f32>(highs, highs, 2, 3, 0, 1));
  const low = f32x4.extract_lane(f32x4.pmin(lows, v128.shuffle<f32>(lows, lows, 1, 0, 3, 2)), 0);
  const high = f32x4.extract_lane(f32x4.pmax(highs, v128.shuffle<f32>(highs, highs, 1, 0, 3, 2)), 0);
  store<f32>(out, low + <f32>0);
  store<f32>(out, high + <f32>0, 4);
}

/** The study's grid codes of one row of probabilities: gridCodes of core. `steps` is 2^bits. */
export function gridRow(values: usize, codes: usize, n: i32, low: f64, width: f64, steps: f64): void {
  for (let s = 0; s < n; s++) {
    const v = <f64>load<f32>(values + (<usize>s << 2));
    const code = width > 0 ? Math.min(nearest<f64>(((v - low) * steps) / width), 4294967295.0) : 0;
    store<u32>(codes + (<usize>s << 2), <u32>code);
  }
}

/**
 * Marks in `flags` (u8, `size` of them padded to 16) which of 0 ... size - 1 are among the n first codes of `units` rows.
 * Returns how many are marked by now.
 */
export function levelsInUse(codes: usize, units: i32, stride: usize, n: i32, flags: usize, size: i32): i32 {
  let found = countFlags(flags, size);
  for (let j = 0; j < units && found < size; j++) {
    markLevels(codes + <usize>j * stride, n, flags);
    // To count few flags after every row takes less than to mark rows that can bring nothing new.
    if (size <= 1024 || j + 1 == units) found = countFlags(flags, size);
  }
  return found;
}

/** Sets flags[code] = 1 for n codes. */
function markLevels(codes: usize, n: i32, flags: usize): void {
  const end = codes + (<usize>n << 2);
  for (; codes + 16 <= end; codes += 16) {
    const a = load<u64>(codes), b = load<u64>(codes, 8);
    store<u8>(flags + <usize>(<u32>a), 1);
    store<u8>(flags + <usize>(a >> 32), 1);
    store<u8>(flags + <usize>(<u32>b), 1);
    store<u8>(flags + <usize>(b >> 32), 1);
  }
  for (; codes < end; codes += 4) store<u8>(flags + load<usize>(codes), 1);
}

/** Sum of `size` bytes that are 0 or 1; what pads them to 16 is 0. */
function countFlags(flags: usize, size: i32): i32 {
  let sum = i32x4.splat(0);
  for (let at: usize = 0; at < <usize>size; at += 16) {
    sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(v128.load(flags + at))));
  }
  return i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3);
}
