/** Names of the layers: where their paths have got to, and where they began. */
import { layerColour } from '../colours.ts';
import { perRow } from './fan.ts';
import { inside } from './frame.ts';
import type { Box } from './frame.ts';
import { placeLabels } from './labels.ts';
import type { LabelMemory, LabelRequest } from './labels.ts';
import type { Mark, TextMark } from './marks.ts';
import type { Occupancy } from './occupancy.ts';
import { inView, pointDistance, pointRadius, withJoint } from './points.ts';
import type { HeadPoint } from './points.ts';
import type { PlaneStage } from './data.ts';

const weight = 650;
const startWeight = 600;
const startSize = 0.92;
/** A path's start is named if it is this far from its end, px. */
const startAway = 40;
/** Starts nearer to each other than this are named in one block, px. */
const startTogether = 32;
/** Between a marker's edge and its name, px. */
const gap = 4;

/** A label request with what to write once it has its place. */
interface Naming {
  readonly request: LabelRequest;
  write(box: Box): TextMark[];
}

/**
 * The names; no two overlap, nor does one cover a large marker or a box of `taken` (ticks, titles). Points that stand
 * together have their names side by side in rows.
 */
export function nameMarks(
  points: readonly HeadPoint[],
  stage: PlaneStage,
  taken: readonly Box[],
  paths: Occupancy | null,
  memory: LabelMemory,
): Mark[] {
  const { frame, view, palette } = stage;
  const visible = inView(points, frame.box);
  const reach = pointRadius + 2;
  const markers = visible.map((p) => ({
    left: p.shownX - reach,
    right: p.shownX + reach,
    top: p.shownY - reach,
    bottom: p.shownY + reach,
  }));
  const ends = groups(visible, pointDistance * 1.35).map((group) => endNaming(group, stage));
  // Wide blocks first: they have the fewest places to go to.
  ends.sort((a, b) => b.request.width * b.request.height - a.request.width * a.request.height);
  const begun = view.head > 0 ? points.flatMap((point) => startPoint(point, stage)) : [];
  const starts = groups(begun, startTogether).map((group) => startNaming(group, stage));
  const namings = new Map([...ends, ...starts].map((naming) => [naming.request.key, naming]));
  const bounds: Box = {
    left: frame.box.left + 2,
    top: 2,
    right: frame.size.width - 2,
    bottom: frame.box.bottom - 2,
  };
  const requests = [...namings.values()].map(({ request }) => request);
  const busy = paths && withJoint(paths, points);
  const placed = placeLabels(requests, bounds, [...taken, ...markers], busy, memory);
  // Leaders beneath all names: their halos cut them where they cross.
  const leaders = placed.flatMap(({ key, box, away }) => {
    const request = namings.get(key)?.request;
    return away && request ? [leaderMark(request.x, request.y, box, palette.mute)] : [];
  });
  return [...leaders, ...placed.flatMap(({ key, box }) => namings.get(key)?.write(box) ?? [])];
}

/** From what a name stands for to the nearest place of its box. */
function leaderMark(x: number, y: number, box: Box, stroke: string): Mark {
  const toX = Math.max(box.left, Math.min(box.right, x));
  const toY = Math.max(box.top, Math.min(box.bottom, y));
  return { kind: 'path', role: 'leader', points: [x, y, toX, toY], stroke, width: 1 };
}

/** Something of a layer at a place on the screen. */
interface Placed {
  readonly layer: number;
  readonly shownX: number;
  readonly shownY: number;
}

/** Those nearer to each other than `distance`, as groups in the layers' order; each of the others alone. */
function groups<T extends Placed>(points: readonly T[], distance: number): T[][] {
  const left = [...points];
  const found: T[][] = [];
  for (let first = left.shift(); first; first = left.shift()) {
    const group = [first];
    for (const member of group) {
      for (let i = left.length - 1; i >= 0; i--) {
        const other = left[i];
        if (!other) continue;
        if (Math.hypot(other.shownX - member.shownX, other.shownY - member.shownY) > distance) continue;
        group.push(other);
        left.splice(i, 1);
      }
    }
    found.push(group.sort((a, b) => a.layer - b.layer));
  }
  return found;
}

