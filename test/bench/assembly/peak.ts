/**
 * Multiply-adds of plain WebAssembly SIMD and nothing else: what no kernel on this machine can go beyond.
 *
 * Twelve accumulators are independent of each other, enough to hide the latency of a multiplication and an addition,
 * and with the two constants few enough for sixteen registers. Each turn is acc = acc * factor + term, which can
 * neither be left out nor taken out of the loop, and stays near 1.
 *
 * @param turns how often; each is 12 x 4 multiply-adds
 * @returns the sum of all lanes, so that every one is needed
 */
export function multiplyAdd(turns: i32): f32 {
  const factor = f32x4.splat(0.5);
  const term = f32x4.splat(0.5);
  let a = f32x4(1, 2, 3, 4),
    b = f32x4(2, 3, 4, 5),
    c = f32x4(3, 4, 5, 6),
    d = f32x4(4, 5, 6, 7);
  let e = f32x4(5, 6, 7, 8),
    f = f32x4(6, 7, 8, 9),
    g = f32x4(7, 8, 9, 1),
    h = f32x4(8, 9, 1, 2);
  let i = f32x4(9, 1, 2, 3),
    j = f32x4(1, 3, 5, 7),
    k = f32x4(2, 4, 6, 8),
    l = f32x4(3, 6, 9, 2);
  for (let turn = 0; turn < turns; turn++) {
    a = f32x4.add(f32x4.mul(a, factor), term);
    b = f32x4.add(f32x4.mul(b, factor), term);
    c = f32x4.add(f32x4.mul(c, factor), term);
    d = f32x4.add(f32x4.mul(d, factor), term);
    e = f32x4.add(f32x4.mul(e, factor), term);
    f = f32x4.add(f32x4.mul(f, factor), term);
    g = f32x4.add(f32x4.mul(g, factor), term);
    h = f32x4.add(f32x4.mul(h, factor), term);
    i = f32x4.add(f32x4.mul(i, factor), term);
    j = f32x4.add(f32x4.mul(j, factor), term);
    k = f32x4.add(f32x4.mul(k, factor), term);
    l = f32x4.add(f32x4.mul(l, factor), term);
  }
  const abc = f32x4.add(f32x4.add(a, b), c);
  const def = f32x4.add(f32x4.add(d, e), f);
  const ghi = f32x4.add(f32x4.add(g, h), i);
  const jkl = f32x4.add(f32x4.add(j, k), l);
  const sum = f32x4.add(f32x4.add(abc, def), f32x4.add(ghi, jkl));
  return (
    f32x4.extract_lane(sum, 0) +
    f32x4.extract_lane(sum, 1) +
    f32x4.extract_lane(sum, 2) +
    f32x4.extract_lane(sum, 3)
  );
}
