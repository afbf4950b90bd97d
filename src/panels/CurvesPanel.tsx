import { Suspense } from 'react';
import { t } from '../i18n/t.ts';
import { useRepeats, useRun, useStores, useView } from '../store/hooks.ts';
import { Chart } from './Chart.tsx';
import { accuracyChart, layerChart, lossChart } from './chartData.ts';
import { lazyPanel } from './lazyPanel.ts';
import { TableFold } from './TableFold.tsx';

const ChanceNote = lazyPanel(() => import('./ChanceNote.tsx'));
const Tables = lazyPanel(() => import('./RunTables.tsx'));

const ixt = layerChart('ixt');
const ity = layerChart('ity');

/** The same run, by epoch. */
export function CurvesPanel() {
  const old = useRun((run) => run.old);
  return (
    <section className="curves" data-old={old} aria-label={t('curves.title')}>
      <Which />
      <Chart title={t('curves.ixt')} data={ixt} />
      <Chart title={t('curves.ity')} data={ity} />
      <Chance />
      <Chart title={t('curves.accuracy')} className="low" spread="interval" data={accuracyChart} />
      <Chart title={t('curves.loss')} className="low" data={lossChart} />
      <TableFold>
        <Suspense>
          <Tables />
        </Suspense>
      </TableFold>
    </section>
  );
}

/** What I(T;Y) would be with the labels shuffled; measured when it is asked for. */
function Chance() {
  const { session } = useStores();
  const on = useView((view) => view.chance);
  return (
    <div className="chance">
      <label className="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => session.view.setState({ chance: event.target.checked })}
        />
        {t('chance.show')}
      </label>
      {on && (
        <Suspense>
          <ChanceNote />
        </Suspense>
      )}
    </div>
  );
}

/** Which of several repeats it is. */
function Which() {
  const shown = useRepeats((repeats) => repeats.shown);
  const done = useRepeats((repeats) => repeats.done);
  const count = useRepeats(({ members }) => members.length);
  if (count < 2) return null;
  return (
    <p className="note which-repeat">
      {shown === 'mean' ? t('repeats.shownMean', { done }) : t('repeats.shownOne', { repeat: shown, count })}
    </p>
  );
}
