/** Width given to the range of values that are all the same. */
const smallestWidth = 1e-9;

/**
 * Lower edges of n bins of equal width, ascending: lower + (upper - lower) i/n for i = 0 ... n - 1, in double.
 *
 * What is below the first edge has a bin of its own, what is above the upper bound falls into the last.
 */
export function uniformEdges(lower: number, upper: number, bins: number): Float64Array {
  const width = upper > lower ? upper - lower : smallestWidth;
  return Float64Array.from({ length: bins }, (_, i) => lower + (width * i) / bins);
}

/**
 * Edges of n bins with equally many of the given values in each, as far as that goes: the sorted values are cut into
 * n groups, the first (count mod n) of them one larger, and an edge is halfway, in double, between the neighbours at
 * a cut. Fewer values than bins leave groups empty, which have no edge.
 */
export function adaptiveEdges(values: Float32Array, bins: number): Float64Array {
  const sorted = values.slice().sort();
  const size = Math.floor(sorted.length / bins);
  const larger = sorted.length % bins;
  const edges: number[] = [];
  for (let group = 1; group < bins; group++) {
    const cut = group * size + Math.min(group, larger);
    const below = sorted[cut - 1];
    const above = sorted[cut];
    if (below !== undefined && above !== undefined) edges.push((below + above) / 2);
  }
  return Float64Array.from(edges);
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
