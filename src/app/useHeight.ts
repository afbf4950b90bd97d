import { useEffect, type RefObject } from 'react';

/** Px: how high the plane would be at its width. */
const idealHeight = (width: number): number => Math.min(560, Math.max(260, 0.8 * width));

/**
 * Tells the page that embeds this one how high it would be with a plane that is as high as suits its width, now and
 * whenever that changes: `{ type: 'infoplane:height', height }`, px. It does not depend on the height that is given, so
 * that giving it changes nothing. Whoever embeds may know it, so any origin is told.
 */
export function useHeight(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!root.current || parent === window) return;
    let told = 0;
    const tell = (): void => {
      const plane = root.current?.querySelector<HTMLElement>('.plane');
      if (!plane || plane.clientWidth === 0) return;
      const around = document.documentElement.scrollHeight - plane.clientHeight;
      const height = Math.ceil(around + idealHeight(plane.clientWidth));
      if (height === told) return;
      told = height;
      parent.postMessage({ type: 'infoplane:height', height }, '*');
    };
    const observer = new ResizeObserver(tell);
    // What is above and below the plane may grow and leave the whole as it is.
    for (const element of [root.current, ...root.current.querySelectorAll('.plane')])
      observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
}
