/** A ring around a point: the one that has the focus, or that the pointer is over. */
import type { Palette } from '../colours.ts';
import type { Mark } from './marks.ts';

const radius = 11;
const corners = 32;

export function ringMarks(x: number, y: number, width: number, palette: Palette): Mark[] {
  const points = Array.from({ length: corners + 1 }, (_, i) => (2 * Math.PI * i) / corners).flatMap(
    (angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)],
  );
  const ring = { kind: 'path', role: 'focus', points } as const;
  // A wider one beneath keeps it visible on paths of any colour.
  return [
    { ...ring, stroke: palette.background, width: width + 2 },
    { ...ring, stroke: palette.accent, width },
  ];
}
