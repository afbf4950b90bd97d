import type { Place, Task } from '../../lessons/lesson.ts';
import { evenly } from '../../lessons/path-distance.ts';
import type { Answer } from '../../lessons/score.ts';

/** A prediction on its way: what is not said yet is null. */
export type Draft =
  | { readonly kind: 'choose'; readonly choice: number | null }
  | { readonly kind: 'number'; readonly values: readonly (number | null)[] }
  | { readonly kind: 'place'; readonly places: readonly (Place | null)[] }
  | { readonly kind: 'draw'; readonly path: readonly Place[]; readonly handles: boolean };

export function draftOf(task: Task): Draft {
  switch (task.kind) {
    case 'choose':
      return { kind: 'choose', choice: null };
    case 'number':
      return { kind: 'number', values: task.guesses.map(() => null) };
    case 'place':
      return { kind: 'place', places: task.dots.map(() => null) };
    case 'draw':
      return { kind: 'draw', path: [], handles: false };
  }
}

/** The prediction, once nothing of it is missing. */
export function answerOf(draft: Draft): Answer | null {
  switch (draft.kind) {
    case 'choose':
      return draft.choice === null ? null : { kind: 'choose', choice: draft.choice };
    case 'number': {
      const values = draft.values.filter((value) => value !== null);
      return values.length === draft.values.length ? { kind: 'number', values } : null;
    }
    case 'place': {
      const places = draft.places.filter((place) => place !== null);
      return places.length === draft.places.length ? { kind: 'place', places } : null;
    }
    case 'draw':
      return draft.path.length > 1 ? { kind: 'draw', path: draft.path } : null;
  }
}

/** Where a dot waits until it is put somewhere: in the middle, one below the other. */
export function waitingPlace(index: number, count: number, limits: Place): Place {
  return { x: limits.x / 2, y: limits.y * (0.5 + 0.14 * ((count - 1) / 2 - index)) };
}

/** How many handles a path can be drawn with. */
export const handles = 5;

/** A path to begin with for whoever moves handles: what is drawn already, or a line through the middle from its start. */
export function withHandles(path: readonly Place[], limits: Place, start: Place | null): readonly Place[] {
  if (path.length > 1) return evenly(path, handles, limits).map((place) => within(place, limits));
  return Array.from({ length: handles }, (_, i) =>
    within(
      i === 0 && start ? start : { x: limits.x * (0.3 + (0.4 * i) / (handles - 1)), y: limits.y / 2 },
      limits,
    ),
  );
}

/** Steps of the arrow keys, in parts of H(X) and H(Y). */
const step = 1 / 60;

/** Where an arrow key moves a place to; null for another key. */
export function movedBy(key: string, large: boolean, place: Place, limits: Place): Place | null {
  const by = large ? 5 * step : step;
  const [dx, dy] =
    { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, by], ArrowDown: [0, -by] }[key] ?? [];
  if (dx === undefined || dy === undefined) return null;
  return within({ x: place.x + dx * limits.x, y: place.y + dy * limits.y }, limits);
}

/** The nearest place that is on the plane, to a hundredth of a bit. */
export function within({ x, y }: Place, limits: Place): Place {
  const bounded = (value: number, most: number): number =>
    Math.min(Math.max(0, Math.round(100 * value) / 100), Math.ceil(100 * most) / 100);
  return { x: bounded(x, limits.x), y: bounded(y, limits.y) };
}
