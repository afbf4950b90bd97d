/** Places names so that none covers another, nor a marker, and paths as little as can be. */
import { overlaps } from './frame.ts';
import type { Box } from './frame.ts';
import type { Measure, TextMark } from './marks.ts';
import type { Occupancy } from './occupancy.ts';

export interface LabelRequest {
  /** The same from frame to frame: a label that can stay on its side stays. */
  readonly key: string;
  /** The middle of what it names. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Half of what it names, sideways and upright. */
  readonly halfX: number;
  readonly halfY: number;
  /** Between its edge and the label's. */
  readonly gap: number;
}

export interface PlacedLabel {
  readonly key: string;
  readonly box: Box;
  /** It stands so far off that it needs a line to what it names. */
  readonly away: boolean;
}

/** The place (side and ring) each label took last time. */
export type LabelMemory = Map<string, number>;

/** Where a label goes to, seen from what it names; the earlier the better. */
const sides: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [0.8, 0.8],
  [0.8, -0.8],
  [-0.8, 0.8],
  [-0.8, -0.8],
];
/** How many times the gap it stands away. */
const rings = [1, 2.5, 4.5, 7, 11, 16, 22, 30];

/** From this ring on a label needs a line to what it names. */
const farRing = 3;

/** What a place costs for each further side, each further ring, a wholly covered box, and moving. */
const cost = { side: 0.05, ring: 0.9, covered: 4, moved: 1.6 };

function candidate(request: LabelRequest, place: number): Box {
  const [dx, dy] = sides[place % sides.length] ?? [1, 0];
  const reach = rings[Math.floor(place / sides.length)] ?? 1;
  const { width, height, halfX, halfY, gap } = request;
  const x = request.x + dx * (halfX + reach * gap) + (Math.sign(dx) * width) / 2;
  const y = request.y + dy * (halfY + reach * gap) + (Math.sign(dy) * height) / 2;
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function within(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  );
}

/**
 * Boxes for the labels, in order of the requests; one that finds no free place within `bounds` is left out.
 * `taken` are boxes nothing may cover; `paths` is what labels rather keep off.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  bounds: Box,
  taken: readonly Box[],
  paths: Occupancy | null,
  memory: LabelMemory = new Map(),
): readonly PlacedLabel[] {
  const used: Box[] = [...taken];
  const placed: PlacedLabel[] = [];
  for (const request of requests) {
    const before = memory.get(request.key);
    let best: { box: Box; place: number } | null = null;
    let lowest = Infinity;
    for (let place = 0; place < sides.length * rings.length; place++) {
      const box = candidate(request, place);
      if (!within(box, bounds) || used.some((other) => overlaps(box, other))) continue;
      const price =
        (paths?.share(box) ?? 0) * cost.covered +
        (place % sides.length) * cost.side +
        Math.floor(place / sides.length) * cost.ring +
        (before === undefined || place === before ? 0 : cost.moved);
      if (price < lowest) {
        lowest = price;
        best = { box, place };
      }
    }
    if (best) {
      memory.set(request.key, best.place);
      used.push(best.box);
      const away = Math.floor(best.place / sides.length) >= farRing;
      placed.push({ key: request.key, box: best.box, away });
    } else memory.delete(request.key);
  }
  return placed;
}

/** The box a text takes up, turned or not. */
export function textBox(mark: TextMark, measure: Measure): Box {
  const width = measure(mark.text, mark.size, mark.weight);
  const start = mark.anchor === 'end' ? -width : mark.anchor === 'middle' ? -width / 2 : 0;
  const angle = ((mark.rotate ?? 0) * Math.PI) / 180;
  const xs: number[] = [];
  const ys: number[] = [];
  for (const dx of [start, start + width]) {
    for (const dy of [-mark.size * 0.95, mark.size * 0.3]) {
      xs.push(mark.x + dx * Math.cos(angle) - dy * Math.sin(angle));
      ys.push(mark.y + dx * Math.sin(angle) + dy * Math.cos(angle));
    }
  }
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
