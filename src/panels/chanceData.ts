import { measurementAt } from '../core/experiment/epoch-scale.ts';
import { chanceBand } from '../store/rulers.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { layerOrDefault } from './reading.ts';

/** Where I(T;Y) of one layer would lie by chance, at one epoch; bits. */
export interface ChanceNow {
  readonly layer: number;
  readonly epoch: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The same of the layer looked at, at the last epoch it is known for up to the viewing head; null before. */
export function chanceNow(run: RunState, view: ViewState): ChanceNow | null {
  const band = chanceBand(run, view);
  if (!band) return null;
  const index = Math.floor(measurementAt(band.epochs, view.head));
  const layer = layerOrDefault(view.layer, band.layers);
  const at = index * band.layers + layer;
  const [epoch, mean, low, high] = [band.epochs[index], band.mean[at], band.low[at], band.high[at]];
  if (epoch === undefined || mean === undefined || low === undefined || high === undefined) return null;
  return { layer, epoch, mean, low, high };
}
