const float32 = new Float32Array(1);
const int32 = new Int32Array(float32.buffer);

/** The float32 number of this bit pattern. */
export function float32Of(bits: number): number {
  int32[0] = bits;
  return float32[0]!;
}

export function bitsOf(x: number): number {
  float32[0] = x;
  return int32[0]!;
}

/** How far `got` is from `want`, in units of the last place that a float32 of the size of `want` has. */
export function ulpError(got: number, want: number): number {
  const size = Math.abs(want);
  // The float32 below `want`, truncated, gives the binade without a logarithm.
  const exponent = Math.max((bitsOf(size) >>> 23) - (Math.fround(size) > size ? bump(size) : 0), 1);
  return Math.abs(got - want) / 2 ** (exponent - 150);
}

/** 1 where rounding `size` to float32 has carried it into the next binade. */
function bump(size: number): number {
  return (bitsOf(size) & 0x7fffff) === 0 ? 1 : 0;
}

/** Float32 numbers from `low` to `high` (both of one sign, low the lesser in magnitude), every `step`th pattern. */
export function* every(step: number, low: number, high: number): Generator<number> {
  const last = bitsOf(high) >>> 0;
  for (let bits = bitsOf(low) >>> 0; bits <= last; bits += step) yield float32Of(bits | 0);
  yield Math.fround(high);
}

/** The largest of `error(x)` over the numbers, and where it is. */
export function largest(
  numbers: Iterable<number>,
  error: (x: number) => number,
): { error: number; x: number } {
  let worst = { error: 0, x: NaN };
  for (const x of numbers) {
    const e = error(x);
    if (!(e <= worst.error)) worst = { error: e, x };
  }
  return worst;
}
