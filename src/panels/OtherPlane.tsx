import './ghosts.ts';
import { useEffect, useRef } from 'react';
import { c } from '../i18n/compare.ts';
import { decimals } from '../i18n/t.ts';
import { PlanePlot } from '../plots/plane.ts';
import type { PlaneData } from '../plots/scene/data.ts';
import { useCompare, useFrame, useRun, useSampled, useStores } from '../store/hooks.ts';
import type { OtherRun } from '../store/other-run.ts';
import { viewedEpoch } from '../store/player.ts';
import type { RunState } from '../store/run.ts';
import type { Session } from '../store/session.ts';
import { useTheme } from '../store/theme.ts';
import type { ViewState } from '../store/view.ts';
import { nameBeside } from './differenceText.ts';
import { endedBefore, extentOver, otherPath, whyNoPath } from './ghosts.ts';
import { planeData, planeView, planeWords, scaleOf } from './planeData.ts';
import { layerNow, pointAt, readingOf } from './reading.ts';
import { layerName } from './sentences.ts';
import { usePresent } from './useCompared.ts';
import { useLanguage } from './useLanguage.ts';

const asRun = ({ facts }: OtherRun): RunState => ({ ...facts, id: 0, old: false });

/** The other run's plane: axes for both; no paths where it cannot be read as the one on the page is. */
function dataOf(session: Session, view: ViewState, other: OtherRun): PlaneData | null {
  const path = otherPath(session.run.state, view, other);
  const data = planeData(asRun(other), view);
  if (!data) return null;
  const extent = extentOver(session.run.state.start?.limits, data.limits);
  if (!path) {
    // What was drawn before would stand under the name of a ruler that never measured it.
    const { columns, rows, limits, prefit = 0 } = data;
    const bare = { key: `${data.key} none`, columns, rows, limits, prefit, shown: [] };
    return { ...bare, ...(extent ? { extent } : {}) };
  }
  const ensemble = path.ruler === null ? other.statistics?.ensemble : undefined;
  const sd = ensemble ? { ixt: ensemble.ixt.sd, ity: ensemble.ity.sd } : path.sd;
  return { ...data, ...(extent ? { extent } : {}), ...(sd ? { sd } : {}) };
}

function update(plot: PlanePlot | null, session: Session): void {
  const { other, pointed } = session.compare.getState();
  const view = session.view.getState();
  const data = other && dataOf(session, view, other);
  if (!data) return;
  const own = planeView(asRun(other), view);
  // The same colour is the same epoch on both planes.
  const scale = scaleOf(session.run.state, view);
  const highlight = pointed && !pointed.other ? pointed.layer : own.highlight;
  plot?.update(data, { ...own, scale, highlight });
}

/** The compared run on a plane of its own, at the same epoch, with the same axes. */
export default function OtherPlane() {
  const { session } = useStores();
  const theme = useTheme();
  const language = useLanguage();
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<PlanePlot | null>(null);
  const other = useCompare((state) => state.other);
  const present = useRun((run) => run.experiment);
  const here = usePresent();
  const why = useSampled((run, view) => other && whyNoPath(run, view, other));

  useEffect(() => {
    if (!host.current) return;
    const point = (row: number | undefined): number | null => {
      const rows = session.compare.getState().other?.facts.trajectory?.rows ?? 2;
      return row === undefined ? null : Math.min(row, rows - 2);
    };
    const epochAt = (index: number): number | undefined => {
      const { other } = session.compare.getState();
      const path = other && otherPath(session.run.state, session.view.getState(), other);
      return path?.columns.epoch[index];
    };
    const created = new PlanePlot(host.current, {
      words: planeWords(),
      theme: 'light',
      onHover: (at) => {
        const layer = point(at?.row);
        const epoch = at ? epochAt(at.index) : undefined;
        const isKnown = layer !== null && epoch !== undefined;
        session.compare.setState({ pointed: isKnown ? { layer, epoch, other: true } : null });
      },
      onSelect: (at) => {
        const layer = point(at?.row);
        session.view.setState({ layer: layer === session.view.getState().layer ? null : layer });
      },
    });
    plot.current = created;
    update(created, session);
    return () => created.destroy();
  }, [session]);
  useEffect(() => plot.current?.setOptions({ theme, words: planeWords() }), [theme, language]);
  useFrame(() => update(plot.current, session));
  // What is pointed at on the page's plane is ringed on this one, at the same epoch.
  const pointed = useCompare((state) => (state.pointed?.other === false ? state.pointed : null));
  useEffect(() => {
    const view = session.view.getState();
    const path = pointed && other && otherPath(session.run.state, view, other);
    plot.current?.focusPoint(path ? pointAt(path, view.output, pointed) : null);
  }, [session, other, pointed]);

  if (!other) return null;
  const name = nameBeside(present, other);
  return (
    <>
      {here && (
        <p className="plane-caption">
          <span className="plane-name">{c('planeThis', { name: nameBeside(other.experiment, here) })}</span>
        </p>
      )}
      <figure className="other-plane">
        <figcaption className="plane-caption">
          <span className="plane-name">{c('planeOther', { name })}</span> {!why && <OtherEnd other={other} />}
          <OtherReading other={other} />
        </figcaption>
        <div ref={host} className="plane-host" role="img" aria-label={c('planeLabel', { name })} />
        {why && <p className="plane-waiting">{c(`notDrawn.${why}`)}</p>}
      </figure>
    </>
  );
}

/** The shorter of two runs stands at its own end while the page looks at a later epoch. */
function OtherEnd({ other }: { readonly other: OtherRun }) {
  const end = useSampled((run, view) => endedBefore(run, view, other));
  return end === null ? null : <span className="muted">{c('endsAt', { epoch: end })}</span>;
}

/** The numbers of the point that is pointed at on either plane, or else of the picked layer at the page's epoch. */
function OtherReading({ other }: { readonly other: OtherRun }) {
  const pointed = useCompare((state) => state.pointed);
  const text = useSampled((run, view) => {
    const layer = pointed?.layer ?? view.layer;
    if (!otherPath(run, view, other)) return '';
    const head = pointed?.epoch ?? view.head;
    const now = layer === null ? null : layerNow(readingOf(other.facts, { ...view, head }), layer);
    if (layer === null || !now) return '';
    const epoch = viewedEpoch(other.facts, head);
    const numbers = { ixt: decimals(now.ixt, 2), ity: decimals(now.ity, 3) };
    return c('reading', { layer: layerName(layer), epoch, ...numbers });
  });
  return <span className="muted">{text}</span>;
}
