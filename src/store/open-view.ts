import { fitView, readView } from '../share/view-link.ts';
import { applyView } from './apply-view.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';

/** Shows the run of the settings as a query says, and reports what of it could not be used. Starts no run. */
export function openView(query: string, settings: Settings, session: Session): void {
  const { experiment } = settings;
  const read = readView(query);
  const { view, problems } = fitView(read.view, experiment);
  settings.report([...read.problems, ...problems]);
  applyView(view, session);
  // What is said belongs to the run of these settings.
  const end = settings.store.subscribe((state) => {
    if (state.experiment === experiment) return;
    end();
    if (session.view.getState().said === view.say) session.view.setState({ said: null });
  });
}
