import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochScaleKind } from '../core/experiment/epoch-scale.ts';
import type { PresetId } from '../core/experiment/presets/preset.ts';
import type { OutputRuler, PlaneRegion } from '../core/experiment/trajectory.ts';
import type { RulerStatus } from './rulers.ts';

export type Theme = 'auto' | 'light' | 'dark';
/** Seconds the viewing head takes for a whole run, 5 to 60, or `live`: where the training head is. */
export type Duration = number | 'live';

/**
 * Which repeat is looked at: by its number, the mean of those that are done, or one of the four that the study shows by
 * their distance to it.
 */
export type RepeatChoice = number | 'mean' | 'nearest' | 'middle' | 'secondFarthest' | 'farthest';

/** How a run is shown: nothing here changes what is trained. */
export interface ViewState {
  /** The viewing head, in epochs, with fraction. */
  readonly head: number;
  readonly playing: boolean;
  readonly duration: Duration;
  readonly colourBy: 'epoch' | 'layer';
  readonly output: OutputRuler;
  readonly scale: EpochScaleKind;
  /** Layer looked at: 0 is T1; null is the one the page picks. */
  readonly layer: number | null;
  /** That layer is opened (see inspectLayer). */
  readonly inspecting: boolean;
  readonly theme: Theme;
  readonly repeat: RepeatChoice;
  /** What the plane is zoomed to; null: all of it. */
  readonly region: PlaneRegion | null;
  /** Words that came with a link, in place of the page's own; null: none. */
  readonly said: string | null;
  /** The preset that was chosen, of those whose settings are the present ones. */
  readonly preset: PresetId | null;
  /** Text forms of the rulers laid over the run (see parseRuler), the first drawn; none: as counted by the run. */
  readonly rulers: readonly string[];
  /** Draw what I(T;Y) would be by chance, with the labels shuffled. */
  readonly chance: boolean;
  /** Draw the path as counted too, faint, behind that of a ruler. */
  readonly exactToo: boolean;
  /** How far each of the rulers has been laid. */
  readonly laid: Readonly<Record<string, RulerStatus>>;
}

export type ViewStore = StoreApi<ViewState>;

export const durations = [5, 10, 20, 40, 60] as const;

export function createViewStore(initial: Partial<ViewState> = {}): ViewStore {
  return createStore<ViewState>(() => ({
    head: 0,
    playing: true,
    duration: 10, // Within five seconds a run of thousands of epochs has been fitted, and begins to turn.
    colourBy: 'epoch',
    output: 'grid',
    scale: 'log',
    layer: null,
    inspecting: false,
    theme: 'auto',
    repeat: 1,
    region: null,
    said: null,
    preset: null,
    rulers: [],
    chance: false,
    exactToo: false,
    laid: {},
    ...initial,
  }));
}
