import { chartFigure, planeFigure, type Caption, type ChartWords } from '../plots/figures.ts';
import type { ChartData } from '../plots/scene/chart.ts';
import type { PlaneData } from '../plots/scene/data.ts';
import { c } from '../i18n/compare.ts';
import { t } from '../i18n/study.ts';
import type { Stores } from '../store/hooks.ts';
import { lastEpoch, viewedEpoch } from '../store/player.ts';
import { shownPath } from '../store/rulers.ts';
import type { RunState } from '../store/run.ts';
import type { Session } from '../store/session.ts';
import type { ViewState } from '../store/view.ts';
import { g } from '../i18n/gradients.ts';
import { accuracyChart, layerChart, lossChart } from './chartData.ts';
import { nameBeside } from './differenceText.ts';
import { gradientChart, normChart, snrChart } from './gradientData.ts';
import { sentenceOf } from './names.ts';
import { planeData, planeView, planeWords, repeatsOf, type Repeats } from './planeData.ts';
import { levelsChart, rangeChart } from './rangeData.ts';
import { layerOrDefault } from './reading.ts';
import { rulerName } from './rulerName.ts';
import { scatterFigures } from './scatterFigures.ts';
import { layerName } from './sentences.ts';

/** A plot of the page that can be saved. */
export interface Figure {
  /** Of its file. */
  readonly id: string;
  readonly title: string;
  /** SVG of what is shown when it is called. @throws Error if it could not be computed */
  readonly svg: () => Promise<string>;
}

/** What the page shows now. */
interface Now {
  readonly run: RunState;
  readonly view: ViewState;
  readonly repeats: Repeats;
}

interface ChartKind {
  readonly id: string;
  readonly title: (now: Now) => string;
  /** What bands of a mean are. */
  readonly bands: () => string;
  readonly detail: (now: Now) => string;
  readonly data: (run: RunState, view: ViewState, repeats: Repeats) => ChartData | null;
}

const bands = () => t('files.bands');
const layered = { bands, detail: rulerText };
const fitted = { bands, detail: () => t('curves.note') };
const plain = { bands, detail: () => '' };

const charts: readonly ChartKind[] = [
  { id: 'ixt', title: () => t('curves.ixt'), data: layerChart('ixt'), ...layered },
  { id: 'ity', title: () => t('curves.ity'), data: layerChart('ity'), ...layered },
  {
    ...{ id: 'accuracy', title: () => t('curves.accuracy'), data: accuracyChart },
    ...{ ...fitted, bands: () => t('files.interval') },
  },
  { id: 'loss', title: () => t('curves.loss'), data: lossChart, ...fitted },
  {
    id: 'range',
    title: ({ run, view }) =>
      t('ranges.ends', { layer: layerName(layerOrDefault(view.layer, run.start?.layers ?? 0)) }),
    data: rangeChart,
    ...plain,
  },
  {
    id: 'levels',
    title: ({ run }) => t('ranges.levels', { levels: 2 ** Number(run.experiment?.bits ?? 8) }),
    // Without quantization the page has neither of these two.
    data: levelsChart,
    ...plain,
  },
  {
    id: 'gradient',
    title: ({ run, view }) =>
      g('gradient', { layer: layerName(layerOrDefault(view.layer, run.start?.layers ?? 0)) }),
    data: gradientChart(false),
    ...plain,
  },
  { id: 'signal-to-noise', title: () => g('snr'), data: snrChart, ...plain },
  { id: 'weight-norm', title: () => g('norm'), data: normChart, ...plain },
];

const chartWords = (): ChartWords => ({
  epochs: { log: t('files.axis.log'), linear: t('files.axis.linear') },
  join: (first, last) => `${first}–${last.replace(/^T/, '')}`,
});

/** The plots that the page has now. @param link is written into each */
export function figuresOf({ session, measure }: Pick<Stores, 'session' | 'measure'>, link: string): Figure[] {
  const now = nowOf(session);
  const { run, view, repeats } = now;
  const plane: Figure = {
    id: 'plane',
    title: t('files.plane'),
    svg: () => drawn(planeOf(nowOf(session), captionOf(session, link))),
  };
  return [
    ...(planeData(run, view, repeats) ? [plane] : []),
    ...charts
      .filter(({ id, data }) => data(run, view, repeats) !== null && !(id === 'range' && isFloat(run)))
      .map((kind) => ({
        id: kind.id,
        title: kind.title(now),
        svg: () => drawn(chartOf(kind, nowOf(session), captionOf(session, link))),
      })),
    ...(measure
      ? scatterFigures(session, measure, (title, detail) => captionOf(session, link)(title, detail))
      : []),
  ];
}

function nowOf(session: Session): Now {
  // A recorded run is no result of this device.
  const run = { ...session.run.state, standIn: null };
  return { run, view: session.view.getState(), repeats: repeatsOf(session) };
}

const isFloat = ({ experiment }: RunState): boolean => experiment?.bits === 'float';

/** It was there when it was offered; new settings may have begun since. */
function drawn(svg: string | null): Promise<string> {
  return svg === null ? Promise.reject(new Error(t('files.gone'))) : Promise.resolve(svg);
}

export type Captions = (title: string, detail: string) => Caption;

function planeOf(now: Now, caption: Captions): string | null {
  const { run, view, repeats } = now;
  const data = planeData(run, view, repeats);
  if (!data) return null;
  const epoch = t('files.epoch', { epoch: viewedEpoch(run, view.head), epochs: lastEpoch(run) });
  const detail = joined([epoch, rulerText(now), data.sd ? t('files.crosses') : '', ghostText(now, data)]);
  return planeFigure(data, planeView(run, view), planeWords(), caption(t('files.plane'), detail));
}

function chartOf(kind: ChartKind, now: Now, caption: Captions): string | null {
  const data = kind.data(now.run, now.view, now.repeats);
  if (!data) return null;
  const hasBands = data.series.some(({ band }) => band !== undefined);
  const detail = joined([kind.detail(now), hasBands ? kind.bands() : '', ghostText(now, data)]);
  return chartFigure(data, chartWords(), caption(kind.title(now), detail));
}

/** What the run behind is, if there is one. */
function ghostText({ run, repeats }: Now, { ghost }: Pick<PlaneData | ChartData, 'ghost'>): string {
  const other = repeats.compare?.other;
  return ghost && other ? c('figure', { name: nameBeside(run.experiment, other) }) : '';
}

/** What the plane's values are measured by. */
function rulerText({ run, view }: Now): string {
  const ruler = shownPath(run, view)?.ruler ?? null;
  if (ruler !== null) return t('files.ruler', { ruler: rulerName(ruler) });
  if (view.output === 'exact') return t('files.exact');
  const bits = run.experiment?.bits ?? 8;
  return t('files.grid', { bits: bits === 'float' ? 32 : bits });
}

/** Title and source say which of several repeats it is, so that the fingerprint is that of what is drawn. */
function captionOf(session: Session, link: string): Captions {
  const { experiment, fingerprint } = session.run.state;
  const which = shownText(session);
  const name = fingerprint === null ? '' : t('files.fingerprint', { fingerprint });
  return (title, detail) => ({
    title: joined([title, experiment ? sentenceOf(experiment) : '', which]),
    detail,
    source: joined([link, which, name]),
  });
}

function shownText(session: Session): string {
  const { shown, done, members } = session.repeats.getState();
  const count = members.length;
  if (count < 2) return '';
  return shown === 'mean' ? t('files.mean', { done, count }) : t('files.repeat', { repeat: shown, count });
}

const joined = (parts: readonly string[]): string => parts.filter(Boolean).join(' · ');
