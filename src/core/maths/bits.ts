/** One float32 seen as its bits and back: `float32[0]` and `int32[0]` share their memory. */
const buffer = new ArrayBuffer(4);
const float32 = new Float32Array(buffer);
const int32 = new Int32Array(buffer);

/** The bit pattern of a float32. */
export function bitsOf(x: number): number {
  float32[0] = x;
  return int32[0]!;
}

/** The float32 with this bit pattern. */
export function fromBits(bits: number): number {
  int32[0] = bits;
  return float32[0]!;
}
