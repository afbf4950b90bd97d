/** The points of the epoch looked at: joined by a line, one large marker a layer, each with its name. */
import { layerColour } from '../colours.ts';
import type { Palette } from '../colours.ts';
import { isSaturated } from '../rows.ts';
import { layerShape } from '../shapes.ts';
import { valueAt } from './data.ts';
import type { PlaneData, PlaneView, PlaneWords } from './data.ts';
import { fanOut } from './fan.ts';
import { inside } from './frame.ts';
import type { Box, PlaneFrame } from './frame.ts';
import { placeLabels } from './labels.ts';
import type { LabelMemory, LabelRequest } from './labels.ts';
import type { Mark, Measure, TextMark } from './marks.ts';
import type { Occupancy } from './occupancy.ts';

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
  readonly saturated: boolean;
}

const radius = 6;
const fadedPoint = 0.3;

/** Markers keep this far apart, middle to middle, px. */
export const pointDistance = 2 * radius + 4;

export function headPoints(data: PlaneData, view: PlaneView, frame: PlaneFrame): readonly HeadPoint[] {
  if (view.head < 0) return [];
  const { columns, rows, shown, limits } = data;
  const head = Math.min(view.head, columns.epoch.length - 1);
  const points = shown
    .map((row, layer) => {
      const ixt = valueAt(columns.ixt, rows, row, head);
      return {
        layer,
        row,
        x: frame.x(ixt),
        y: frame.y(valueAt(columns.ity, rows, row, head)),
        saturated: isSaturated(columns.ixt[Math.floor(head) * rows + row] ?? 0, limits.hx),
      };
    })
    .filter((point) => !Number.isNaN(point.x + point.y));
  const places = fanOut(points, pointDistance);
  return points.map((point, i) => ({
    ...point,
    shownX: places[i]?.x ?? point.x,
    shownY: places[i]?.y ?? point.y,
  }));
}

export function pointMarks(
  points: readonly HeadPoint[],
  view: PlaneView,
  frame: PlaneFrame,
  palette: Palette,
): Mark[] {
  const marks: Mark[] = [];
  const joint = points.flatMap(({ x, y }) => [x, y]);
  if (points.length > 1) {
    marks.push({
      kind: 'path',
      role: 'joint',
      points: joint,
      stroke: palette.ink,
      width: 1.3,
      opacity: 0.75,
    });
  }
  const visible = points.filter(({ x, y }) => inside(frame.box, x, y, 2));
  const moved = visible.filter((p) => Math.hypot(p.shownX - p.x, p.shownY - p.y) > radius * 0.6);
  if (moved.length > 0) {
    const spokes = moved.flatMap((p) => [p.x, p.y, p.shownX, p.shownY]);
    marks.push({ kind: 'segments', role: 'anchor', points: spokes, stroke: palette.ink, width: 1 });
    const anchors = moved.flatMap((p) => [p.x, p.y]);
    marks.push({
      kind: 'markers',
      role: 'anchor',
      shape: 'circle',
      points: anchors,
      r: 2,
      fill: palette.ink,
    });
  }
  for (const point of visible) {
    const colour = layerColour(palette, point.layer);
    const look = point.saturated
      ? { fill: palette.background, stroke: colour, width: 2, r: radius - 0.8 }
      : { fill: colour, stroke: palette.background, width: 1.5, r: radius };
    marks.push({
      kind: 'markers',
      role: 'point',
      shape: layerShape(point.layer),
      points: [point.shownX, point.shownY],
      layer: point.layer,
      opacity: view.highlight === null || view.highlight === point.layer ? 1 : fadedPoint,
      ...look,
    });
  }
  return marks;
}

/** Points that were moved apart from each other, as groups; each of the others alone. */
function groups(points: readonly HeadPoint[]): readonly (readonly HeadPoint[])[] {
  const left = [...points];
  const found: HeadPoint[][] = [];
  for (let first = left.shift(); first; first = left.shift()) {
    const group = [first];
    for (const member of group) {
      for (let i = left.length - 1; i >= 0; i--) {
        const other = left[i];
        if (!other) continue;
        if (Math.hypot(other.shownX - member.shownX, other.shownY - member.shownY) > pointDistance * 1.35)
          continue;
        group.push(other);
        left.splice(i, 1);
      }
    }
    found.push(group.sort((a, b) => a.layer - b.layer));
  }
  return found;
}

