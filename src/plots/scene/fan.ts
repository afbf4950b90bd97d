/** Moves markers that lie on each other apart, as little as keeps each of them visible. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

const rounds = 400;

/**
 * Places for `spots` no two of which are nearer than `distance`; a spot with no neighbour keeps its own. Equal spots
 * come to stand in a ring around their place, the first at the upper left, then clockwise.
 */
export function fanOut(spots: readonly Spot[], distance: number): readonly Spot[] {
  const n = spots.length;
  // Off by a little, each in its own direction: equal spots need one to part in.
  const places = spots.map(({ x, y }, i) => {
    const angle = -0.75 * Math.PI + (2 * Math.PI * i) / n;
    return {
      x: x + 0.02 * distance * Math.cos(angle),
      y: y + 0.02 * distance * Math.sin(angle),
      moved: false,
    };
  });
  for (let round = 0; round < rounds; round++) {
    let near = false;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const a = places[i];
        const b = places[j];
        if (!a || !b) continue;
        const dx = b.x - a.x;
        const dy = b.y - a.y;
        const between = Math.hypot(dx, dy);
        if (between >= distance) continue;
        near = true;
        // A little too far, so that the last hundredths do not take many rounds.
        const push = (distance * 1.01 - between) / 2 / Math.max(between, 1e-9);
        a.x -= dx * push;
        a.y -= dy * push;
        b.x += dx * push;
        b.y += dy * push;
        a.moved = b.moved = true;
      }
    }
    if (!near) break;
  }
  return places.map((place, i) => (place.moved ? { x: place.x, y: place.y } : (spots[i] ?? place)));
}
