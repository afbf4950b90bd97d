/** The scale of epochs: of the slider, of the charts and of the colours, all one. */

export type EpochScaleKind = 'log' | 'linear';

export interface EpochScale {
  readonly kind: EpochScaleKind;
  /** The last epoch E, at least 1. */
  readonly last: number;
  /** Epoch to 0..1: log1p(e)/log1p(E), or e/E. */
  position(epoch: number): number;
  /** 0..1 to epoch, not rounded. */
  epoch(position: number): number;
}

export function epochScale(kind: EpochScaleKind, epochs: number): EpochScale {
  const last = Math.max(1, epochs);
  if (kind === 'linear') {
    return { kind, last, position: (epoch) => epoch / last, epoch: (position) => position * last };
  }
  const top = Math.log1p(last);
  return {
    kind,
    last,
    position: (epoch) => Math.log1p(epoch) / top,
    epoch: (position) => Math.expm1(position * top),
  };
}

/** Width in px of a tick's label, about; `size` is the font's. */
const tickWidth = (epoch: number, size: number): number => size * (0.62 * epoch.toLocaleString('en').length);

/**
 * Epochs to write on an axis `width` px long: 0, powers of ten (or round steps) and E. The two ends always stand;
 * between them stand those whose labels keep `gap` px apart.
 */
export function epochTicks(scale: EpochScale, width: number, size = 11, gap = 8): readonly number[] {
  const { last } = scale;
  const between: number[] = [];
  if (scale.kind === 'log') for (let tick = 10; tick < last; tick *= 10) between.push(tick);
  else {
    const step = roundStep(last / 4);
    for (let tick = step; tick < last; tick += step) between.push(tick);
  }
  const half = (epoch: number): number => tickWidth(epoch, size) / 2 + gap / 2;
  const apart = (a: number, b: number): boolean =>
    (scale.position(b) - scale.position(a)) * width >= half(a) + half(b);
  const ticks = [0];
  for (const tick of between) {
    const before = ticks[ticks.length - 1] ?? 0;
    if (apart(before, tick) && apart(tick, last)) ticks.push(tick);
  }
  ticks.push(last);
  return ticks;
}

/** The nearest of 1, 2, 5 times a power of ten that is not below `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const factor = [1, 2, 5, 10].find((step) => step * power >= rough) ?? 10;
  return Math.max(1, factor * power);
}

/**
 * Where an epoch falls among the measured ones: the index of a measurement, with a fraction between two of them.
 * Before the first it is 0, after the last the last index; -1 if there is none.
 */
export function measurementAt(epochs: Int32Array, epoch: number): number {
  let low = 0;
  let high = epochs.length - 1;
  if (high < 0) return -1;
  if (epoch <= (epochs[0] ?? 0)) return 0;
  if (epoch >= (epochs[high] ?? 0)) return high;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((epochs[middle] ?? 0) <= epoch) low = middle;
    else high = middle;
  }
  const before = epochs[low] ?? 0;
  const after = epochs[high] ?? before + 1;
  return low + (epoch - before) / (after - before);
}
