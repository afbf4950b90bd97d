/**
 * Holm's step-down adjustment of the p-values of several tests (Holm 1979), in their own order: rejecting what is at
 * most alpha afterwards keeps the chance of any false alarm at alpha, however the tests depend on one another.
 *
 * The k-th smallest of m becomes the largest of min(1, (m - j + 1) p_j) over j = 1 ... k.
 */
export function holm(pValues: ArrayLike<number>): Float64Array {
  const m = pValues.length;
  const order = Uint32Array.from({ length: m }, (_, i) => i).sort((i, j) => pValues[i]! - pValues[j]!);
  const adjusted = new Float64Array(m);
  let largest = 0;
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (m - rank) * pValues[index]!));
    adjusted[index] = largest;
  });
  return adjusted;
}
