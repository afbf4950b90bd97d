import type { Outcome, RowOutcome } from '../core/experiment/presets/outcome.ts';
import type { Interval } from '../core/statistics/interval.ts';
import { t } from '../i18n/study.ts';
import { decimals } from '../i18n/t.ts';
import { useView } from '../store/hooks.ts';
import { layerVariable } from './LayerMark.tsx';
import { drawnRuler } from './rulerWords.ts';
import { layerName } from './sentences.ts';
import { Numbers } from './Numbers.tsx';
import { useOutcome } from './useOutcome.ts';
import { Verdicts } from './Verdicts.tsx';

/** The verdicts of the rule, and where fitting ends. Loaded when it is opened. */
export default function PhasesContents() {
  const outcome = useOutcome();
  const laid = useView((view) => drawnRuler(view.rulers) !== null);
  if (!outcome) return <p className="note">{t('phases.waiting')}</p>;
  return (
    <div className="phases-inside">
      {laid && <p className="note">{t('phases.counted')}</p>}
      <Verdicts outcome={outcome} both={false} />
      <Numbers label={t('phases.table')}>
        <PhasesTable outcome={outcome} />
      </Numbers>
    </div>
  );
}

function PhasesTable({ outcome: { rows, repeats } }: { readonly outcome: Outcome }) {
  const reading = useView((view) => view.output);
  return (
    <table className="numbers">
      <caption>{repeats === 1 ? t('phases.captionOne') : t('phases.caption', { repeats })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('outcome.layer')}</th>
          <th scope="col">{t('phases.fitted')}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(({ output }) => output === null || output === reading)
          .map(({ layer, phases }: RowOutcome) => (
            <tr key={layer}>
              <th scope="row" style={{ color: layerVariable(layer) }}>
                {layerName(layer)}
              </th>
              <td>{epochText(phases.fittedAt)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function epochText({ mean, low, high }: Interval): string {
  if (Number.isNaN(low)) return decimals(mean, 0);
  return t('phases.interval', { mean: decimals(mean, 0), low: decimals(low, 0), high: decimals(high, 0) });
}
