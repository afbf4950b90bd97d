/** Width given to the range of values that are all the same. */
const smallestWidth = 1e-9;

/**
 * Lower edges of n bins of equal width, ascending: lower + (upper - lower) i/n for i = 0 ... n - 1, in double.
 *
 * What is below the first edge has a bin of its own, what is above the upper bound falls into the last.
 */
export function uniformEdges(lower: number, upper: number, bins: number): Float64Array {
  const width = upper > lower ? upper - lower : smallestWidth;
  const edges = new Float64Array(bins);
  for (let i = 0; i < bins; i++) edges[i] = lower + (width * i) / bins;
  return edges;
}

/**
 * Edges of n bins with equally many of the given values in each, as far as that goes: the sorted values are cut into
 * n groups, the first (count mod n) of them one larger, and an edge is halfway, in double, between the neighbours at
 * a cut. Fewer values than bins leave groups empty, which have no edge.
 */
export function adaptiveEdges(values: Float32Array, bins: number): Float64Array {
  const sorted = values.slice().sort();
  return Float64Array.from(groupStarts(sorted.length, bins), (cut) => (sorted[cut - 1]! + sorted[cut]!) / 2);
}

/**
 * Where groups begin if `count` sorted values are cut into n of them, the first (count mod n) one larger: ascending
 * ranks that have a value before and one behind them.
 */
export function groupStarts(count: number, bins: number): number[] {
  const size = Math.floor(count / bins);
  const larger = count % bins;
  const starts: number[] = [];
  for (let group = 1; group < bins; group++) {
    const cut = group * size + Math.min(group, larger);
    if (cut > 0 && cut < count) starts.push(cut);
  }
  return starts;
}

/**
 * So many edges evenly from the first number to the second, both included, as float32. Shwartz-Ziv & Tishby's program
 * has 30 on [-1, 1]: 29 bins between them, and all from 1 on in one more. (It puts what is below -1 into that one too;
 * tanh and ReLU have no such values. Here it has a bin of its own.)
 */
export function evenEdges(first: number, last: number, edges: number): Float64Array {
  const step = (last - first) / (edges - 1);
  return Float64Array.from({ length: edges }, (_, i) =>
    Math.fround(i === edges - 1 ? last : first + i * step),
  );
}

/** The bin floor(v / width), in double; beyond 2^31 bins from 0 all values share one. */
export function binOfWidth(v: number, width: number): number {
  return Math.max(-2147483648, Math.min(2147483647, Math.floor(v / width)));
}

/** The bin of a value: the number of edges (ascending) that are at most v, so a value on an edge goes up. */
export function binOf(v: number, edges: Float64Array): number {
  let from = 0;
  let to = edges.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (edges[middle]! <= v) from = middle + 1;
    else to = middle;
  }
  return from;
}
