import { readLessonLink } from '../../lessons/lesson-link.ts';
import { measuredEpoch } from '../player.ts';
import type { Session } from '../session.ts';
import { isSameExperiment, type Settings } from '../settings.ts';

interface Page {
  readonly settings: Settings;
  readonly session: Session;
}

let endWait: (() => void) | null = null;

/** Brings the page to a step's link: its settings, and, as soon as it is measured, its epoch. */
export function goTo({ settings, session }: Page, link: string): void {
  endWait?.();
  endWait = null;
  const { experiment, at } = readLessonLink(link);
  settings.replace(experiment, []);
  session.view.setState({ rulers: [], chance: false, layer: null, inspecting: false, repeat: 1 });
  if (at === null) return;
  const isThere = (): boolean => {
    const { run } = session;
    const shown = run.state.experiment;
    if (run.state.old || !shown || !isSameExperiment(shown, experiment)) return false;
    return run.state.measurements > 0 && measuredEpoch(run.state) >= at;
  };
  if (isThere()) return session.seek(at);
  const end = session.run.store.subscribe(() => {
    if (!isThere()) return;
    end();
    // A run that is begun lets the view play, after it has told that it is there.
    const timer = setTimeout(() => session.seek(at));
    endWait = () => clearTimeout(timer);
  });
  endWait = end;
}
