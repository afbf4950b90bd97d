import { carriedOver, unzoomed } from './scene/frame.ts';
import type { Box, Transform } from './scene/frame.ts';

export interface ZoomControl {
  readonly transform: Transform;
  /** Call when the plane's rectangle has changed. */
  fit(box: Box): void;
  by(factor: number): void;
  reset(): void;
  /** Pans so that a place of the present view comes to the middle. */
  centre(x: number, y: number): void;
  /** Zooms to a rectangle, in px of the plane as it is unzoomed: as near as bounds and shape allow, all of it in sight. */
  to(rectangle: Box): void;
  destroy(): void;
}

/** What the wheel does: it zooms, or only with Ctrl (or ⌘) held, and else scrolls the page. */
export type WheelUse = 'zooms' | 'withKey';

/**
 * Zoom and pan, which come a moment after the plane: what they need of D3 is a tenth of all that the page loads. What
 * is asked of them before waits.
 */
export function zoomControl(
  target: HTMLElement,
  changed: (transform: Transform) => void,
  wheel: WheelUse,
): ZoomControl {
  let control: ZoomControl | null = null;
  let box: Box | null = null;
  let gone = false;
  const waiting: ((control: ZoomControl) => void)[] = [];
  const ask = (request: (control: ZoomControl) => void): void => {
    if (control) request(control);
    else waiting.push(request);
  };
  void import('./zoom-behaviour.ts').then(({ zoomBehaviour }) => {
    if (gone) return;
    control = zoomBehaviour(target, changed, wheel);
    if (box) control.fit(box);
    for (const request of waiting.splice(0)) request(control);
  });
  return {
    get transform() {
      return control ? control.transform : unzoomed;
    },
    fit(now) {
      box = now;
      control?.fit(now);
    },
    by: (factor) => ask((zoom) => zoom.by(factor)),
    reset: () => ask((zoom) => zoom.reset()),
    centre: (x, y) => ask((zoom) => zoom.centre(x, y)),
    to(rectangle) {
      const then = box;
      ask((zoom) => zoom.to(then && box ? carriedOver(rectangle, then, box) : rectangle));
    },
    destroy() {
      gone = true;
      control?.destroy();
    },
  };
}
