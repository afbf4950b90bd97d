/** How much larger than usual plots are drawn, as the page says it: for a projector, for 4K, for who wants large type. */

/** The root's font size over the usual 16 px, times `--plots`, which a style sheet may set. */
export function plotScale(): number {
  const style = getComputedStyle(document.documentElement);
  const type = Number.parseFloat(style.fontSize) / 16 || 1;
  return Math.max(0.5, type * (Number(style.getPropertyValue('--plots')) || 1));
}

let probe: HTMLElement | null = null;
let observer: ResizeObserver | null = null;
const followers = new Set<() => void>();

/** Calls when the scale may have changed, whatever changed it, until the signal is aborted. */
export function followScale(changed: () => void, signal: AbortSignal): void {
  followers.add(changed);
  signal.addEventListener('abort', () => followers.delete(changed));
  if (probe) return;
  probe = document.createElement('div');
  probe.setAttribute('aria-hidden', 'true');
  probe.style.cssText =
    'position:fixed;width:calc(1rem * var(--plots, 1));height:0;visibility:hidden;pointer-events:none';
  document.body.append(probe);
  observer = new ResizeObserver(() => {
    for (const follower of followers) follower();
  });
  observer.observe(probe);
}
