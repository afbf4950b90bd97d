/** Hover and click on the plane. */
import type { PointRef } from './pick.ts';

export interface PointerUse {
  /** The point at a place in the host, px. */
  pick(x: number, y: number): PointRef | null;
  /** Called only when it is another point. */
  hover(point: PointRef | null): void;
  select(point: PointRef | null): void;
}

/** Listens until the signal is aborted. */
export function followPointer(host: HTMLElement, use: PointerUse, signal: AbortSignal): void {
  let over: PointRef | null = null;
  const at = (event: MouseEvent): PointRef | null => {
    const { left, top } = host.getBoundingClientRect();
    return use.pick(event.clientX - left, event.clientY - top);
  };
  const hover = (point: PointRef | null): void => {
    if (samePoint(point, over)) return;
    over = point;
    use.hover(point);
  };
  const move = (event: PointerEvent): void => {
    if (event.buttons === 0) hover(at(event));
  };
  const leave = (): void => {
    hover(null);
  };
  const click = (event: MouseEvent): void => {
    use.select(at(event));
  };
  host.addEventListener('pointermove', move, { signal });
  host.addEventListener('pointerleave', leave, { signal });
  host.addEventListener('click', click, { signal });
}

export function samePoint(a: PointRef | null, b: PointRef | null): boolean {
  return a?.row === b?.row && a?.index === b?.index;
}
