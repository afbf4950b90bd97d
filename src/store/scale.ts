/** How epochs are laid along the slider and the curves. */
export type EpochScale = 'log' | 'linear';

/** Place of an epoch on the scale, 0 (before training) to 1 (the last epoch). */
export function placeOf(scale: EpochScale, epoch: number, epochs: number): number {
  if (epochs <= 0) return 0;
  const place = scale === 'log' ? Math.log1p(epoch) / Math.log1p(epochs) : epoch / epochs;
  return Math.min(1, Math.max(0, place));
}

/** The epoch, with fraction, at a place of the scale. */
export function epochAt(scale: EpochScale, place: number, epochs: number): number {
  const at = Math.min(1, Math.max(0, place));
  if (at === 1) return epochs;
  return scale === 'log' ? Math.expm1(at * Math.log1p(epochs)) : at * epochs;
}

/** Index of the newest measurement at or before `epoch`; 0 if all are later, -1 if there is none. */
export function measurementAt(epochs: Int32Array, epoch: number): number {
  if (epochs.length === 0) return -1;
  let low = 0;
  let high = epochs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((epochs[middle] ?? Infinity) <= epoch) low = middle;
    else high = middle - 1;
  }
  return low;
}
