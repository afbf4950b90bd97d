import { Pin } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { useCompare, useStores } from '../store/hooks.ts';
import { lookedAt } from '../store/looked-at.ts';
import type { Session } from '../store/session.ts';

/** Pins what the page shows, or lets go of it. What that takes is loaded with the first. */
export function togglePinned(session: Session): void {
  const shown = lookedAt(session); // The page may have gone on when the rest is here.
  void import('./compareActions.ts').then(({ togglePin }) => togglePin(session, shown));
}

/** Keeps the run on the page in sight, behind whatever comes next. */
export function PinButton() {
  const { session } = useStores();
  const pinned = useCompare(({ other }) => other !== null);
  return (
    <button
      type="button"
      className="icon pin"
      aria-label={t('compare.pin')}
      title={t('compare.pinHint')}
      aria-pressed={pinned}
      onClick={() => togglePinned(session)}
    >
      <Pin aria-hidden="true" />
    </button>
  );
}
