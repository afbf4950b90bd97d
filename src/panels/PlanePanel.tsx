import { Minus, Plus, Undo2 } from 'lucide-react';
import { Suspense, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { PointRef } from '../plots/pick.ts';
import { PlanePlot, type ScreenPoint } from '../plots/plane.ts';
import { t } from '../i18n/t.ts';
import { useCompare, useFrame, useHas, useRepeats, useRun, useStores, useView } from '../store/hooks.ts';
import { inspectLayer } from '../store/inspect.ts';
import { shownPath } from '../store/rulers.ts';
import type { Session } from '../store/session.ts';
import { isRecorded } from '../store/stand-in.ts';
import { useTheme } from '../store/theme.ts';
import type { Callout } from './Callout.tsx';
import { lazyPanel } from './lazyPanel.ts';
import { PinButton } from './PinButton.tsx';
import { planeData, planeView, planeWords, repeatsOf } from './planeData.ts';
import { failedOfMany } from './repeatsText.ts';
import { drawnRuler } from './drawnRuler.ts';
import { useLanguage } from './useLanguage.ts';
import type { Anchor, PointTip } from './PointTip.tsx';
import { RecordedChip } from './RecordedChip.tsx';
import { planeSlot } from './planeSlot.ts';
import { pointAt } from './reading.ts';

const OtherPlane = lazyPanel(() => import('./OtherPlane.tsx'));
const PlaneFlags = lazyPanel(() => import('./PlaneFlags.tsx'));

const moves = {
  ArrowLeft: 'earlier',
  ArrowRight: 'later',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
} as const;
const isMove = (key: string): key is keyof typeof moves => Object.hasOwn(moves, key);

function anchor(host: HTMLElement | null, place: ScreenPoint | null): Anchor | null {
  return host && place ? { ...place, width: host.clientWidth } : null;
}

function update(plot: PlanePlot | null, session: Session): void {
  const view = session.view.getState();
  const data = planeData(session.run.state, view, repeatsOf(session));
  const own = planeView(session.run.state, view);
  const { pointed } = session.compare.getState();
  if (data) plot?.update(data, pointed?.other ? { ...own, highlight: pointed.layer } : own);
}

/** The layer of a point, 0 for T1: the output has two rows. */
const layerOf = ({ run, view }: Session, { row }: PointRef): number =>
  Math.min(row, (shownPath(run.state, view.getState())?.rows ?? 2) - 2);

const epochOf = ({ run, view }: Session, { index }: PointRef): number | undefined =>
  shownPath(run.state, view.getState())?.columns.epoch[index];

function inspectPoint(session: Session, point: PointRef): void {
  inspectLayer(session, layerOf(session, point), epochOf(session, point));
}

interface Props {
  /** What speaks about the plane; null until it is loaded. */
  readonly parts: { readonly Callout: typeof Callout; readonly PointTip: typeof PointTip } | null;
  readonly children?: ReactNode;
}

/** The information plane, and what is read off it; between it and the callout whatever else belongs there. */
export function PlanePanel({ parts, children }: Props) {
  const { session, embed } = useStores();
  const has = useHas();
  const theme = useTheme();
  const language = useLanguage();
  const host = useRef<HTMLDivElement>(null);
  const [plot, setPlot] = useState<PlanePlot | null>(null);
  const [hovered, setHovered] = useState<PointRef | null>(null);
  const [focused, setFocused] = useState<PointRef | null>(null);
  const [place, setPlace] = useState<Anchor | null>(null);
  const [zoomed, setZoomed] = useState(false);
  const old = useRun((run) => run.old);
  const beside = useCompare((compare) => compare.beside);
  const begun = useRun((run) => run.measurements > 0 || isRecorded(run));
  const failed = useRun((run) => run.status === 'failed');
  const over = useRun((run) => run.status === 'failed' || run.status === 'cancelled');
  const laid = useView((view) => drawnRuler(view.rulers) !== null);
  const excluded = useRepeats((repeats) => repeats.discarded.length > 0 || failedOfMany(repeats) > 0);
  const flagged = laid || excluded;

  useEffect(() => {
    if (!host.current) return;
    const created = new PlanePlot(host.current, {
      words: planeWords(),
      theme: 'light',
      // The wheel is for the page around it.
      wheel: embed ? 'withKey' : 'zooms',
      onHover: (point) => {
        setHovered(point);
        if (point) setPlace(anchor(host.current, created.placeOf(point)));
      },
      onSelect: (point, known) => {
        // A finger hovers nowhere: what it taps is read out first, and opened when it is tapped again.
        if (point && known && !embed) inspectPoint(session, point);
        else session.view.setState({ layer: point && layerOf(session, point) });
        setHovered(point);
        setPlace(anchor(host.current, point && created.placeOf(point)));
      },
      onZoom: ({ k }) => {
        setZoomed(k > 1);
        seen = created.region();
        session.view.setState({ region: seen });
      },
    });
    let { region: seen } = session.view.getState();
    if (seen) created.zoomTo(seen);
    // What is zoomed to elsewhere, as by a link.
    const follow = session.view.subscribe(({ region }) => {
      if (region === seen) return;
      seen = region;
      if (region) created.zoomTo(region);
      else created.resetZoom();
    });
    setPlot(created);
    planeSlot.setState({ plot: created, host: host.current });
    return () => {
      planeSlot.setState({ plot: null, host: null });
      follow();
      created.destroy();
    };
  }, [session, embed]);
  useEffect(() => plot?.setOptions({ theme, words: planeWords() }), [plot, theme, language]);

  useFrame(() => update(plot, session));
  useEffect(() => update(plot, session), [plot, session]);

  const focus = (point: PointRef | null): void => {
    setFocused(point);
    setPlace(anchor(host.current, plot?.focusPoint(point) ?? null));
  };
  const press = (event: KeyboardEvent): void => {
    if (!plot || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isMove(event.key)) focus(plot.nextFocus(focused, moves[event.key], event.shiftKey ? 10 : 1));
    else if (event.key === '+' || event.key === '=') plot.zoomBy(1.5);
    else if (event.key === '-') plot.zoomBy(1 / 1.5);
    else if (event.key === '0') plot.resetZoom();
    else if (event.key === 'Escape') focus(null);
    else if (event.key === 'Enter' && focused && !embed) inspectPoint(session, focused);
    else return;
    event.preventDefault();
  };

  const point = focused ?? hovered;
  const [row, index] = [point?.row, point?.index];
  useEffect(() => {
    if (!beside) return;
    const at = row === undefined || index === undefined ? null : { row, index };
    const epoch = at ? epochOf(session, at) : undefined;
    const isKnown = at && epoch !== undefined;
    session.compare.setState({
      pointed: isKnown ? { layer: layerOf(session, at), epoch, other: false } : null,
    });
  }, [session, beside, row, index]);
  // What is pointed at on the other plane is ringed on this one.
  const pointed = useCompare((compare) => (compare.pointed?.other ? compare.pointed : null));
  useEffect(() => {
    const path = pointed && shownPath(session.run.state, session.view.getState());
    plot?.focusPoint(path ? pointAt(path, session.view.getState().output, pointed) : focused);
  }, [session, plot, pointed, focused]);
  return (
    <div className="plane" data-old={old} data-beside={beside}>
      <div className="plane-box">
        <div
          ref={host}
          className="plane-host"
          role="application"
          aria-label={t('plane.label')}
          tabIndex={0}
          onKeyDown={press}
          onBlur={() => focus(null)}
        />
        {!begun && !failed && <p className="plane-waiting">{t('plane.waiting')}</p>}
        <RecordedChip />
        {old && <p className="chip plane-old">{t(over ? 'status.oldStays' : 'status.old')}</p>}
        {point && place && parts && <parts.PointTip point={point} place={place} spoken={focused !== null} />}
        {flagged && (
          <Suspense>
            <PlaneFlags />
          </Suspense>
        )}
        <div className="zoom">
          {!embed && <PinButton />}
          {has('zoom') && (
            <>
              {zoomed && (
                <button
                  type="button"
                  className="icon"
                  aria-label={t('plane.resetZoom')}
                  title={t('plane.resetZoom')}
                  onClick={() => plot?.resetZoom()}
                >
                  <Undo2 aria-hidden="true" />
                </button>
              )}
              <button
                type="button"
                className="icon"
                aria-label={t('plane.zoomIn')}
                onClick={() => plot?.zoomBy(1.5)}
              >
                <Plus aria-hidden="true" />
              </button>
              {zoomed && (
                <button
                  type="button"
                  className="icon"
                  aria-label={t('plane.zoomOut')}
                  onClick={() => plot?.zoomBy(1 / 1.5)}
                >
                  <Minus aria-hidden="true" />
                </button>
              )}
            </>
          )}
        </div>
      </div>
      {beside && (
        <Suspense>
          <OtherPlane />
        </Suspense>
      )}
      {children}
      {has('callout') &&
        (plot && parts ? (
          <parts.Callout plot={plot} hidden={point !== null} idle={zoomed || !begun || old} />
        ) : (
          <div className="callout-place" />
        ))}
    </div>
  );
}
