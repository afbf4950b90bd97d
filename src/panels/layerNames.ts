import type { Experiment } from '../core/experiment/experiment.ts';
import { list, plural, t } from '../i18n/t.ts';

/** T1 for layer 0. */
export function layerName(layer: number): string {
  return `T${layer + 1}`;
}

/** "T1–T4" where they follow one another, else "T1, T3, and T4". `layers` ascends. */
export function nameLayers(layers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const layer of layers) {
    const last = runs.at(-1);
    if (last && last[1] === layer - 1) last[1] = layer;
    else runs.push([layer, layer]);
  }
  return list(
    runs.flatMap(([first, last]) => {
      if (last - first < 2) return first === last ? [layerName(first)] : [layerName(first), layerName(last)];
      return [t('say.range', { first: layerName(first), last: layerName(last) })];
    }),
  );
}

/** "8 bits", "1 bit", "float32". */
export function bitsName(bits: Experiment['bits']): string {
  if (bits === 'float') return t('bits.float');
  return t(`bits.${plural(bits)}`, { bits });
}
