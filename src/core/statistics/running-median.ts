/**
 * Medians of a series over windows that slide along it, as long as what they span is short beside the time so far:
 * `reach` values to either side of index i, where reach is how many earlier values are less than `share` of their time
 * before time[i], and `least` at least. At the start a window is cut on both sides alike, so that the first value stays
 * what it is; at the end on the right only. A series that rises (falls) throughout keeps its values but the last few.
 *
 * @param time ascending from 0 or above, as long as `values`
 */
export function runningMedian(
  values: ArrayLike<number>,
  time: ArrayLike<number>,
  least: number,
  share: number,
): Float64Array {
  const n = values.length;
  const result = new Float64Array(n);
  const window = new SortedWindow(n);
  let from = 0;
  let to = 0;
  let near = 0;
  for (let i = 0; i < n; i++) {
    while (time[near]! < time[i]! * (1 - share)) near++;
    const reach = Math.min(i, Math.max(least, i - near));
    for (; to < Math.min(n, i + reach + 1); to++) window.add(values[to]!);
    for (; from < i - reach; from++) window.remove(values[from]!);
    result[i] = window.median();
  }
  return result;
}

/** Numbers in order. */
class SortedWindow {
  private readonly sorted: Float64Array;
  private size = 0;

  constructor(capacity: number) {
    this.sorted = new Float64Array(capacity);
  }

  add(value: number): void {
    const place = this.placeOf(value);
    this.sorted.copyWithin(place + 1, place, this.size);
    this.sorted[place] = value;
    this.size++;
  }

  remove(value: number): void {
    const place = this.placeOf(value);
    this.sorted.copyWithin(place, place + 1, this.size);
    this.size--;
  }

  median(): number {
    const middle = this.size >> 1;
    return this.size % 2 === 1 ? this.sorted[middle]! : (this.sorted[middle - 1]! + this.sorted[middle]!) / 2;
  }

  /** How many are smaller. */
  private placeOf(value: number): number {
    let from = 0;
    let to = this.size;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.sorted[middle]! < value) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
