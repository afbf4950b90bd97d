/** The layers' paths: thin lines with small markers, coloured by epoch or by layer; can be continued. */
import { epochStep, epochSteps, epochTable, layerColour } from '../colours.ts';
import { layerShape } from '../shapes.ts';
import { inside } from './frame.ts';
import type { PlaneFrame } from './frame.ts';
import type { Mark } from './marks.ts';
import { Occupancy } from './occupancy.ts';
import type { PlaneData, PlaneStage, PlaneView } from './data.ts';

/** Lines shorter than this are drawn together with the next one; px. */
const shortest = 0.7;
/** Markers nearer than this to the one before are left out; px. */
const markerGap = 3;
const radius = 2.6;
const lineWidth = 0.9;
/** Stands for a step of the epoch scale where labels were shuffled. */
const grey = epochSteps;
/** Opacity of the layers that step back. */
const faded = 0.16;

/** Where one layer's path has got to. */
interface Pen {
  x: number;
  y: number;
  /** Its last marker. */
  markedX: number;
  markedY: number;
  down: boolean;
}

/** How far paths have been turned into marks; `next` is the first measurement not yet among them. */
export interface TrailState {
  next: number;
  readonly pens: readonly Pen[];
  readonly occupancy: Occupancy;
}

export function newTrail(data: PlaneData, frame: PlaneFrame): TrailState {
  const state = emptyTrail(data, frame);
  const { occupancy } = state;
  // Names had better not lie on the limits either; beyond the corner they may.
  const [hx, hy] = [frame.x(frame.limits.hx), frame.y(frame.limits.hy)];
  occupancy.line(frame.box.left, hy, hx, hy);
  occupancy.line(hx, hy, hx, frame.box.bottom);
  const { ixy } = frame.limits;
  if (ixy !== undefined) occupancy.line(frame.box.left, frame.y(ixy), hx, frame.y(ixy));
  return state;
}

/** The same where the limits take no room. */
export function emptyTrail(data: PlaneData, frame: PlaneFrame): TrailState {
  return {
    next: 0,
    pens: data.shown.map(() => ({ x: 0, y: 0, markedX: 0, markedY: 0, down: false })),
    occupancy: new Occupancy(frame.size),
  };
}

/** Lines and markers of each layer that have one colour. */
interface Batch {
  readonly lines: readonly number[][];
  readonly markers: readonly number[][];
}

/**
 * The marks of measurements `state.next` up to, not including, `end`, oldest first, those of one colour together;
 * moves the state on. Lines come first within a colour, so that markers stay visible.
 */
export function continueTrail(
  state: TrailState,
  end: number,
  { data, view, frame, palette }: PlaneStage,
): Mark[] {
  const marks: Mark[] = [];
  const table = view.colourBy === 'epoch' ? epochTable(palette) : null;
  const empty = (): Batch => ({ lines: data.shown.map(() => []), markers: data.shown.map(() => []) });
  let batch = empty();
  let colour = -1;
  const flush = (): void => {
    const colourOf = (layer: number): string =>
      colour === grey ? palette.mute : (table?.[colour] ?? layerColour(palette, layer));
    emit(marks, batch, colourOf, view, table !== null || colour === grey);
    batch = empty();
  };
  for (let index = state.next; index < end; index++) {
    const step = stepOf(data.columns.epoch[index] ?? 0, table !== null, data, view);
    if (step !== colour && colour >= 0) flush();
    colour = step;
    state.pens.forEach((pen, layer) => {
      const at = index * data.rows + (data.shown[layer] ?? 0);
      const x = frame.x(data.columns.ixt[at] ?? NaN);
      const y = frame.y(data.columns.ity[at] ?? NaN);
      if (!Number.isNaN(x + y))
        move(pen, x, y, batch.lines[layer], batch.markers[layer], frame, state.occupancy);
    });
  }
  if (colour >= 0) flush();
  state.next = Math.max(state.next, end);
  return marks;
}

function stepOf(epoch: number, byEpoch: boolean, { prefit = 0 }: PlaneData, view: PlaneView): number {
  if (prefit > 0 && epoch <= prefit) return grey;
  return byEpoch ? epochStep(view.scale.position(epoch)) : 0;
}

/** Takes one layer's pen to (x, y). */
function move(
  pen: Pen,
  x: number,
  y: number,
  lines: number[] | undefined,
  markers: number[] | undefined,
  frame: PlaneFrame,
  occupancy: Occupancy,
): void {
  const { box } = frame;
  const visible = inside(box, x, y, 20);
  const mark = (): void => {
    pen.markedX = x;
    pen.markedY = y;
    if (visible) markers?.push(x, y);
  };
  if (!pen.down) {
    pen.down = true;
    mark();
    occupancy.point(x, y);
  } else {
    if (Math.hypot(x - pen.x, y - pen.y) < shortest) return;
    // Half in view, or long enough to cross it.
    if (visible || inside(box, pen.x, pen.y, 20) || Math.hypot(x - pen.x, y - pen.y) > 40) {
      lines?.push(pen.x, pen.y, x, y);
      occupancy.line(pen.x, pen.y, x, y);
    }
    if (Math.hypot(x - pen.markedX, y - pen.markedY) >= markerGap) mark();
  }
  pen.x = x;
  pen.y = y;
}

function emit(
  marks: Mark[],
  batch: Batch,
  colour: (layer: number) => string,
  view: PlaneView,
  oneColour: boolean,
): void {
  const opacity = (layer: number): number =>
    view.highlight === null || view.highlight === layer ? 1 : faded;
  const common = { role: 'trail', width: lineWidth } as const;
  if (oneColour && view.highlight === null) {
    const points = batch.lines.flat();
    if (points.length > 0) marks.push({ ...common, kind: 'segments', points, stroke: colour(0), opacity: 1 });
  } else {
    batch.lines.forEach((points, layer) => {
      if (points.length === 0) return;
      marks.push({ ...common, kind: 'segments', points, stroke: colour(layer), opacity: opacity(layer) });
    });
  }
  batch.markers.forEach((points, layer) => {
    if (points.length === 0) return;
    marks.push({
      kind: 'markers',
      role: 'trail',
      shape: layerShape(layer),
      points,
      r: radius,
      fill: colour(layer),
      opacity: opacity(layer),
      layer,
    });
  });
}
