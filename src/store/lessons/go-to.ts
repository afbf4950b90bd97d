import { readLessonLink } from '../../lessons/lesson-link.ts';
import { measuredEpoch } from '../player.ts';
import type { Session } from '../session.ts';
import { isSameExperiment, type Settings } from '../settings.ts';

interface Page {
  readonly settings: Settings;
  readonly session: Session;
}

let endWait: (() => void) | null = null;

/** At the end of a ruler's text: by chance, with permuted labels. */
const byChance = /-null$/;

/**
 * Brings the page to a step's link: its settings, its layer, its ruler (and `rulers`, laid behind it), and, as soon as it is
 * measured, its epoch. Several repeats are shown as their mean.
 */
export function goTo({ settings, session }: Page, link: string, rulers: readonly string[] = []): void {
  endWait?.();
  endWait = null;
  const { experiment, at, ruler, layer } = readLessonLink(link);
  settings.replace(experiment, []);
  const laid = [...new Set([...(ruler === null ? [] : [ruler]), ...rulers])];
  session.view.setState({
    rulers: laid.filter((text) => !byChance.test(text)),
    chance: laid.some((text) => byChance.test(text)),
    output: 'grid',
    layer,
    inspecting: false,
    repeat: experiment.repeats > 1 ? 'mean' : 1,
  });
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
