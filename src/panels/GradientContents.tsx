import { useState } from 'react';
import { g } from '../i18n/gradients.ts';
import { t } from '../i18n/study.ts';
import { useRun, useView } from '../store/hooks.ts';
import { Chart } from './Chart.tsx';
import { gradientChart, isOneBatch, isRecorded, normChart, snrChart } from './gradientData.ts';
import { GradientTable, LayersTable } from './GradientTables.tsx';
import { layerOrDefault } from './reading.ts';
import { layerName } from './sentences.ts';
import { Numbers } from './Numbers.tsx';
import { TableFold } from './TableFold.tsx';

const plain = gradientChart(false);
const relative = gradientChart(true);

/** Charts of each layer's gradients and weights, with tables. Loaded when it is opened. */
export default function GradientContents() {
  const [isRelative, setRelative] = useState(false);
  const old = useRun((run) => run.old);
  const layers = useRun((run) => run.start?.layers ?? 0);
  const layer = useView((view) => layerOrDefault(view.layer, layers));
  const oneBatch = useRun(isOneBatch);
  const recorded = useRun(({ trajectory, measurements }) =>
    trajectory && measurements > 0 ? isRecorded(trajectory) : null,
  );
  if (recorded === null) return <p className="note">{t('table.none')}</p>;
  if (!recorded) return <p className="note">{g('notThere')}</p>;
  const title = g(isRelative ? 'gradientRelative' : 'gradient', { layer: layerName(layer) });
  return (
    <div className="curves" data-old={old}>
      <Chart key={String(isRelative)} title={title} data={isRelative ? relative : plain} />
      <label className="check">
        <input type="checkbox" checked={isRelative} onChange={(event) => setRelative(event.target.checked)} />
        {g('relative')}
      </label>
      {oneBatch ? <p className="note">{g('oneBatch')}</p> : <Chart title={g('snr')} data={snrChart} />}
      <Chart title={g('norm')} className="low" data={normChart} />
      <p className="note">{g('note')}</p>
      <TableFold>
        <Numbers label={title}>
          <GradientTable layer={layer} />
        </Numbers>
        {!oneBatch && (
          <Numbers label={g('snr')}>
            <LayersTable quantity="snr" caption="ratios" />
          </Numbers>
        )}
        <Numbers label={g('norm')}>
          <LayersTable quantity="norm" caption="norms" />
        </Numbers>
      </TableFold>
    </div>
  );
}
