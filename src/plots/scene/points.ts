/** The points of the epoch looked at: joined by a line, one large marker a layer. */
import { layerColour } from '../colours.ts';
import { isSaturated } from '../../core/experiment/summary.ts';
import { layerShape } from '../shapes.ts';
import { clipLine } from './clip.ts';
import { fanOut } from './fan.ts';
import { inside } from './frame.ts';
import type { Box, PlaneFrame } from './frame.ts';
import type { Mark } from './marks.ts';
import type { Occupancy } from './occupancy.ts';
import { valueAt } from './data.ts';
import type { PlaneData, PlaneStage, PlaneView } from './data.ts';

/** One layer at the epoch looked at. */
export interface HeadPoint {
  readonly layer: number;
  readonly row: number;
  /** Its true place, px. */
  readonly x: number;
  readonly y: number;
  /** Where its marker stands: apart from markers that would cover it. */
  readonly shownX: number;
  readonly shownY: number;
  /** Every input has its own code: the point says nothing. */
  readonly saturated: boolean;
}

export const pointRadius = 6;
/** Markers keep this far apart, middle to middle, px. */
export const pointDistance = 2 * pointRadius + 4;
/** Opacity of the layers that step back. */
const faded = 0.3;

export function headPoints(data: PlaneData, view: PlaneView, frame: PlaneFrame): readonly HeadPoint[] {
  const { columns, rows, shown, limits } = data;
  const head = Math.min(view.head, columns.epoch.length - 1);
  if (head < 0) return [];
  const points = shown
    .map((row, layer) => ({
      layer,
      row,
      x: frame.x(valueAt(columns.ixt, rows, row, head)),
      y: frame.y(valueAt(columns.ity, rows, row, head)),
      saturated: isSaturated(columns.ixt[Math.floor(head) * rows + row] ?? 0, limits.hx),
    }))
    .filter((point) => !Number.isNaN(point.x + point.y));
  // Off the ticks; above and to the right there is room beyond the plane.
  const { box, size } = frame;
  const bounds = { left: box.left, bottom: box.bottom, top: pointRadius, right: size.width - pointRadius };
  const places = fanOut(points, pointDistance, bounds);
  return points.map((point, i) => ({
    ...point,
    shownX: places[i]?.x ?? point.x,
    shownY: places[i]?.y ?? point.y,
  }));
}

/** Those that lie inside the plane's rectangle: zooming leaves the others outside. */
export function inView(points: readonly HeadPoint[], box: Box): readonly HeadPoint[] {
  return points.filter(({ x, y }) => inside(box, x, y, 2));
}

/** The line that joins the points. */
export function jointMarks(points: readonly HeadPoint[], { palette, frame }: PlaneStage): Mark[] {
  const line = clipLine(
    points.flatMap(({ x, y }) => [x, y]),
    frame.box,
  );
  if (line.length === 0) return [];
  return [{ kind: 'segments', role: 'joint', points: line, stroke: palette.ink, width: 1.3, opacity: 0.75 }];
}

/** The paths and the line that joins the points. */
export function withJoint(paths: Occupancy, points: readonly HeadPoint[]): Occupancy {
  const all = paths.copy();
  points.forEach((point, i) => {
    const next = points[i + 1];
    if (next) all.line(point.x, point.y, next.x, next.y);
  });
  return all;
}

/** The markers; one that was moved hangs on a spoke from its true place. */
export function pointMarks(points: readonly HeadPoint[], { view, frame, palette }: PlaneStage): Mark[] {
  const marks: Mark[] = [];
  const visible = inView(points, frame.box);
  const moved = visible.filter((p) => Math.hypot(p.shownX - p.x, p.shownY - p.y) > 2);
  if (moved.length > 0) {
    const spokes = moved.flatMap((p) => [p.x, p.y, p.shownX, p.shownY]);
    const hubs = moved.flatMap((p) => [p.x, p.y]);
    const { ink } = palette;
    marks.push({ kind: 'segments', role: 'anchor', points: spokes, stroke: ink, width: 1 });
    marks.push({ kind: 'markers', role: 'anchor', shape: 'circle', points: hubs, r: 1.8, fill: ink });
  }
  for (const point of [...visible].sort((a, b) => Number(a.saturated) - Number(b.saturated))) {
    const colour = layerColour(palette, point.layer);
    const look = point.saturated
      ? { fill: palette.background, stroke: colour, width: 2, r: pointRadius - 1.2 }
      : { fill: colour, stroke: palette.background, width: 1.5, r: pointRadius };
    marks.push({
      kind: 'markers',
      role: 'point',
      shape: layerShape(point.layer),
      points: [point.shownX, point.shownY],
      layer: point.layer,
      opacity: view.highlight === null || view.highlight === point.layer ? 1 : faded,
      ...look,
    });
  }
  return marks;
}
