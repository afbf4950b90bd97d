import { measurementAt } from '../core/experiment/epoch-scale.ts';
import { isSaturated } from '../core/experiment/summary.ts';
import { t } from '../i18n/study.ts';
import { decimals } from '../i18n/t.ts';
import { chanceBand, shownPath } from '../store/rulers.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { rowOf } from './reading.ts';
import { nameLayers } from './sentences.ts';

/** Rounding of entropies in double, far below what a single sample changes. */
const tolerance = 1e-9;

/**
 * Which layers' I(T;Y) is no more than what shuffled labels give at the epoch looked at, which is more, and of which it
 * says nothing, since each input has a code of its own. Nothing before the bands are there.
 */
export function chanceSentences(run: RunState, view: ViewState): readonly string[] {
  const band = chanceBand(run, view);
  const path = shownPath(run, view);
  if (!band || !path) return [];
  const index = Math.floor(measurementAt(band.epochs, view.head));
  const epoch = band.epochs[index];
  const { columns, rows, limits } = path;
  const measured = epoch === undefined ? -1 : columns.epoch.indexOf(epoch);
  if (epoch === undefined || measured < 0) return [];
  const groups = { saturated: [] as number[], inside: [] as number[], above: [] as number[] };
  for (let layer = 0; layer < band.layers; layer++) {
    const at = measured * rows + rowOf({ rows, output: view.output }, layer);
    const [low = NaN, high = NaN] = [band.low, band.high].map((ends) => ends[index * band.layers + layer]);
    const isInside = (columns.ity[at] ?? NaN) <= high + tolerance;
    // Where inputs come more than once, a code of an input's own is none of a sample's own: labels then still matter.
    const isCertain = high - low <= tolerance;
    if (isCertain && isSaturated(columns.ixt[at] ?? NaN, limits.hx)) groups.saturated.push(layer);
    else groups[isInside ? 'inside' : 'above'].push(layer);
  }
  const { saturated, inside, above } = groups;
  const all = decimals(band.high[index * band.layers + (saturated[0] ?? 0)] ?? NaN, 3);
  return [
    ...(inside.length > 0 ? [t('chance.inside', { epoch, layers: nameLayers(inside) })] : []),
    ...(above.length > 0 ? [t('chance.above', { epoch, layers: nameLayers(above) })] : []),
    ...(saturated.length > 0 ? [t('chance.saturated', { layers: nameLayers(saturated), all })] : []),
  ];
}
