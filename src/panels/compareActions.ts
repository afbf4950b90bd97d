import './ghosts.ts';
import { comparisonOf } from '../store/comparison.ts';
import type { LookedAt } from '../store/looked-at.ts';
import type { Session } from '../store/session.ts';

/** Pins what the page showed when that was asked for, or lets go of what is compared. */
export function togglePin(session: Session, shown: LookedAt | null): void {
  const comparison = comparisonOf(session);
  if (session.compare.getState().other) comparison.end();
  else comparison.pin(shown);
}
