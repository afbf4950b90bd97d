/** Finds where on the plane there is room for a callout. */
import type { PlaneFrame } from './scene/frame.ts';
import type { Occupancy } from './scene/occupancy.ts';
import { withJoint } from './scene/points.ts';
import type { HeadPoint } from './scene/points.ts';

const step = 24;
const margin = 12;

/** Upper left corner of the emptiest box of this size inside the plane, preferring the middle; null if none fits. */
export function findRoom(
  width: number,
  height: number,
  frame: PlaneFrame,
  paths: Occupancy,
  head: readonly HeadPoint[],
): { readonly x: number; readonly y: number } | null {
  const { box } = frame;
  const full = withJoint(paths, head);
  let best: { x: number; y: number } | null = null;
  let lowest = Infinity;
  for (let y = box.top + margin; y + height <= box.bottom - margin; y += step) {
    for (let x = box.left + margin; x + width <= box.right - margin; x += step) {
      const around = {
        left: x - margin,
        top: y - margin,
        right: x + width + margin,
        bottom: y + height + margin,
      };
      const aside = Math.hypot(
        (x + width / 2 - (box.left + box.right) / 2) / (box.right - box.left),
        (y + height / 2 - (box.top + box.bottom) / 2) / (box.bottom - box.top),
      );
      const cost = full.share(around) * 20 + aside;
      if (cost < lowest) {
        lowest = cost;
        best = { x, y };
      }
    }
  }
  return best;
}
