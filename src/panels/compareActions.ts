import './ghosts.ts';
import { comparisonOf } from '../store/comparison.ts';
import type { Session } from '../store/session.ts';

/** Pins the run on the page, or lets go of what is compared. */
export function togglePin(session: Session): void {
  const comparison = comparisonOf(session);
  if (session.compare.getState().other) comparison.end();
  else comparison.pin();
}
