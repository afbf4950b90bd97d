import { chartFigure, planeFigure } from '../plots/figures.ts';
import type { ChartData } from '../plots/scene/chart.ts';
import { t } from '../i18n/t.ts';
import type { Session } from '../store/session.ts';
import { accuracyChart, layerChart, lossChart } from './chartData.ts';
import { sentenceOf } from './names.ts';
import { planeData, planeView, planeWords } from './planeData.ts';
import { levelsChart, rangeChart } from './rangeData.ts';

/** A plot of the page that can be saved. */
export interface Figure {
  /** Of its file. */
  readonly id: string;
  readonly title: string;
  /** SVG of what is shown now; null where there is nothing to show. */
  readonly svg: () => string | null;
}

const charts = [
  { id: 'ixt', title: t('curves.ixt'), data: layerChart('ixt') },
  { id: 'ity', title: t('curves.ity'), data: layerChart('ity') },
  { id: 'accuracy', title: t('curves.accuracy'), data: accuracyChart },
  { id: 'loss', title: t('curves.loss'), data: lossChart },
  { id: 'range', title: t('files.range'), data: rangeChart },
  { id: 'levels', title: t('files.levels'), data: levelsChart },
] as const;

/** The plots of the page. @param link is written into each */
export function figuresOf(session: Session, link: string): readonly Figure[] {
  const run = session.run.state;
  const view = session.view.getState();
  const { shown } = session.repeats.getState();
  const repeats = { set: session.set, shown };
  const source = run.fingerprint === null ? link : `${link} · ${run.fingerprint}`;
  const titleOf = (what: string): string =>
    [what, run.experiment ? sentenceOf(run.experiment) : '', shownText(session)].filter(Boolean).join(' · ');
  const plane: Figure = {
    id: 'plane',
    title: t('files.plane'),
    svg: () => {
      const data = planeData(run, view, repeats);
      return (
        data &&
        planeFigure(data, planeView(run, view), planeWords, { title: titleOf(t('files.plane')), source })
      );
    },
  };
  return [
    plane,
    ...charts.map(({ id, title, data }) => ({
      id,
      title,
      svg: () => {
        const drawn: ChartData | null = data(run, view, repeats);
        return drawn && chartFigure(drawn, joinNames, { title: titleOf(title), source });
      },
    })),
  ];
}

/** Which repeat it is, where there are several. */
function shownText(session: Session): string {
  const { shown, done, members } = session.repeats.getState();
  if (members.length < 2) return '';
  return shown === 'mean' ? t('files.mean', { repeats: done }) : t('files.repeat', { repeat: shown });
}

/** T1 to T4: `T1–4`. */
export const joinNames = (first: string, last: string): string => `${first}–${last.replace(/^T/, '')}`;
