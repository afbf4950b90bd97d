import { t } from '../i18n/study.ts';
import { decimals } from '../i18n/t.ts';
import { useRepeats } from '../store/hooks.ts';
import { layerVariable } from './LayerMark.tsx';
import { rulerName } from './rulerName.ts';
import { layerName } from './sentences.ts';
import { useRulerOutcomes, type RulerOutcome } from './useOutcome.ts';

/** By how much I(X;T) of each layer came down under each of a preset's rulers, in the repeats on the page. */
export function RulerOutcomes({ rulers }: { readonly rulers: readonly string[] }) {
  const outcomes = useRulerOutcomes(rulers);
  const isMean = useRepeats(({ shown }) => shown === 'mean');
  const repeats = useRepeats(({ done }) => done);
  const layers = Math.max(...outcomes.map((outcome) => outcome.layers?.length ?? 0));
  if (layers === 0) return <p>{t('outcome.rulersWaiting')}</p>;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('outcome.rulers')}>
      <table className="numbers">
        <caption>{isMean ? t('outcome.rulersMean', { repeats }) : t('outcome.rulersCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('outcome.layer')}</th>
            {rulers.map((ruler) => (
              <th key={ruler} scope="col">
                {rulerName(ruler)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: layers }, (_, layer) => (
            <tr key={layer}>
              <th scope="row" style={{ color: layerVariable(layer) }}>
                {layerName(layer)}
              </th>
              {outcomes.map((outcome) => (
                <td key={outcome.ruler}>{compression(outcome, layer)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function compression({ layers }: RulerOutcome, layer: number): string {
  const phases = layers?.[layer]?.phases;
  if (!phases) return '…';
  if (phases.saturated > phases.repeats / 2) return t('outcome.saturated');
  const { mean, low, high } = phases.compression;
  if (Number.isNaN(low)) return decimals(mean, 2);
  return t('phases.interval', { mean: decimals(mean, 2), low: decimals(low, 2), high: decimals(high, 2) });
}
