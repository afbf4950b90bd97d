/** Moves markers that lie on each other apart, as little as keeps each of them visible. */

import type { Box } from './frame.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

const rounds = 1200;
/** Rounds after which spots that still hold each other fast, in a row along an edge, say, are shaken loose. */
const shakeEvery = 60;
const everywhere: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** Names and markers that stand together do so in rows of this many. */
export function perRow(count: number): number {
  return count === 1 ? 1 : count <= 6 ? 2 : 3;
}

/**
 * Places for `spots` no two of which are nearer than `distance`; spots with no near neighbour keep their own. Equal
 * spots come to stand in rows around their place, in their order. None is moved out of `bounds`.
 */
export function fanOut(spots: readonly Spot[], distance: number, bounds = everywhere): readonly Spot[] {
  const near = nearby(spots, distance);
  const count = near.filter(Boolean).length;
  if (count === 0) return spots;
  const columns = perRow(count);
  const rows = Math.ceil(count / columns);
  const seed = 0.15 * distance;
  let order = 0;
  // Off by a little, each in its own direction: equal spots need one to part in.
  const places = spots.map(({ x, y }, i) => {
    if (!near[i]) return { x, y };
    const column = order % columns;
    const row = Math.floor(order++ / columns);
    return { x: x + seed * (column - (columns - 1) / 2), y: y + seed * (row - (rows - 1) / 2) };
  });
  for (let round = 0; round < rounds; round++) {
    for (const [i, place] of places.entries()) if (near[i]) keepWithin(place, bounds, spots[i] ?? place);
    if (!partOnce(places, distance)) break;
    if (round % shakeEvery === shakeEvery - 1) shake(places, near, distance);
  }
  return places;
}

/** Moves each place a little, each in its own direction. */
function shake(places: { x: number; y: number }[], near: readonly boolean[], distance: number): void {
  for (const [i, place] of places.entries()) {
    if (!near[i]) continue;
    place.x += 0.1 * distance * Math.cos(2.4 * i);
    place.y += 0.1 * distance * Math.sin(2.4 * i);
  }
}

/** Takes a place back into the bounds; one whose own spot lies outside them goes no further out than that. */
function keepWithin(place: { x: number; y: number }, bounds: Box, spot: Spot): void {
  place.x = Math.max(Math.min(bounds.left, spot.x), Math.min(Math.max(bounds.right, spot.x), place.x));
  place.y = Math.max(Math.min(bounds.top, spot.y), Math.min(Math.max(bounds.bottom, spot.y), place.y));
}

/** Which spots have another nearer than `distance`. */
function nearby(spots: readonly Spot[], distance: number): readonly boolean[] {
  return spots.map((a, i) => spots.some((b, j) => i !== j && Math.hypot(a.x - b.x, a.y - b.y) < distance));
}

/** Every two that are too near push each other, all at once, so that no order shows; false: none were. */
function partOnce(places: { x: number; y: number }[], distance: number): boolean {
  const pushes = places.map(() => ({ x: 0, y: 0 }));
  let any = false;
  places.forEach((a, i) => {
    for (let j = i + 1; j < places.length; j++) {
      const b = places[j];
      if (!b) continue;
      let dx = b.x - a.x;
      let dy = b.y - a.y;
      let between = Math.hypot(dx, dy);
      if (between >= distance) continue;
      if (between < 1e-3) {
        // The bounds have put both in one place: any direction parts them, each two in another.
        dx = 1e-3 * Math.cos(2.4 * i + j);
        dy = 1e-3 * Math.sin(2.4 * i + j);
        between = 1e-3;
      }
      any = true;
      // A little too far, so that the last hundredths do not take many rounds.
      const part = (0.3 * (distance * 1.02 - between)) / between;
      for (const [k, sign] of [
        [i, -1],
        [j, 1],
      ] as const) {
        const push = pushes[k];
        if (push) {
          push.x += sign * dx * part;
          push.y += sign * dy * part;
        }
      }
    }
  });
  pushes.forEach((push, i) => {
    const place = places[i];
    if (place) {
      place.x += push.x;
      place.y += push.y;
    }
  });
  return any;
}
