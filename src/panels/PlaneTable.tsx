import { t } from '../i18n/study.ts';
import { decimals } from '../i18n/t.ts';
import { useRun, useStores, useView } from '../store/hooks.ts';
import { shownPath } from '../store/rulers.ts';
import { ensembleShown, plusMinus } from './repeatsData.ts';
import { layerName } from './sentences.ts';
import { rowOf } from './reading.ts';
import { thinnedRows } from './Numbers.tsx';

/** The plane as a table: both values of each layer by epoch. */
export function PlaneTable() {
  const { session } = useStores();
  const output = useView((view) => view.output);
  const layers = useRun((run) => run.start?.layers ?? 0);
  useView((view) => view.laid); // The ruler's numbers come after it was chosen.
  const path = shownPath(session.run.state, session.view.getState());
  if (!path) return <p className="note">{t('table.none')}</p>;
  const { columns, rows } = path;
  const shown = thinnedRows(columns.epoch.length);
  const { shown: repeat } = session.repeats.getState();
  const ensemble = path.ruler === null ? ensembleShown(session.set, repeat, session.run.state) : undefined;
  const sd = ensemble ? { ixt: ensemble.ixt.sd, ity: ensemble.ity.sd } : path.sd;
  const caption = t('table.plane', { shown: shown.length, all: columns.epoch.length });
  const each = Array.from({ length: layers }, (_, layer) => layer);
  return (
    <table className="numbers">
      <caption>{ensemble ? t('table.planeMean', { caption, repeats: ensemble.repeats }) : caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.epoch')}</th>
          {each.map((layer) => [
            <th scope="col" key={`x${layer}`}>
              {t('table.ixt', { layer: layerName(layer) })}
            </th>,
            <th scope="col" key={`y${layer}`}>
              {t('table.ity', { layer: layerName(layer) })}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {shown.map((index) => (
          <tr key={index}>
            <th scope="row">{decimals(columns.epoch[index] ?? 0, 0)}</th>
            {each.map((layer) => {
              const at = index * rows + rowOf({ rows, output }, layer);
              return [
                <td key={`x${layer}`}>{plusMinus(columns.ixt[at], sd?.ixt[at])}</td>,
                <td key={`y${layer}`}>{plusMinus(columns.ity[at], sd?.ity[at])}</td>,
              ];
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
