/** What the plane is drawn from: data, how it is looked at, words and colours. */
import type { Limits, TrajectoryColumns } from '../../core/experiment/trajectory.ts';
import type { Palette } from '../colours.ts';
import type { EpochScale } from '../../core/experiment/epoch-scale.ts';
import type { ChanceStrip } from './chance.ts';
import type { PlaneFrame } from './frame.ts';
import type { Mark, Measure } from './marks.ts';

export interface PlaneData {
  /** Names the run: with the same key, columns only ever grow; another key draws everything anew. */
  readonly key: string | number;
  readonly columns: TrajectoryColumns;
  /** Rows a measurement has in the columns. */
  readonly rows: number;
  /** The row shown for each layer, T1 first (see shownRows). */
  readonly shown: readonly number[];
  readonly limits: Limits;
  /** Drawn faint behind. */
  readonly others?: Backdrop;
  /** Across the plane: where one layer's I(T;Y) would lie by chance, at the epoch looked at. */
  readonly chance?: ChanceStrip;
  /** Standard deviations of `columns`, where these are means, laid out alike. */
  readonly sd?: { readonly ixt: Float64Array; readonly ity: Float64Array };
  /** Epochs up to this one were trained on shuffled labels, and are drawn grey; 0 or left out: none. */
  readonly prefit?: number;
  /** What the axes have room for, if that is more than the limits. */
  readonly extent?: Limits;
  /** Another run, drawn behind this one. */
  readonly ghost?: PlaneGhost;
}

/** A run of other settings: what draws it comes with it, since few planes have one. */
export interface PlaneGhost {
  /** Names what is drawn of it by `paths`. */
  readonly key: string;
  /** All of its paths; to be clipped to the plane's box. */
  paths(stage: PlaneStage): Mark[];
  /** Where it is at the epoch that is looked at. */
  points(stage: PlaneStage): Mark[];
}

/** Other runs of the same layers. */
export interface Backdrop {
  /** Names them: with the same key, runs only ever come to them. */
  readonly key: string;
  readonly runs: readonly TrajectoryColumns[];
  /** How many there will be: the more, the fainter each. */
  readonly planned: number;
}

export interface PlaneView {
  /** Index of the measurement looked at; a fraction lies between two. -1: nothing measured yet. */
  readonly head: number;
  readonly colourBy: 'epoch' | 'layer';
  readonly scale: EpochScale;
  /** The layer (0 for T1) that stands out, the others stepping back. */
  readonly highlight: number | null;
}

/** The words of the plane; plots hold none of their own. */
export interface PlaneWords {
  readonly xTitle: string;
  readonly yTitle: string;
  /** The same in few letters, for narrow screens. */
  readonly xShort?: string;
  readonly yShort?: string;
  /** Names of the limits, H(X) and H(Y). */
  readonly hx: string;
  readonly hy: string;
  /** The name of the limit I(X;Y), where that is below H(Y). */
  readonly ixy?: string;
  /** What is grey: the epochs on shuffled labels. */
  readonly prefit?: string;
  /** Beside the line I(T;Y) = I(X;T), which no layer can lie left of; nothing if left out. */
  readonly diagonal?: string;
  /** Beside a layer's strip of chance; no strip if left out. */
  readonly chance?: (layer: number) => string;
  /** T1 for layer 0. */
  name(layer: number): string;
  /** "T1 start" for layer 0. */
  start(layer: number): string;
  /** "T3-T6 start" for several that begin together, in ascending order. */
  starts(layers: readonly number[]): string;
}

export interface PlaneStage {
  readonly data: PlaneData;
  readonly view: PlaneView;
  readonly frame: PlaneFrame;
  readonly words: PlaneWords;
  readonly palette: Palette;
  readonly measure: Measure;
}

/** Number of measurements that are shown: those up to the head. */
export function measuredUpTo(data: PlaneData, view: PlaneView): number {
  return Math.max(0, Math.min(data.columns.epoch.length, Math.floor(view.head) + 1));
}

/** A row's column at a fractional index, linear between two measurements. */
export function valueAt(column: Float64Array, rows: number, row: number, index: number): number {
  const before = Math.floor(index);
  const value = column[before * rows + row] ?? NaN;
  const part = index - before;
  if (part === 0) return value;
  const after = column[(before + 1) * rows + row];
  return after === undefined ? value : value + (after - value) * part;
}

/** Names the limits, and what the axes have room for. */
export function boundsOf({ limits, extent = limits }: PlaneData): string {
  return [limits.hx, limits.hy, extent.hx, extent.hy].join(' ');
}
