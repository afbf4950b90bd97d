import { measurementAt } from '../core/experiment/epoch-scale.ts';
import { firstThatCounts, isSaturated } from '../core/experiment/summary.ts';
import type { PointRef } from '../plots/pick.ts';
import { shownPath } from '../store/rulers.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import type { Reading } from './sentences.ts';

type Drawn = Parameters<typeof shownPath>[0] & Pick<RunState, 'experiment'>;

/** What the viewing head is at, or null before there is a measurement. */
export function readingOf(run: Drawn, view: Pick<ViewState, 'head' | 'output' | 'rulers'>): Reading | null {
  const path = shownPath(run, view);
  if (!path) return null;
  const { columns, rows } = path;
  const index = Math.floor(measurementAt(columns.epoch, view.head));
  if (index < 0) return null;
  const from = firstThatCounts(columns.epoch, run.experiment?.prefit ?? 0);
  return { columns, rows, index, from, hx: path.limits.hx, output: view.output };
}

/** The same as the run itself has counted it, whatever ruler is drawn. */
export function countedReading(run: Drawn, view: Pick<ViewState, 'head' | 'output'>): Reading | null {
  return readingOf(run, { head: view.head, output: view.output, rulers: [] });
}

/** The numbers of one layer at one measurement. */
export interface LayerNow {
  /** Bits. */
  readonly ixt: number;
  /** Bits. */
  readonly ity: number;
  readonly codes: number;
  readonly low: number;
  readonly high: number;
  readonly saturated: boolean;
}

/** Row of the trajectory that is shown for a layer, 0 for T1. */
export function rowOf({ rows, output }: Pick<Reading, 'rows' | 'output'>, layer: number): number {
  return layer === rows - 2 && output === 'exact' ? rows - 1 : layer;
}

/** A layer's point at an epoch, or at the last measurement before it; null before the first. */
export function pointAt(
  { columns, rows }: Pick<Reading, 'columns' | 'rows'>,
  output: Reading['output'],
  { layer, epoch }: { readonly layer: number; readonly epoch: number },
): PointRef | null {
  const index = Math.floor(measurementAt(columns.epoch, epoch));
  return index < 0 ? null : { index, row: rowOf({ rows, output }, layer) };
}

/** Null if the run has no such layer. */
export function layerNow(reading: Reading | null, layer: number): LayerNow | null {
  if (!reading || layer >= reading.rows - 1) return null;
  const { columns, rows, index, hx } = reading;
  const at = index * rows + rowOf(reading, layer);
  const ixt = columns.ixt[at] ?? NaN;
  return {
    ixt,
    ity: columns.ity[at] ?? NaN,
    codes: columns.codes[at] ?? 0,
    low: columns.low[at] ?? NaN,
    high: columns.high[at] ?? NaN,
    saturated: isSaturated(ixt, hx),
  };
}

/** Which layer to look at if none was picked: the last hidden one. */
export function layerOrDefault(picked: number | null, layers: number): number {
  return Math.max(0, Math.min(picked ?? layers - 2, layers - 1));
}
