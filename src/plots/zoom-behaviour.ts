/** Zoom and pan of the plane: wheel, drag, pinch and double click. */
import { select, zoom as d3Zoom, zoomIdentity } from 'd3';
import { carriedOver, unzoomed } from './scene/frame.ts';
import type { Box, Transform } from './scene/frame.ts';
import type { WheelUse, ZoomControl } from './zoom.ts';

const most = 64;

export function zoomBehaviour(
  target: HTMLElement,
  changed: (transform: Transform) => void,
  wheel: WheelUse,
): ZoomControl {
  let now: Transform = unzoomed;
  let fitted = '';
  let plane: Box = { left: 0, top: 0, right: 1, bottom: 1 };
  const behaviour = d3Zoom<HTMLElement, unknown>()
    .scaleExtent([1, most])
    .duration(matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250)
    .filter((event: Event) => {
      if (event instanceof MouseEvent && event.button !== 0) return false;
      if (event instanceof WheelEvent && wheel === 'withKey' && !event.ctrlKey && !event.metaKey)
        return false;
      // One finger scrolls the page until the plane is zoomed.
      return !(event.type === 'touchstart' && (event as TouchEvent).touches.length < 2 && now.k === 1);
    })
    .on('zoom', (event: { transform: Transform }) => {
      const { k, x, y } = event.transform;
      now = k === 1 ? unzoomed : { k, x, y };
      target.style.touchAction = k === 1 ? 'pan-x pan-y' : 'none';
      target.style.cursor = k === 1 ? 'default' : 'grab';
      changed(now);
    });
  const selection = select(target).call(behaviour);
  target.style.touchAction = 'pan-x pan-y';
  return {
    get transform() {
      return now;
    },
    fit(box) {
      const key = `${box.left} ${box.top} ${box.right} ${box.bottom}`;
      // Fitting ends a zoom that is under way.
      if (key === fitted) return;
      fitted = key;
      const before = plane;
      plane = box;
      const extent: [[number, number], [number, number]] = [
        [box.left, box.top],
        [box.right, box.bottom],
      ];
      behaviour.extent(extent).translateExtent(extent);
      if (now.k === 1) return;
      // What is in sight stays in sight.
      const { k, x, y } = now;
      const inSight = {
        ...{ left: (before.left - x) / k, right: (before.right - x) / k },
        ...{ top: (before.top - y) / k, bottom: (before.bottom - y) / k },
      };
      const { left, top } = carriedOver(inSight, before, box);
      const shift = zoomIdentity.translate(box.left - k * left, box.top - k * top);
      behaviour.transform(selection, shift.scale(k));
    },
    by(factor) {
      behaviour.scaleBy(selection, factor);
    },
    reset() {
      behaviour.transform(selection, zoomIdentity);
    },
    centre(x, y) {
      behaviour.translateTo(selection, (x - now.x) / now.k, (y - now.y) / now.k);
    },
    to(rectangle) {
      const { left, right, top, bottom } = rectangle;
      const k = Math.min(
        (plane.right - plane.left) / (right - left),
        (plane.bottom - plane.top) / (bottom - top),
      );
      behaviour.scaleTo(selection, k);
      behaviour.translateTo(selection, (left + right) / 2, (top + bottom) / 2);
    },
    destroy() {
      selection.on('.zoom', null);
    },
  };
}
