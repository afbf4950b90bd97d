import { ChevronDown, ChevronUp, MessageSquareText, X } from 'lucide-react';
import { Suspense, useEffect, useRef, useState, type CSSProperties } from 'react';
import type { PlanePlot, ScreenPoint } from '../plots/plane.ts';
import { t } from '../i18n/t.ts';
import { useSampled, useStores, useView } from '../store/hooks.ts';
import { atEnd } from '../store/player.ts';
import type { RepeatsState } from '../store/repeats.ts';
import { shownPath } from '../store/rulers.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { asLines, CalloutLines } from './CalloutLines.tsx';
import { lazyPanel } from './lazyPanel.ts';
import { readingOf } from './reading.ts';
import { nextSteps, sentences, type NextStep, type Sentence } from './sentences.ts';

/** Milliseconds before the callout may move to an emptier place again. */
const settleMs = 2500;
/** Milliseconds before it moves where its own size or the plane's has changed. */
const settleSoonMs = 60;

const Verdict = lazyPanel(() => import('./CalloutVerdict.tsx'));

/** Says first whose numbers these are, where they are not those of one run as it counted them. */
function inContext(
  [first, ...rest]: readonly Sentence[],
  run: RunState,
  view: ViewState,
  { shown, done }: RepeatsState,
): readonly Sentence[] {
  if (!first) return [];
  const said = first.text;
  const byRuler = (shownPath(run, view)?.ruler ?? null) !== null;
  if (shown === 'mean') {
    const text = byRuler ? t('say.inMeanByRuler', { said }) : t('say.inMean', { said, done });
    return [{ ...first, text }, ...rest];
  }
  return byRuler ? [{ ...first, text: t('say.byRuler', { said }) }, ...rest] : [first, ...rest];
}

/** Where it was, but within the plane, which may have become smaller. */
function kept(
  before: ScreenPoint | null,
  { offsetParent }: HTMLElement,
  width: number,
  height: number,
): ScreenPoint | null {
  if (!before || !offsetParent) return before;
  return {
    x: Math.max(0, Math.min(before.x, offsetParent.clientWidth - width)),
    y: Math.max(0, Math.min(before.y, offsetParent.clientHeight - height)),
  };
}

/** Where there is room for it; style sheets decide whether it stands there. */
const placeStyle = ({ x, y }: ScreenPoint): CSSProperties =>
  ({ '--x': `${x}px`, '--y': `${y}px` }) as CSSProperties;

interface Props {
  readonly plot: PlanePlot;
  /** It steps back for a while. */
  readonly hidden: boolean;
  /** There is nothing to say, but its place is kept. */
  readonly idle: boolean;
}

/** What the numbers say so far, where the plane has room for it, and what to try next. */
export function Callout({ plot, hidden, idle }: Props) {
  const { session } = useStores();
  const [open, setOpen] = useState(true);
  const [whole, setWhole] = useState(false);
  const [place, setPlace] = useState<ScreenPoint | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const said = useView((view) => view.said);
  const computed = useSampled((run, view, repeats) => {
    const reading = readingOf(run, view);
    if (!reading) return '';
    return asLines(inContext(sentences(reading), run, view, repeats));
  });
  const ended = useSampled((run, view) => run.status === 'done' && !run.old && atEnd(run, view.head));
  // The first that a visitor sees says at once what to try next: its recorded run is whole.
  const offers = useSampled(({ standIn, old }) => Boolean(standIn) && !old) || ended;
  const text = said ?? computed;
  const silent = said === null && (idle || !computed);
  const closed = said === null && !open;
  const output = useSampled((_, view) => view.output);

  useEffect(() => {
    if (closed || silent) return;
    const settle = (): void => {
      const { current } = box;
      if (!current || getComputedStyle(current).position !== 'absolute') return;
      const { width, height } = current.getBoundingClientRect();
      setPlace((before) => plot.findRoom(width, height) ?? kept(before, current, width, height));
    };
    // The plane takes in its own new size first.
    let timer = setTimeout(settle, settleSoonMs);
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(settle, settleSoonMs);
    };
    const again = ended ? null : setInterval(settle, settleMs);
    const observer = new ResizeObserver(soon);
    // What stands beside the plane may take of its room.
    const plane = box.current?.closest('.plane');
    if (plane) observer.observe(plane);
    // What it says last comes a moment later, and is longer or shorter.
    if (ended && box.current) observer.observe(box.current);
    return () => {
      clearTimeout(timer);
      if (again) clearInterval(again);
      observer.disconnect();
    };
  }, [plot, closed, silent, said, ended, output, session]);

  if (silent) return open ? <div className="callout-place" /> : null;
  if (closed) {
    return (
      <button
        type="button"
        className="icon callout-open"
        aria-label={t('callout.open')}
        title={t('callout.open')}
        onClick={() => setOpen(true)}
      >
        <MessageSquareText aria-hidden="true" />
      </button>
    );
  }
  return (
    <div className="callout-place">
      <section
        ref={box}
        className="callout"
        data-whole={whole}
        data-said={said !== null}
        aria-label={t(said === null ? 'callout.title' : 'callout.said')}
        data-placed={place !== null}
        data-hidden={hidden}
        style={place ? placeStyle(place) : undefined}
      >
        <p onClick={() => setWhole(!whole)}>
          {said !== null ? (
            <>
              <span className="callout-author">{t('callout.said')}</span>
              {said}
            </>
          ) : ended ? (
            <Suspense fallback={<CalloutLines text={text} />}>
              <Verdict
                until={text}
                inContext={(said) =>
                  inContext(said, session.run.state, session.view.getState(), session.repeats.getState())
                }
              />
            </Suspense>
          ) : (
            <CalloutLines text={text} />
          )}
        </p>
        {offers && said === null && <Next />}
        <button
          type="button"
          className="icon expand"
          aria-label={t(whole ? 'callout.less' : 'callout.more')}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
        </button>
        <button
          type="button"
          className="icon close"
          aria-label={t('callout.close')}
          onClick={() => (said === null ? setOpen(false) : session.view.setState({ said: null }))}
        >
          <X aria-hidden="true" />
        </button>
      </section>
    </div>
  );
}

/** The end of what is drawn. */
const endOf = ({ output, rulers }: ViewState): Pick<ViewState, 'head' | 'output' | 'rulers'> => ({
  head: Infinity,
  output,
  rulers,
});

/** One thing to try next, from the end of the run. */
function Next() {
  const { session, settings, embed } = useStores();
  const canEdit = embed?.canEdit ?? true;
  const nextOf = (run: RunState, view: ViewState): NextStep | undefined => {
    const reading = readingOf(run, endOf(view));
    if (!reading || !run.experiment) return undefined;
    return nextSteps(run.experiment, reading).find(({ kind }) => canEdit || kind === 'exact');
  };
  const label = useSampled((run, view) => nextOf(run, view)?.label ?? '');
  if (!label) return null;
  const go = (): void => {
    const step = nextOf(session.run.state, session.view.getState());
    if (step?.kind === 'exact') session.view.setState({ output: 'exact' });
    else if (step) settings.edit(step.change);
  };
  return (
    <button type="button" className="next" onClick={go}>
      {label}
    </button>
  );
}
