import { readLessonLink } from '../../lessons/lesson-link.ts';
import { applyView } from '../apply-view.ts';
import type { Session } from '../session.ts';
import type { Settings } from '../settings.ts';

interface Page {
  readonly settings: Settings;
  readonly session: Session;
}

/** At the end of a ruler's text: by chance, with permuted labels. */
const byChance = /-null$/;

/**
 * Brings the page to a step's link, its settings and its view, whatever the page was looked at like before; `rulers` are
 * laid too, behind the one that the link names. Several repeats are shown as their mean.
 */
export function goTo({ settings, session }: Page, link: string, rulers: readonly string[] = []): void {
  const { experiment, view } = readLessonLink(link);
  settings.replace(experiment, []);
  session.view.setState({
    rulers: [],
    chance: false,
    output: 'grid',
    layer: null,
    inspecting: false,
    region: null,
    repeat: experiment.repeats > 1 ? 'mean' : 1,
  });
  applyView(view, session);
  session.view.setState(({ rulers: drawn, chance }) => ({
    rulers: [...new Set([...drawn, ...rulers.filter((text) => !byChance.test(text))])],
    chance: chance || rulers.some((text) => byChance.test(text)),
  }));
}
