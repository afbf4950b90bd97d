import { decimals, t } from '../i18n/t.ts';
import { layerVariable } from './LayerMark.tsx';
import { rulerName } from './rulerName.ts';
import { layerName } from './sentences.ts';
import { useRulerOutcomes, type RulerOutcome } from './useOutcome.ts';

/** By how much I(X;T) of each layer came down under each of a preset's rulers, in the repeat on the page. */
export function RulerOutcomes({ rulers }: { readonly rulers: readonly string[] }) {
  const outcomes = useRulerOutcomes(rulers);
  const layers = Math.max(...outcomes.map((outcome) => outcome.layers?.length ?? 0));
  if (layers === 0) return <p>{t('outcome.rulersWaiting')}</p>;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('outcome.rulers')}>
      <table className="numbers">
        <caption>{t('outcome.rulersCaption')}</caption>
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
  return phases.saturated > 0 ? t('outcome.saturated') : decimals(phases.compression.mean, 2);
}
