import { ChevronDown, ChevronUp, MessageSquareText, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PlanePlot, ScreenPoint } from '../plots/plane.ts';
import { t } from '../i18n/t.ts';
import { useSampled, useStores } from '../store/hooks.ts';
import { atEnd } from '../store/player.ts';
import type { RepeatsState } from '../store/repeats.ts';
import type { ViewState } from '../store/view.ts';
import { readingOf } from './reading.ts';
import { drawnRuler } from './rulerWords.ts';
import { nextStep, sentences, type Sentence } from './sentences.ts';

/** Milliseconds before the callout may move to an emptier place again. */
const settleMs = 2500;

const minorMark = '~';

/** A sentence as one line of the text that is sampled: text compares by value, so nothing is drawn anew in vain. */
function asLine({ text, minor }: Sentence): string {
  return (minor ? minorMark : '') + text;
}

/** Whose numbers these are, where they are not those of one run as it counted them. */
function inContext(said: string, { rulers }: ViewState, { shown, done }: RepeatsState): string {
  if (shown === 'mean') return t('say.inMean', { said, done });
  return drawnRuler(rulers) === null ? said : t('say.byRuler', { said });
}

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
  const text = useSampled((run, view, repeats) => {
    const reading = readingOf(run, view);
    if (!reading) return '';
    const [first, ...rest] = sentences(reading);
    if (!first) return '';
    return [{ ...first, text: inContext(first.text, view, repeats) }, ...rest].map(asLine).join('\n');
  });
  const ended = useSampled((run, view) => run.status === 'done' && !run.old && atEnd(run, view.head));
  const output = useSampled((_, view) => view.output);

  useEffect(() => {
    if (!open || idle) return;
    const settle = (): void => {
      const size = box.current?.getBoundingClientRect();
      if (!size || getComputedStyle(box.current ?? document.body).position !== 'absolute') return;
      setPlace((before) => plot.findRoom(size.width, size.height) ?? before);
    };
    const first = setTimeout(settle, 60);
    const again = ended ? null : setInterval(settle, settleMs);
    return () => {
      clearTimeout(first);
      if (again) clearInterval(again);
    };
  }, [plot, open, idle, ended, output, session]);

  if (idle || !text) return open ? <div className="callout-place" /> : null;
  if (!open) {
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
        aria-label={t('callout.title')}
        data-placed={place !== null}
        data-hidden={hidden}
        style={place ? { left: `${place.x}px`, top: `${place.y}px` } : undefined}
      >
        <p onClick={() => setWhole(!whole)}>
          {text.split('\n').map((line, i) => (
            <span key={i} className={line.startsWith(minorMark) ? 'minor' : undefined}>
              {line.replace(minorMark, '')}{' '}
            </span>
          ))}
        </p>
        {ended && <Next />}
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
          onClick={() => setOpen(false)}
        >
          <X aria-hidden="true" />
        </button>
      </section>
    </div>
  );
}

/** One thing to try next, from the state of the finished run. */
function Next() {
  const { session, settings } = useStores();
  const label = useSampled((run, view) => {
    const reading = readingOf(run, view);
    return reading && run.experiment ? nextStep(run.experiment, reading).label : '';
  });
  if (!label) return null;
  const go = (): void => {
    const run = session.run.state;
    const reading = readingOf(run, session.view.getState());
    if (!reading || !run.experiment) return;
    const step = nextStep(run.experiment, reading);
    if (step.kind === 'exact') session.view.setState({ output: 'exact' });
    else settings.edit(step.change);
  };
  return (
    <button type="button" className="next" onClick={go}>
      {label}
    </button>
  );
}
