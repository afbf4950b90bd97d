import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { epochScale, type EpochScale } from '../core/experiment/epoch-scale.ts';
import { epochTicks } from '../plots/epoch-ticks.ts';
import { decimals, t } from '../i18n/t.ts';
import { useFrame, useRun, useStores, useView } from '../store/hooks.ts';
import { lastEpoch, measuredEpoch, viewedEpoch } from '../store/player.ts';
import { isRecorded } from '../store/stand-in.ts';
import { scaleOf } from './planeData.ts';

/** Milliseconds between two texts for screen readers while the view moves. */
const speakMs = 1000;

/** The viewing head, on the colour scale of the epochs; behind it what is seen, then what is trained, then the rest. */
export function EpochSlider() {
  const { session } = useStores();
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const spoken = useRef(0);
  const colourBy = useView((view) => view.colourBy);
  const prefit = useRun((run) => run.experiment?.prefit ?? 0);

  useFrame(() => {
    const run = session.run.state;
    const view = session.view.getState();
    const epochs = lastEpoch(run);
    const scale = scaleOf(run, view);
    const head = scale.position(view.head);
    const measured = isRecorded(run) ? run.trainedEpochs : measuredEpoch(run);
    const trained = scale.position(Math.max(measured, view.head));
    const { prefit = 0 } = run.experiment ?? {};
    root.current?.style.setProperty('--head', head.toFixed(4));
    root.current?.style.setProperty('--prefit', scale.position(prefit).toFixed(4));
    root.current?.style.setProperty('--trained', trained.toFixed(4));
    if (!input.current) return;
    input.current.value = String(head);
    const now = performance.now();
    if (view.playing && now - spoken.current < speakMs) return;
    spoken.current = now;
    const epoch = viewedEpoch(run, view.head);
    const text = t(epoch > 0 && epoch <= prefit ? 'prefit.epochOf' : 'transport.epochOf', { epoch, epochs });
    if (input.current.getAttribute('aria-valuetext') !== text)
      input.current.setAttribute('aria-valuetext', text);
  });

  const scale = (): EpochScale => scaleOf(session.run.state, session.view.getState());
  const seek = (place: number): void => session.seek(scale().epoch(place));
  const leap = (by: number): void => seek(scale().position(session.view.getState().head) + by);
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowRight' || event.key === 'ArrowUp') session.step(1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') session.step(-1);
    else if (event.key === 'PageUp') leap(0.1);
    else if (event.key === 'PageDown') leap(-0.1);
    else if (event.key === 'Home') seek(0);
    else if (event.key === 'End') seek(1);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={root} className="slider" data-colour={colourBy}>
      <div className="track" aria-hidden="true">
        <div className="trained" />
        <div className="viewed" />
        {prefit > 0 && <div className="prefit" />}
      </div>
      {prefit > 0 && (
        <span className="prefit-name" aria-hidden="true">
          {t('prefit.boundary')}
        </span>
      )}
      <input
        ref={input}
        type="range"
        min={0}
        max={1}
        step="any"
        defaultValue={0}
        aria-label={t('transport.epoch')}
        onInput={(event) => seek(Number(event.currentTarget.value))}
        onKeyDown={press}
      />
      <Ticks />
    </div>
  );
}

/** Px: the size of the ticks' labels, as in the style sheet, and what they keep apart. */
const [tickSize, tickGap] = [11, 8];

function Ticks() {
  const epochs = useRun(lastEpoch);
  const kind = useView((view) => view.scale);
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    if (!host.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 600));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);
  const scale = epochScale(kind, epochs);
  return (
    <div ref={host} className="ticks" aria-hidden="true">
      {epochs > 0 &&
        epochTicks(scale, width, tickSize, tickGap, 'inside').map((tick) => (
          <span
            key={tick}
            style={{ left: `${100 * scale.position(tick)}%` }}
            data-end={tick === 0 ? 'first' : tick === epochs ? 'last' : undefined}
          >
            {decimals(tick, 0)}
          </span>
        ))}
    </div>
  );
}