/** A block of names of one group, side by side in rows of two (of three from seven names on). */
interface Block {
  readonly points: readonly HeadPoint[];
  readonly perRow: number;
  readonly cell: number;
}

/** Names at the paths' ends and at their starts; no two overlap. */
export function nameMarks(
  points: readonly HeadPoint[],
  data: PlaneData,
  view: PlaneView,
  frame: PlaneFrame,
  words: PlaneWords,
  palette: Palette,
  measure: Measure,
  paths: Occupancy | null,
  memory: LabelMemory,
): TextMark[] {
  const size = frame.font;
  const line = Math.round(size * 1.35);
  const visible = points.filter(({ x, y }) => inside(frame.box, x, y, 2));
  const bounds: Box = { left: 2, top: 2, right: frame.size.width - 2, bottom: frame.size.height - 2 };
  const taken: Box[] = visible.map((p) => ({
    left: p.shownX - radius - 2,
    right: p.shownX + radius + 2,
    top: p.shownY - radius - 2,
    bottom: p.shownY + radius + 2,
  }));
  const blocks = new Map<string, Block>();
  const requests: LabelRequest[] = groups(visible).map((group) => {
    const perRow = group.length === 1 ? 1 : group.length > 6 ? 3 : 2;
    const cell =
      Math.max(...group.map((p) => measure(words.name(p.layer), size, 650))) +
      (group.length > 1 ? size * 0.5 : 0);
    const key = `end ${group.map((p) => p.layer).join(' ')}`;
    blocks.set(key, { points: group, perRow, cell });
    const xs = group.map((p) => p.shownX);
    const ys = group.map((p) => p.shownY);
    const reach = (Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys)) / 4;
    return {
      key,
      x: (Math.max(...xs) + Math.min(...xs)) / 2,
      y: (Math.max(...ys) + Math.min(...ys)) / 2,
      width: perRow * cell,
      height: Math.ceil(group.length / perRow) * line,
      gap: radius + 4 + reach,
    };
  });
  // Wide blocks first: they have the fewest places to go to.
  requests.sort((a, b) => b.width * b.height - a.width * a.height);
  const starts = startRequests(visible, data, view, frame, words, measure);
  const placed = placeLabels([...requests, ...starts], bounds, taken, paths, memory);
  const halo = palette.background;
  return placed.flatMap(({ key, box }) => {
    const block = blocks.get(key);
    if (!block) {
      const layer = Number(key.slice('start '.length));
      const text = words.start(layer);
      const look = { size: size * 0.92, weight: 600, fill: layerColour(palette, layer), halo };
      const y = (box.top + box.bottom) / 2 + size * 0.33;
      return [{ kind: 'text', role: 'name', anchor: 'start', x: box.left, y, text, ...look } as const];
    }
    return block.points.map((point, i) => ({
      kind: 'text' as const,
      role: 'name' as const,
      anchor: 'start' as const,
      x: box.left + (i % block.perRow) * block.cell,
      y: box.top + Math.floor(i / block.perRow) * line + line * 0.76,
      text: words.name(point.layer),
      size,
      weight: 650,
      fill: layerColour(palette, point.layer),
      halo,
    }));
  });
}

/** "T6 start" where a path begins, if that is well away from where it has got to and is not the corner. */
function startRequests(
  points: readonly HeadPoint[],
  data: PlaneData,
  view: PlaneView,
  frame: PlaneFrame,
  words: PlaneWords,
  measure: Measure,
): LabelRequest[] {
  if (view.head <= 0) return [];
  const size = frame.font * 0.92;
  return points.flatMap((point) => {
    const x = frame.x(data.columns.ixt[point.row] ?? NaN);
    const y = frame.y(data.columns.ity[point.row] ?? NaN);
    if (!inside(frame.box, x, y) || Math.hypot(x - point.x, y - point.y) < 40) return [];
    const width = measure(words.start(point.layer), size, 600);
    return [{ key: `start ${point.layer}`, x, y, width, height: Math.round(size * 1.3), gap: 7 }];
  });
}
