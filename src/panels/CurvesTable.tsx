import { decimals, t } from '../i18n/t.ts';
import { useStores } from '../store/hooks.ts';
import { ensembleShown, plusMinus } from './repeatsData.ts';
import { thinnedRows } from './TableFold.tsx';

type Single = 'trainAccuracy' | 'trainAccuracyAfter' | 'testAccuracy' | 'trainLoss' | 'testLoss';

/** The curves of accuracy and loss as a table. */
export function CurvesTable() {
  const { session } = useStores();
  const { trajectory } = session.run.state;
  if (!trajectory) return <p className="note">{t('table.none')}</p>;
  const columns = trajectory.columns();
  const shown = thinnedRows(trajectory.length);
  const ensemble = ensembleShown(session.set, session.repeats.getState().shown, session.run.state);
  const cell = (name: Single, index: number): string =>
    plusMinus(columns[name][index], ensemble?.[name].sd[index]);
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
              <td>{cell('trainAccuracy', index)}</td>
              <td>{cell('trainAccuracyAfter', index)}</td>
              <td>{cell('testAccuracy', index)}</td>
              <td>{cell('trainLoss', index)}</td>
              <td>{cell('testLoss', index)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{t('curves.note')}</p>
    </>
  );
}
