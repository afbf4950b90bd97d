import type { PlaneData, PlaneView, PlaneWords } from '../plots/scene/data.ts';
import { shownRows } from '../plots/rows.ts';
import { epochScale, measurementAt, type EpochScale } from '../core/experiment/epoch-scale.ts';
import type { Trajectory } from '../core/experiment/trajectory.ts';
import { language, type Language } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { lastEpoch } from '../store/player.ts';
import { shownPath, type ShownPath } from '../store/rulers.ts';
import type { RepeatSet } from '../store/repeat-set.ts';
import type { RepeatsState } from '../store/repeats.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import type { CompareState } from '../store/compare.ts';
import type { Session } from '../store/session.ts';
import { chanceNow } from './chanceData.ts';
import { ghosts } from './ghostSlot.ts';
import { ensembleShown, othersOf } from './repeatsData.ts';
import { behindRuler } from './rulerBackdrop.ts';
import { layerName, nameLayers } from './layerNames.ts';

const makePlaneWords = (): PlaneWords => ({
  xTitle: t('plane.x'),
  yTitle: t('plane.y'),
  xShort: t('plane.xShort'),
  yShort: t('plane.yShort'),
  diagonal: t('plane.diagonal'),
  prefit: t('prefit.boundary'),
  hx: t('plane.hx'),
  hy: t('plane.hy'),
  ixy: t('plane.ixy'),
  name: layerName,
  chance: (layer) => t('chance.strip', { layer: layerName(layer) }),
  start: (layer) => t('plane.start', { layer: layerName(layer) }),
  starts: (layers) => t('plane.start', { layer: nameLayers(layers) }),
});

const knownWords = new Map<Language, PlaneWords>();

/** The same object again for the same language. */
export function planeWords(): PlaneWords {
  const words = knownWords.get(language()) ?? makePlaneWords();
  knownWords.set(language(), words);
  return words;
}

const keys = new WeakMap<Trajectory, number>();
let nextKey = 1;

/** Names a trajectory: another run is another one. */
export function keyOf(trajectory: Trajectory): number {
  const known = keys.get(trajectory);
  if (known !== undefined) return known;
  keys.set(trajectory, nextKey);
  return nextKey++;
}

/** All repeats of the settings, which of them is shown, and what that is compared with. */
export interface Repeats {
  readonly set: RepeatSet | null;
  readonly shown: RepeatsState['shown'];
  readonly compare?: CompareState;
}

export function repeatsOf({ set, repeats, compare }: Session): Repeats {
  return { set, shown: repeats.getState().shown, compare: compare.getState() };
}

/** A run that has turned out as the recorded one is drawn on as that one: nothing begins anew. */
const nameOf = ({ standIn, trajectory }: RunState): Trajectory | null =>
  standIn && standIn.verdict !== 'other' ? standIn.trajectory : trajectory;

const alone: Repeats = { set: null, shown: 1 };

export function planeData(run: RunState, view: ViewState, repeats = alone): PlaneData | null {
  const { set, shown, compare } = repeats;
  const path = shownPath(run, view);
  const name = nameOf(run);
  if (!name || !path) return null;
  return {
    key: `${keyOf(name)} ${path.key}`,
    columns: path.columns,
    rows: path.rows,
    shown: shownRows(path.rows, view.output),
    limits: path.limits,
    prefit: run.experiment?.prefit ?? 0,
    ...strip(run, view),
    ...(path.ruler === null ? besides(set, shown, run) : byRuler(run, view, path, repeats)),
    ...(compare && ghosts()?.behindPlane(run, view, compare)),
  };
}

function strip(run: RunState, view: ViewState): Pick<PlaneData, 'chance'> {
  const chance = chanceNow(run, view);
  return chance ? { chance } : {};
}

function byRuler(run: RunState, view: ViewState, path: ShownPath, repeats: Repeats) {
  const others = behindRuler(run, view, path, repeats);
  return { ...(others ? { others } : {}), ...(path.sd ? { sd: path.sd } : {}) };
}

function besides(set: Repeats['set'], shown: Repeats['shown'], run: RunState) {
  const others = othersOf(set, shown, run);
  const ensemble = ensembleShown(set, shown, run);
  return {
    ...(others ? { others } : {}),
    ...(ensemble ? { sd: { ixt: ensemble.ixt.sd, ity: ensemble.ity.sd } } : {}),
  };
}

export function planeView(run: RunState, view: ViewState): PlaneView {
  return {
    head: headIndex(run, view),
    colourBy: view.colourBy,
    scale: scaleOf(run, view),
    highlight: highlightOf(run, view),
  };
}

/** The viewing head as the index of a measurement that is drawn, with a fraction between two; -1 if there is none. */
export function headIndex(run: RunState, view: ViewState): number {
  const path = shownPath(run, view);
  return path ? measurementAt(path.columns.epoch, view.head) : -1;
}

export function scaleOf(run: RunState, view: ViewState): EpochScale {
  return epochScale(view.scale, lastEpoch(run));
}

/** The picked layer, if the run has it. */
export function highlightOf(run: RunState, view: ViewState): number | null {
  const layers = run.start?.layers ?? 0;
  return view.layer !== null && view.layer < layers ? view.layer : null;
}
