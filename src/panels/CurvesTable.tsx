import type { Band } from '../core/experiment/ensemble.ts';
import { t } from '../i18n/study.ts';
import { decimals } from '../i18n/t.ts';
import { useStores } from '../store/hooks.ts';
import { ensembleShown, plusMinus } from './repeatsData.ts';
import { thinnedRows } from './Numbers.tsx';

const accuracies = ['trainAccuracy', 'trainAccuracyAfter', 'testAccuracy'] as const;
const losses = ['trainLoss', 'testLoss'] as const;

/** The curves of accuracy and loss as a table. */
export function CurvesTable() {
  const { session } = useStores();
  const { trajectory } = session.run.state;
  if (!trajectory) return <p className="note">{t('table.none')}</p>;
  const columns = trajectory.columns();
  const shown = thinnedRows(trajectory.length);
  const ensemble = ensembleShown(session.set, session.repeats.getState().shown, session.run.state);
  const caption = t('table.curves', { shown: shown.length, all: trajectory.length });
  return (
    <>
      <table className="numbers">
        <caption>
          {ensemble ? t('table.curvesMean', { caption, repeats: ensemble.repeats }) : caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('table.epoch')}</th>
            <th scope="col">{t('curves.trainAccuracy')}</th>
            <th scope="col">{t('curves.trainAfter')}</th>
            <th scope="col">{t('curves.testAccuracy')}</th>
            <th scope="col">{t('curves.trainLoss')}</th>
            <th scope="col">{t('curves.testLoss')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((index) => (
            <tr key={index}>
              <th scope="row">{decimals(columns.epoch[index] ?? 0, 0)}</th>
              {accuracies.map((name) => (
                <td key={name}>
                  {plusMinus(columns[name][index], undefined)}
                  <IntervalBelow band={ensemble?.[name]} index={index} />
                </td>
              ))}
              {losses.map((name) => (
                <td key={name}>{plusMinus(columns[name][index], ensemble?.[name].sd[index])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{t('curves.note')}</p>
    </>
  );
}

/** The 95% interval of a mean, below it. */
function IntervalBelow({ band, index }: { readonly band: Band | undefined; readonly index: number }) {
  const [low, high] = [band?.low[index] ?? NaN, band?.high[index] ?? NaN];
  if (Number.isNaN(low)) return null;
  return <small>{t('repeats.interval', { low: decimals(low, 3), high: decimals(high, 3) })}</small>;
}
