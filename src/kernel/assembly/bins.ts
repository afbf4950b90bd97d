/** Outputs read by bins: the fast form of core/information/binning.ts. Codes are rows of i32, not negative. */

/**
 * Codes of one row of n f32: how many of `count` ascending f64 edges, about evenly spaced, are at most the value. Where
 * they are is guessed and then put right, so that the spacing decides nothing but the time.
 */
export function binRow(values: usize, codes: usize, n: i32, edges: usize, count: i32): void {
  const first = load<f64>(edges);
  const last = load<f64>(edges + (<usize>(count - 1) << 3));
  const scale = last > first ? <f64>(count - 1) / (last - first) : 0;
  const most = <f64>count;
  for (let s = 0; s < n; s++) {
    const v = <f64>load<f32>(values + (<usize>s << 2));
    const place = (v - first) * scale;
    let bin = place >= 0 ? (place < most ? <i32>place + 1 : count) : 0;
    while (bin < count && load<f64>(edges + (<usize>bin << 3)) <= v) bin++;
    while (bin > 0 && load<f64>(edges + (<usize>(bin - 1) << 3)) > v) bin--;
    store<i32>(codes + (<usize>s << 2), bin);
  }
}

/** The same for edges anywhere, by halving. */
export function searchRow(values: usize, codes: usize, n: i32, edges: usize, count: i32): void {
  for (let s = 0; s < n; s++) {
    const v = <f64>load<f32>(values + (<usize>s << 2));
    let from = 0;
    let to = count;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (load<f64>(edges + (<usize>middle << 3)) <= v) from = middle + 1;
      else to = middle;
    }
    store<i32>(codes + (<usize>s << 2), from);
  }
}

/** Codes of one row of n f32: floor(v / width) less `base`, the smallest of them. */
export function widthRow(values: usize, codes: usize, n: i32, width: f64, base: f64): void {
  for (let s = 0; s < n; s++) {
    const v = <f64>load<f32>(values + (<usize>s << 2));
    store<i32>(codes + (<usize>s << 2), <i32>(Math.floor(v / width) - base));
  }
}

/** out[s] = table[codes[s]] for n codes; `out` may be `codes`. */
export function recodeRow(codes: usize, out: usize, n: i32, table: usize): void {
  const end = codes + (<usize>n << 2);
  for (; codes + 16 <= end; codes += 16, out += 16) {
    const a = load<u64>(codes), b = load<u64>(codes, 8);
    store<i32>(out, load<i32>(table + (<usize>(<u32>a) << 2)));
    store<i32>(out, load<i32>(table + (<usize>(a >> 32) << 2)), 4);
    store<i32>(out, load<i32>(table + (<usize>(<u32>b) << 2)), 8);
    store<i32>(out, load<i32>(table + (<usize>(b >> 32) << 2)), 12);
  }
  for (; codes < end; codes += 4, out += 4) store<i32>(out, load<i32>(table + (load<usize>(codes) << 2)));
}
