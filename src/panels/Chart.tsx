import { useEffect, useRef } from 'react';
import { LineChart } from '../plots/chart.ts';
import type { ChartData } from '../plots/scene/chart.ts';
import { decimals, t } from '../i18n/t.ts';
import { useFrame, useRepeats, useSampled, useStores } from '../store/hooks.ts';
import { viewedEpoch } from '../store/player.ts';
import type { RunState } from '../store/run.ts';
import { useTheme } from '../store/theme.ts';
import type { ViewState } from '../store/view.ts';
import { repeatsOf, type Repeats } from './planeData.ts';
import type { SpreadKind } from './repeatsData.ts';
import { useLanguage } from './useLanguage.ts';

/** Milliseconds between two drawings: curves move little in a frame. */
const chartMs = 45;

interface Props {
  readonly title: string;
  readonly className?: string;
  /** What the bands are, where it is the mean of several repeats. */
  readonly spread?: SpreadKind;
  /** What to draw; null before there is a run. */
  readonly data: (run: RunState, view: ViewState, repeats: Repeats) => ChartData | null;
}

/** A chart by epoch with its title; a press moves the viewing head. */
export function Chart({ title: what, className, spread = 'sd', data }: Props) {
  const { session } = useStores();
  const theme = useTheme();
  const language = useLanguage();
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<LineChart | null>(null);
  const repeats = useRepeats(({ shown, done }) => (shown === 'mean' ? done : null));
  const title = repeats === null ? what : t(`curves.spread.${spread}`, { title: what, repeats });
  const epoch = useSampled((run, view) => (view.playing ? null : viewedEpoch(run, view.head)));

  useEffect(() => {
    if (!host.current) return;
    const created = new LineChart(host.current, {
      theme: 'light',
      join: (first, last) => `${first}–${last.replace(/^T/, '')}`,
      onSelect: (index) => {
        const at = session.run.state.trajectory?.columns().epoch[index];
        if (at !== undefined) session.seek(at);
      },
    });
    chart.current = created;
    return () => created.destroy();
  }, [session]);
  // Words come with the data.
  useEffect(() => chart.current?.setOptions({ theme }), [theme, language]);

  useFrame(() => {
    const now = data(session.run.state, session.view.getState(), repeatsOf(session));
    if (now) chart.current?.update(now);
  }, chartMs);

  const label = epoch === null ? title : t('curves.label', { name: title, epoch: decimals(epoch, 0) });
  return (
    <figure className={className ? `chart ${className}` : 'chart'}>
      <figcaption>{title}</figcaption>
      <div ref={host} className="chart-host" role="img" aria-label={label} />
    </figure>
  );
}