/** One block of names for a group, each where its marker stands among the others. */
function endNaming(group: readonly HeadPoint[], stage: PlaneStage): Naming {
  const { words, measure, frame, palette } = stage;
  const size = frame.font;
  const line = Math.round(size * 1.3);
  const between = size * 0.45;
  const cell = Math.max(...group.map((p) => measure(words.name(p.layer), size, weight))) + between;
  const xs = group.map((p) => p.shownX);
  const ys = group.map((p) => p.shownY);
  const columns = group.length <= 3 && half(ys) > 1.5 * half(xs) ? 1 : perRow(group.length);
  const rows = inRows(group, columns);
  return {
    request: {
      key: `end ${group.map((p) => p.layer).join(' ')}`,
      x: middle(xs),
      y: middle(ys),
      width: columns * cell - between,
      height: rows.length * line,
      halfX: half(xs) + pointRadius,
      halfY: half(ys) + pointRadius,
      gap,
    },
    write: (box) =>
      rows.flatMap((row, down) =>
        row.map((point, across) => ({
          kind: 'text',
          role: 'name',
          text: words.name(point.layer),
          x: box.left + across * cell,
          y: box.top + down * line + line * 0.76,
          size,
          weight,
          anchor: 'start',
          fill: layerColour(palette, point.layer),
          halo: palette.background,
        })),
      ),
  };
}

/** From the top down in rows of `columns`, each from left to right. */
function inRows(group: readonly HeadPoint[], columns: number): HeadPoint[][] {
  const down = [...group].sort((a, b) => Math.round(a.shownY) - Math.round(b.shownY) || a.layer - b.layer);
  const rows: HeadPoint[][] = [];
  for (let i = 0; i < down.length; i += columns) {
    rows.push(down.slice(i, i + columns).sort((a, b) => a.shownX - b.shownX));
  }
  return rows;
}

/** Where a path begins, if that is in view and well away from where it has got to. */
function startPoint(point: HeadPoint, { data, frame }: PlaneStage): Placed[] {
  const shownX = frame.x(data.columns.ixt[point.row] ?? NaN);
  const shownY = frame.y(data.columns.ity[point.row] ?? NaN);
  if (!inside(frame.box, shownX, shownY, 2)) return [];
  if (Math.hypot(shownX - point.x, shownY - point.y) < startAway) return [];
  return [{ layer: point.layer, shownX, shownY }];
}

/** "T5 start", and beneath it "T6 start" if that begins near it; of three or more one line for all. */
function startNaming(group: readonly Placed[], { frame, words, measure, palette }: PlaneStage): Naming {
  const size = frame.font * startSize;
  const line = Math.round(size * 1.3);
  const xs = group.map((p) => p.shownX);
  const ys = group.map((p) => p.shownY);
  const layers = group.map((p) => p.layer);
  const texts =
    layers.length > 2
      ? [{ text: words.starts(layers), fill: palette.ink }]
      : layers.map((layer) => ({ text: words.start(layer), fill: layerColour(palette, layer) }));
  return {
    request: {
      key: `start ${layers.join(' ')}`,
      x: middle(xs),
      y: middle(ys),
      width: Math.max(...texts.map(({ text }) => measure(text, size, startWeight))),
      height: texts.length * line,
      halfX: half(xs) + 3,
      halfY: half(ys) + 2,
      gap,
    },
    write: (box) =>
      texts.map((look, i) => ({
        kind: 'text',
        role: 'name',
        ...look,
        x: box.left,
        y: box.top + i * line + line * 0.76,
        size,
        weight: startWeight,
        anchor: 'start',
        halo: palette.background,
      })),
  };
}

const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
const half = (values: readonly number[]): number => (Math.max(...values) - Math.min(...values)) / 2;
