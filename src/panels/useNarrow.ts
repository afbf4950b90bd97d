import { useSyncExternalStore } from 'react';

/** The width of a phone, as in the style sheets. */
const narrow = '(max-width: 760px)';

function subscribe(changed: () => void): () => void {
  const media = matchMedia(narrow);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** Is the page as narrow as a phone? For what stands elsewhere there; what only looks different is left to styles. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(narrow).matches);
}
