/** A plane in little room, one of many on shared axes: no titles and no names, the layers told by colour and shape. */
import type { Limits } from '../../core/experiment/trajectory.ts';
import { palettes, type Palette, type Theme } from '../colours.ts';
import { axisMarks } from './axes.ts';
import { measuredUpTo, type PlaneData, type PlaneStage, type PlaneView } from './data.ts';
import { inside, planeFrame, type Box, type PlaneFrame } from './frame.ts';
import type { Mark } from './marks.ts';
import { headPoints, jointMarks, pointMarks, type HeadPoint } from './points.ts';
import { continueTrail, newTrail } from './trail.ts';

/** What is drawn: a run on axes that all planes of a grid share. */
export interface SmallPlaneData {
  readonly data: PlaneData;
  readonly view: PlaneView;
  /** The largest limits of all planes. */
  readonly shared: Limits;
}

const onPanel = (palette: Palette): Palette => ({ ...palette, background: palette.panel });

/** Small planes lie on a panel. Made once: what is computed of a palette is kept with it. */
export const panelPalettes: Readonly<Record<Theme, Palette>> = {
  light: onPanel(palettes.light),
  dark: onPanel(palettes.dark),
};

/** Px between the edge and the plane: room for ticks at the left and beneath. */
const margin = { left: 30, right: 8, top: 6, bottom: 18 };
const font = 10;
/** A large marker against one of the whole plane. */
const smaller = 0.66;

/**
 * Where a small plane lies in `place` (px).
 *
 * @param shared limits that all planes of the grid have their axes by: the largest of each
 * @param limits its own, which are drawn
 */
export function smallFrame(place: Box, shared: Limits, limits: Limits): PlaneFrame {
  const box: Box = {
    left: place.left + margin.left,
    right: place.right - margin.right,
    top: place.top + margin.top,
    bottom: place.bottom - margin.bottom,
  };
  // How far the plane reaches beyond its limits is as of the large one.
  const size = { width: place.right, height: place.bottom };
  const large = planeFrame({ width: 1000, height: 1000 }, shared);
  const [right, top] = [large.bitsX(large.box.right), large.bitsY(large.box.top)];
  const perX = (box.right - box.left) / right;
  const perY = (box.bottom - box.top) / top;
  return {
    size,
    box,
    font,
    limits,
    x: (bits) => box.left + bits * perX,
    y: (bits) => box.bottom - bits * perY,
    bitsX: (px) => (px - box.left) / perX,
    bitsY: (px) => (box.bottom - px) / perY,
  };
}

/** Grid, ticks and limits; there is no room for the words that the large plane has beside them. */
export function smallAxes(stage: PlaneStage): Mark[] {
  return axisMarks(stage).filter(({ role, kind }) => kind !== 'text' || role === 'tick');
}

/** Paths up to the head; to be clipped to the plane's box. */
export function smallPaths(stage: PlaneStage): Mark[] {
  const { data, view, frame } = stage;
  return continueTrail(newTrail(data, frame), measuredUpTo(data, view), stage);
}

/** The points at the head, each at its true place. */
export function smallPoints(stage: PlaneStage): Mark[] {
  const points = truePoints(stage);
  const marks = pointMarks(points, stage).map((mark) =>
    mark.kind === 'markers' ? { ...mark, r: mark.r * smaller } : mark,
  );
  return [...jointMarks(points, stage), ...marks];
}

function truePoints({ data, view, frame }: PlaneStage): HeadPoint[] {
  return headPoints(data, view, frame).map((point) => ({ ...point, shownX: point.x, shownY: point.y }));
}

/** The layer whose path or point is nearest to a place (px), if one is within reach. */
export function smallPick(x: number, y: number, stage: PlaneStage): number | null {
  const { data, view, frame } = stage;
  if (!inside(frame.box, x, y, reach)) return null;
  let [nearest, layer]: [number, number | null] = [reach * reach, null];
  const near = (bitsX: number, bitsY: number, of: number): void => {
    const [dx, dy] = [frame.x(bitsX) - x, frame.y(bitsY) - y];
    const distance = dx * dx + dy * dy;
    // Later layers win: their points lie on top.
    if (distance <= nearest) [nearest, layer] = [distance, of];
  };
  const { ixt, ity } = data.columns;
  for (let index = 0; index < measuredUpTo(data, view); index++) {
    for (const [of, row] of data.shown.entries()) {
      const at = index * data.rows + row;
      near(ixt[at] ?? NaN, ity[at] ?? NaN, of);
    }
  }
  return layer;
}

const reach = 14;
