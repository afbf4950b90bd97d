const f32 = Math.fround;

/**
 * The levels of a range at b bits: k * scale for k = -zeroPoint ... q - zeroPoint, q = 2^b - 1.
 *
 * TensorFlow's fake quantization with a nudged zero point (as used by Lorenzen, Igel & Nielsen 2022), all in float32.
 */
export interface Levels {
  /** Not `levels`: both ends are zero, the result is 0. Or the layer is (nearly) constant and keeps its value. */
  readonly kind: 'levels' | 'zero' | 'constant';
  readonly scale: number;
  /** 0 ... q: the code of the value 0. */
  readonly zeroPoint: number;
  /** Smallest level, and below it the clamped values. */
  readonly lo: number;
  /** Largest level. */
  readonly hi: number;
  /** floor(-lo inv + 0.5). */
  readonly offset: number;
}

const isUsable = (x: number): boolean => x > 0 && x < Infinity;

/** Levels of [min, max] (float32) at `bits` bits, 1 to 16. */
export function levelsOf(min: number, max: number, bits: number): Levels {
  if (min === 0 && max === 0) return { kind: 'zero', scale: 1, zeroPoint: 0, lo: 0, hi: 0, offset: 0 };
  const q = (1 << bits) - 1;
  const width = f32(max - min);
  const scale = f32(width / q);
  const inv = f32(q / width);
  if (!isUsable(scale) || !isUsable(inv)) {
    return { kind: 'constant', scale: 1, zeroPoint: 0, lo: 0, hi: 0, offset: 0 };
  }
  const z = f32(0 - f32(min / scale));
  // z is not negative where it is rounded, so half away from zero is floor(z + 0.5), in double: exact.
  const zeroPoint = z < 0 ? 0 : z > q ? q : Math.floor(z + 0.5);
  const lo = f32((0 - zeroPoint) * scale);
  const hi = f32((q - zeroPoint) * scale);
  const offset = Math.floor(f32(f32(-lo * inv) + 0.5));
  return { kind: 'levels', scale, zeroPoint, lo, hi, offset };
}

/** The level number k = code - zeroPoint of a value, for levels of kind `levels`. */
export function levelNumber(v: number, levels: Levels): number {
  const { lo, hi, scale, offset } = levels;
  const above = lo > v ? lo : v; // NaN stays NaN.
  const clamped = hi < above ? hi : above;
  return Math.floor(f32(f32(f32(f32(clamped - lo) / scale) - offset) + 0.5));
}

/** The quantized value (float32). */
export function quantize(v: number, levels: Levels): number {
  if (levels.kind === 'constant') return v;
  if (levels.kind === 'zero') return 0;
  return f32(levelNumber(v, levels) * levels.scale);
}

/** The code, 0 ... 2^bits - 1. A constant layer has the one code 0. */
export function codeOf(v: number, levels: Levels): number {
  return levels.kind === 'levels' ? levelNumber(v, levels) + levels.zeroPoint : 0;
}

/** Does the gradient pass at v (to v, that is; outside it goes to the range)? */
export function passes(v: number, levels: Levels): boolean {
  return levels.kind !== 'levels' || (v >= levels.lo && v <= levels.hi);
}
