import { useSyncExternalStore } from 'react';
import { useProjector } from '../store/projector.ts';

/** The width of a phone, as in the style sheets. */
const narrow = '(max-width: 47.5em)';

function subscribe(changed: () => void): () => void {
  const media = matchMedia(narrow);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/**
 * Is the page as narrow as a phone, or its type as large as for a projector? For what stands elsewhere there; what only
 * looks different is left to styles.
 */
export function useNarrow(): boolean {
  const projector = useProjector();
  const isPhone = useSyncExternalStore(subscribe, () => matchMedia(narrow).matches);
  return isPhone || projector;
}
