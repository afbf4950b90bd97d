import { decimals, t } from '../i18n/t.ts';
import { useStores } from '../store/hooks.ts';
import { thinnedRows } from './TableFold.tsx';

/** The curves of accuracy and loss as a table. */
export function CurvesTable() {
  const { trajectory } = useStores().session.run.state;
  if (!trajectory) return <p className="note">{t('table.none')}</p>;
  const columns = trajectory.columns();
  const shown = thinnedRows(trajectory.length);
  const cell = (value: number | undefined): string =>
    value === undefined || Number.isNaN(value) ? '–' : decimals(value, 3);
  return (
    <>
      <table className="numbers">
        <caption>{t('table.curves', { shown: shown.length, all: trajectory.length })}</caption>
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
              <td>{cell(columns.trainAccuracy[index])}</td>
              <td>{cell(columns.trainAccuracyAfter[index])}</td>
              <td>{cell(columns.testAccuracy[index])}</td>
              <td>{cell(columns.trainLoss[index])}</td>
              <td>{cell(columns.testLoss[index])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{t('curves.note')}</p>
    </>
  );
}
