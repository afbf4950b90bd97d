/** Cuts straight lines to a rectangle. */
import type { Box } from './frame.ts';

/** The part inside the box of each piece of the line through x0, y0, x1, y1, ..., as separate pieces of four numbers. */
export function clipLine(points: readonly number[], box: Box): number[] {
  const pieces: number[] = [];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points.slice(i, i + 4);
    const [dx, dy] = [x1 - x0, y1 - y0];
    let from = 0;
    let to = 1;
    // Liang and Barsky: along the piece, each edge is passed going in or going out.
    for (const [toward, room] of [
      [-dx, x0 - box.left],
      [dx, box.right - x0],
      [-dy, y0 - box.top],
      [dy, box.bottom - y0],
    ] as const) {
      if (toward === 0) {
        if (room < 0) to = -1;
      } else if (toward < 0) from = Math.max(from, room / toward);
      else to = Math.min(to, room / toward);
    }
    if (from < to) pieces.push(x0 + from * dx, y0 + from * dy, x0 + to * dx, y0 + to * dy);
  }
  return pieces;
}
