/** Places names so that none covers another, nor a marker, and paths as little as can be. */
import { overlaps } from './frame.ts';
import type { Box } from './frame.ts';
import type { Occupancy } from './occupancy.ts';

export interface LabelRequest {
  /** Same key from frame to frame: a label that can stay on its side stays. */
  readonly key: string;
  /** What it names. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Between the named place and the label's box. */
  readonly gap: number;
}

export interface PlacedLabel {
  readonly key: string;
  readonly box: Box;
}

/** The side each label took last time. */
export type LabelMemory = Map<string, number>;

/** Right, left, below, above, then the corners: unit vectors to the label's middle. */
const sides: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [0.8, 0.7],
  [0.8, -0.7],
  [-0.8, 0.7],
  [-0.8, -0.7],
];
const rings = [1, 2.2, 3.6, 5.5];

function candidate(request: LabelRequest, number: number): Box {
  const [dx, dy] = sides[number % sides.length] ?? [1, 0];
  const reach = request.gap * (rings[Math.floor(number / sides.length)] ?? 1);
  const x = request.x + dx * reach + (Math.sign(dx) * request.width) / 2;
  const y = request.y + dy * reach + (Math.sign(dy) * request.height) / 2;
  return {
    left: x - request.width / 2,
    right: x + request.width / 2,
    top: y - request.height / 2,
    bottom: y + request.height / 2,
  };
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
    let best: { box: Box; number: number } | null = null;
    let lowest = Infinity;
    for (let number = 0; number < sides.length * rings.length; number++) {
      const box = candidate(request, number);
      const within =
        box.left >= bounds.left &&
        box.right <= bounds.right &&
        box.top >= bounds.top &&
        box.bottom <= bounds.bottom;
      if (!within || used.some((other) => overlaps(box, other))) continue;
      const ring = Math.floor(number / sides.length);
      const cost =
        (paths?.share(box) ?? 0) * 4 +
        (number % sides.length) * 0.05 +
        ring * 0.9 -
        (number === before ? 0.7 : 0);
      if (cost < lowest) {
        lowest = cost;
        best = { box, number };
      }
    }
    if (!best) {
      memory.delete(request.key);
      continue;
    }
    memory.set(request.key, best.number);
    used.push(best.box);
    placed.push({ key: request.key, box: best.box });
  }
  return placed;
}
