import { t } from '../i18n/study.ts';
import { decimals } from '../i18n/t.ts';
import { useRun, useStores, useView } from '../store/hooks.ts';
import { Chart } from './Chart.tsx';
import { levelsChart, quantizedRow, rangeChart } from './rangeData.ts';
import { layerOrDefault } from './reading.ts';
import { layerName } from './sentences.ts';
import { Numbers, thinnedRows } from './Numbers.tsx';
import { TableFold } from './TableFold.tsx';

/** Charts of the ranges and of the levels in use, with a table. Loaded when it is opened. */
export default function RangeContents() {
  const bits = useRun((run) => run.experiment?.bits);
  const old = useRun((run) => run.old);
  const layers = useRun((run) => run.start?.layers ?? 0);
  const layer = useView((view) => layerOrDefault(view.layer, layers));
  if (bits === undefined) return <p className="note">{t('table.none')}</p>;
  if (bits === 'float') return <p className="note">{t('ranges.float')}</p>;
  return (
    <div className="curves" data-old={old}>
      <Chart title={t('ranges.ends', { layer: layerName(layer) })} data={rangeChart} />
      <Chart title={t('ranges.levels', { levels: 2 ** bits })} className="low" data={levelsChart} />
      <p className="note">{t('ranges.note')}</p>
      <TableFold>
        <Numbers label={t('ranges.title')}>
          <RangesTable />
        </Numbers>
      </TableFold>
    </div>
  );
}

function RangesTable() {
  const { trajectory } = useStores().session.run.state;
  if (!trajectory) return <p className="note">{t('table.none')}</p>;
  const { epoch, low, high, levels } = trajectory.columns();
  const { rows } = trajectory;
  const shown = thinnedRows(trajectory.length);
  const layers = Array.from({ length: rows - 1 }, (_, layer) => layer);
  return (
    <table className="numbers">
      <caption>{t('ranges.caption', { shown: shown.length, all: trajectory.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.epoch')}</th>
          {layers.map((layer) => (
            <th key={layer} scope="col">
              {t('ranges.column', { layer: layerName(layer) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((index) => (
          <tr key={index}>
            <th scope="row">{decimals(epoch[index] ?? 0, 0)}</th>
            {layers.map((layer) => {
              const at = index * rows + quantizedRow(rows, layer);
              return (
                <td key={layer}>
                  {t('ranges.cell', {
                    low: decimals(low[at] ?? NaN, 2),
                    high: decimals(high[at] ?? NaN, 2),
                    levels: decimals(levels[at] ?? 0, 0),
                  })}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
