/** Finds where on the plane there is room for a callout. */
import { inside } from './scene/frame.ts';
import { withJoint } from './scene/points.ts';
import type { HeadPoint } from './scene/points.ts';
import type { PlaneStage } from './scene/data.ts';
import { continueTrail, emptyTrail } from './scene/trail.ts';

const step = 16;
const margin = 12;
/** To hide a part of H(X) or H(Y): less than to hide any path, more than to stand far aside. */
const limitCost = 1;
/** The lower right corner belongs to the buttons that zoom. */
const corner = { width: 48, height: 80 };

/**
 * Upper left corner of the emptiest box of this size on the plane or over its right margin, where only H(X) is, preferring
 * the middle; null if none fits.
 */
export function findRoom(
  width: number,
  height: number,
  stage: PlaneStage,
  head: readonly HeadPoint[],
): { readonly x: number; readonly y: number } | null {
  const { box, size } = stage.frame;
  const end = Math.max(box.right, size.width) - margin;
  // All that is measured, also ahead of the head: the paths are on their way there.
  const trail = emptyTrail(stage.data, stage.frame);
  continueTrail(trail, stage.data.columns.epoch.length, stage);
  const full = withJoint(trail.occupancy, head);
  const [hx, hy] = [stage.frame.x(stage.data.limits.hx), stage.frame.y(stage.data.limits.hy)];
  let best: { x: number; y: number } | null = null;
  let lowest = Infinity;
  for (let y = box.top + margin; y + height <= box.bottom - margin; y += step) {
    for (let x = box.left + margin; x + width <= end; x += step) {
      const isInCorner = x + width > size.width - corner.width && y + height > size.height - corner.height;
      if (isInCorner) continue;
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
      const hidden = head.filter((point) => inside(around, point.shownX, point.shownY)).length;
      // A path through the box takes about a fiftieth of its cells: that weighs more than any distance.
      const isOverLimit = around.top < hy || around.right > hx;
      const cost = full.share(around) * 100 + hidden * 2 + aside + (isOverLimit ? limitCost : 0);
      if (cost < lowest) {
        lowest = cost;
        best = { x, y };
      }
    }
  }
  return best;
}
