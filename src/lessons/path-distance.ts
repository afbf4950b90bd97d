import type { Place } from './lesson.ts';

/** Points that both paths are read at. */
const points = 64;

/** A point of the one path and the point of the other that it is held against. */
export interface Pair {
  readonly one: Place;
  readonly other: Place;
}

export interface PathDistance {
  /** Mean distance along I(X;T) and along I(T;Y), bits. */
  readonly off: Place;
  readonly pairs: readonly Pair[];
}

/**
 * How far two paths lie apart. Both are read at 64 points evenly along their length; points are paired in order, each
 * with one or several of the other path, so that the sum of distances is smallest (dynamic time warping). Distances are
 * taken with H(X) and H(Y) for units, so that neither axis counts more, and told in bits along each.
 *
 * @param one and @param other at least one point each
 */
export function pathDistance(one: readonly Place[], other: readonly Place[], unit: Place): PathDistance {
  const [a, b] = [evenly(one, points, unit), evenly(other, points, unit)];
  const pairs = align(a, b, (p, q) => length(p, q, unit));
  const mean = (part: (pair: Pair) => number): number =>
    pairs.reduce((sum, pair) => sum + part(pair), 0) / pairs.length;
  return {
    off: {
      x: mean((pair) => Math.abs(pair.one.x - pair.other.x)),
      y: mean((pair) => Math.abs(pair.one.y - pair.other.y)),
    },
    pairs,
  };
}

function length(p: Place, q: Place, unit: Place): number {
  const [dx, dy] = [(p.x - q.x) / unit.x, (p.y - q.y) / unit.y];
  return Math.sqrt(dx * dx + dy * dy);
}

/** `count` points evenly along a path's length; of a path without length its first point as often. */
export function evenly(path: readonly Place[], count: number, unit: Place): readonly Place[] {
  const lengths = path.slice(1).map((place, i) => length(path[i] ?? place, place, unit));
  const whole = lengths.reduce((sum, each) => sum + each, 0);
  const [first = { x: NaN, y: NaN }] = path;
  if (whole === 0) return Array.from({ length: count }, () => first);
  let piece = 0;
  let begins = 0;
  return Array.from({ length: count }, (_, i) => {
    const at = (whole * i) / (count - 1);
    while (piece < lengths.length - 1 && begins + (lengths[piece] ?? 0) < at) begins += lengths[piece++] ?? 0;
    const part = (lengths[piece] ?? 0) === 0 ? 0 : Math.min(1, (at - begins) / (lengths[piece] ?? 1));
    const [from, to] = [path[piece] ?? first, path[piece + 1] ?? first];
    return { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
  });
}

function align(
  a: readonly Place[],
  b: readonly Place[],
  cost: (p: Place, q: Place) => number,
): readonly Pair[] {
  const width = b.length;
  // Smallest sum of distances up to a[i] and b[j], at i * width + j.
  const sums = new Float64Array(a.length * width);
  const before = (i: number, j: number): number => (i < 0 || j < 0 ? Infinity : (sums[i * width + j] ?? 0));
  for (const [i, p] of a.entries()) {
    for (const [j, q] of b.entries()) {
      const least = i + j === 0 ? 0 : Math.min(before(i - 1, j - 1), before(i - 1, j), before(i, j - 1));
      sums[i * width + j] = least + cost(p, q);
    }
  }
  const pairs: Pair[] = [];
  for (let [i, j] = [a.length - 1, width - 1]; i >= 0 && j >= 0;) {
    const [one, other] = [a[i], b[j]];
    if (one && other) pairs.push({ one, other });
    if (i + j === 0) break;
    const [both, up, left] = [before(i - 1, j - 1), before(i - 1, j), before(i, j - 1)];
    const least = Math.min(both, up, left);
    if (both === least) [i, j] = [i - 1, j - 1];
    else if (up === least) i--;
    else j--;
  }
  return pairs.reverse();
}
