import { isEmbedded } from '../share/embed-link.ts';

/** An embedded page leaves the browser's storage alone. */
const isOpen = (): boolean => typeof location === 'undefined' || !isEmbedded(location.search);

/** What was chosen at an earlier visit; null if nothing was, or storage is closed (private window, sandboxed frame). */
export function savedChoice(name: string): string | null {
  try {
    return isOpen() ? localStorage.getItem(name) : null;
  } catch {
    return null;
  }
}

/** Keeps a choice for the next visit; null: it is the usual one again. Where storage is closed it holds for this visit. */
export function saveChoice(name: string, value: string | null): void {
  try {
    if (!isOpen()) return;
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // It is full, or closed.
  }
}
