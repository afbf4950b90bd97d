/** Fake quantization: the fast form of core/quantization/fake-quantization.ts. */

/** Fields of a Levels record: i32 kind, then f32s. */
export const KIND: usize = 0;
export const SCALE: usize = 4;
export const LO: usize = 8;
export const HI: usize = 12;
export const OFFSET: usize = 16;
export const ZERO_POINT: usize = 20;

export const IS_LEVELS: i32 = 0;
export const IS_ZERO: i32 = 1;
export const IS_CONSTANT: i32 = 2;

@inline
function usable(x: f32): bool {
  return x > 0 && x < f32.MAX_VALUE + f32.MAX_VALUE;
}

/** Writes the levels of [min, max] with codes 0 ... q. */
export function writeLevels(levels: usize, min: f32, max: f32, q: f32): void {
  store<f32>(levels, 1, SCALE);
  store<f32>(levels, 0, LO);
  store<f32>(levels, 0, HI);
  store<f32>(levels, 0, OFFSET);
  store<f32>(levels, 0, ZERO_POINT);
  if (min == 0 && max == 0) {
    store<i32>(levels, IS_ZERO, KIND);
    return;
  }
  const width = max - min;
  const scale = width / q;
  const inv = q / width;
  if (!usable(scale) || !usable(inv)) {
    store<i32>(levels, IS_CONSTANT, KIND);
    return;
  }
  const z = <f32>0 - min / scale;
  const zeroPoint: f32 = z < 0 ? 0 : z > q ? q : <f32>Math.floor(<f64>z + 0.5);
  const lo = (<f32>0 - zeroPoint) * scale;
  store<i32>(levels, IS_LEVELS, KIND);
  store<f32>(levels, scale, SCALE);
  store<f32>(levels, lo, LO);
  store<f32>(levels, (q - zeroPoint) * scale, HI);
  store<f32>(levels, Mathf.floor(-lo * inv + <f32>0.5), OFFSET);
  store<f32>(levels, zeroPoint, ZERO_POINT);
}

/** Level numbers k = code - zero point of four values. */
@inline
function levelNumber(v: v128, lo: v128, hi: v128, scale: v128, offset: v128): v128 {
  const clamped = f32x4.pmin(f32x4.pmax(v, lo), hi);
  return f32x4.floor(
    f32x4.add(f32x4.sub(f32x4.div(f32x4.sub(clamped, lo), scale), offset), f32x4.splat(0.5)),
  );
}

/** out[0 .. bytes) = quantized v, four at a time; bytes is a multiple of 16. */
export function quantizeRow(levels: usize, v: usize, out: usize, bytes: usize): void {
  const kind = load<i32>(levels, KIND);
  if (kind != IS_LEVELS) {
    if (kind == IS_ZERO) memory.fill(out, 0, bytes);
    else memory.copy(out, v, bytes);
    return;
  }
  const lo = v128.load32_splat(levels, LO);
  const hi = v128.load32_splat(levels, HI);
  const scale = v128.load32_splat(levels, SCALE);
  const offset = v128.load32_splat(levels, OFFSET);
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(out + at, f32x4.mul(levelNumber(v128.load(v + at), lo, hi, scale, offset), scale));
  }
}

/** The same, and the codes as i32; not levels: the one code 0. */
export function quantizeRowWithCodes(levels: usize, v: usize, out: usize, codes: usize, bytes: usize): void {
  if (load<i32>(levels, KIND) != IS_LEVELS) {
    quantizeRow(levels, v, out, bytes);
    memory.fill(codes, 0, bytes);
    return;
  }
  const lo = v128.load32_splat(levels, LO);
  const hi = v128.load32_splat(levels, HI);
  const scale = v128.load32_splat(levels, SCALE);
  const offset = v128.load32_splat(levels, OFFSET);
  const zeroPoint = v128.load32_splat(levels, ZERO_POINT);
  for (let at: usize = 0; at < bytes; at += 16) {
    const k = levelNumber(v128.load(v + at), lo, hi, scale, offset);
    v128.store(out + at, f32x4.mul(k, scale));
    v128.store(codes + at, i32x4.trunc_sat_f32x4_s(f32x4.add(k, zeroPoint)));
  }
}
