import { arithmeticVersion } from '../core/experiment/arithmetic-version.ts';
import { readClaim } from '../share/result-link.ts';
import { readView } from '../share/view-link.ts';
import { applyView } from './apply-view.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';

/**
 * Shows the run of the settings as a query says, keeps what it claims of the result, and reports what of both could not be
 * used. Starts no run.
 */
export function openView(query: string, settings: Settings, session: Session): void {
  const { experiment } = settings;
  const { view, problems } = readView(query, experiment);
  const { claim, problems: unclear } = readClaim(query, experiment, arithmeticVersion);
  settings.report([...problems, ...unclear]);
  applyView(view, session);
  const claimed = claim && { claim, experiment };
  session.claim.setState({ claimed });
  // Words and claims belong to the run of these settings.
  const end = settings.store.subscribe((state) => {
    if (state.experiment === experiment) return;
    end();
    if (session.view.getState().said === view.say) session.view.setState({ said: null });
    if (session.claim.getState().claimed === claimed) session.claim.setState({ claimed: null });
  });
}
