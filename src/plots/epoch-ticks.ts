/** Which epochs are written on an axis. */
import type { EpochScale } from '../core/experiment/epoch-scale.ts';

/** Width in px of a tick's label, about; `size` is the font's. */
const tickWidth = (epoch: number, size: number): number => size * (0.62 * epoch.toLocaleString('en').length);

/**
 * Epochs to write on an axis `width` px long: 0, powers of ten (or round steps) and E. The two ends always stand;
 * between them stand those whose labels keep `gap` px apart.
 *
 * @param ends where the labels of 0 and E stand: around the ends of the axis, as all others do, or inside it
 */
export function epochTicks(
  scale: EpochScale,
  width: number,
  size = 11,
  gap = 8,
  ends: 'around' | 'inside' = 'around',
): readonly number[] {
  const { last } = scale;
  const between: number[] = [];
  if (scale.kind === 'log') for (let tick = 10; tick < last; tick *= 10) between.push(tick);
  else {
    const step = roundStep(last / 4);
    for (let tick = step; tick < last; tick += step) between.push(tick);
  }
  const isInside = (epoch: number): boolean => ends === 'inside' && (epoch === 0 || epoch === last);
  const half = (epoch: number): number => tickWidth(epoch, size) / (isInside(epoch) ? 1 : 2) + gap / 2;
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
