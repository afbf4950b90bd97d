import { rulerText } from '../core/information/ruler-text.ts';
import { rulerOfView, type LinkedView } from '../share/view-link.ts';
import { isTraining, measuredEpoch, viewedEpoch } from './player.ts';
import { isCounted } from './rulers.ts';
import type { Session } from './session.ts';
import type { ViewState } from './view.ts';

/** Ends the wait of a session for an epoch that a view asks for. */
const waits = new WeakMap<Session, () => void>();

/**
 * Shows the run on the page, or the one on its way, as a view says; what is null in it stays as it is, but for its words.
 * Rulers are laid, and the plane zoomed, as soon as there is something to see. Its epoch is waited for: until then the
 * view follows the training, and whoever plays or moves it ends that.
 */
export function applyView(view: LinkedView, session: Session): void {
  session.view.setState({
    said: view.say,
    ...rulersOf(view),
    ...(view.layer === null ? {} : { layer: view.layer - 1 }),
    ...(view.zoom === null ? {} : { region: view.zoom }),
  });
  if (view.at !== null) waitFor(view.at, session);
}

/** The view as it stands, without words. */
export function presentView(session: Session): LinkedView {
  const { rulers, output, chance, layer, region, head } = session.view.getState();
  const run = session.run.state;
  const drawn = rulers[0];
  const counted = drawn === undefined || isCounted(drawn);
  const text = counted ? output : drawn;
  return {
    at: run.measurements > 0 ? viewedEpoch(run, head) : null,
    ruler: text === 'grid' && !chance ? null : chance ? `${text}-null` : text,
    bins: null,
    layer: layer === null ? null : layer + 1,
    zoom: region && { ixt: rounded(region.ixt), ity: rounded(region.ity) },
    say: null,
  };
}

/** What a view asks for of the rulers; nothing if it names none. */
function rulersOf(view: LinkedView): Partial<Pick<ViewState, 'rulers' | 'chance' | 'output'>> {
  const ruler = rulerOfView(view);
  if (!ruler) return {};
  const { labels, ...own } = ruler;
  const text = rulerText(own);
  const chance = labels !== undefined;
  return text === 'grid' || text === 'exact'
    ? { rulers: [], output: text, chance }
    : { rulers: [text], chance };
}

/** Shows the run at an epoch, completed ones, once it is measured. */
function waitFor(epoch: number, session: Session): void {
  waits.get(session)?.();
  let head: number | null = null;
  let wanted = session.run.state.experiment;
  const end = (): void => {
    unsubscribe();
    if (waits.get(session) === end) waits.delete(session);
  };
  const follow = (): void => {
    if (waits.get(session) !== end) return;
    const run = session.run.state;
    if (run.old || run.measurements === 0) {
      // Before there is anything to see, other runs may be on the page; afterwards the settings have changed.
      if (head !== null && run.old) end();
      return;
    }
    const view = session.view.getState();
    if (head === null) wanted = run.experiment;
    else if (run.experiment !== wanted || view.playing || view.head !== head) return end();
    session.seek(epoch);
    ({ head } = session.view.getState());
    if (measuredEpoch(run) >= epoch || !isTraining(run)) end();
  };
  // Afterwards, since a run that arrives puts the head at its beginning.
  const unsubscribe = session.run.store.subscribe(() => queueMicrotask(follow));
  waits.set(session, end);
  follow();
}

/** To parts of 100,000 of what is in sight: less than a pixel. */
function rounded([low, high]: readonly [number, number]): readonly [number, number] {
  const decimals = Math.min(20, Math.max(0, 4 - Math.floor(Math.log10(high - low))));
  const digits = (bits: number): number => Math.max(0, Number(bits.toFixed(decimals)));
  return [digits(low), digits(high)];
}
