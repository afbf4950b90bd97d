import type { Outcome } from '../../core/experiment/presets/outcome.ts';
import { isHollow, layerNumber, layersOf, type OutcomeId } from '../../plots/scene/sweep-outcomes.ts';
import { w } from '../../i18n/sweep.ts';
import { layerVariable } from '../LayerMark.tsx';
import { layerName } from '../sentences.ts';
import { numberText } from './sweepOutcomes.ts';
import { useSweep, useSweepView } from './useSweep.ts';

interface Props {
  readonly names: readonly string[];
  readonly outcomes: readonly (Outcome | null)[];
  readonly onOpen: (index: number) => void;
}

/** A line for each value: what came out for each layer, accuracy, the name of the result, and a way to open it. */
export function SweepTable({ names, outcomes, onOpen }: Props) {
  const cells = useSweep((state) => state.cells);
  const chosen = useSweepView((state) => state.outcome);
  // Accuracy is in the table in any case.
  const id: OutcomeId = chosen === 'testAccuracy' ? 'ixtEnd' : chosen;
  const layers = Array.from({ length: layersOf(outcomes) }, (_, layer) => layer);
  return (
    <div className="table-scroll sweep-table" tabIndex={0} role="region" aria-label={w('table')}>
      <table className="numbers">
        <caption>{w(`outcome.${id}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{w('valueColumn')}</th>
            <th scope="col">{w('state')}</th>
            {layers.map((layer) => (
              <th key={layer} scope="col" style={{ color: layerVariable(layer) }}>
                {layerName(layer)}
              </th>
            ))}
            <th scope="col">{w('testColumn')}</th>
            <th scope="col">{w('fingerprint')}</th>
            <th scope="col">
              <span className="unseen">{w('openShort')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ value, status, progress, fingerprint }, index) => (
            <tr key={value.text}>
              <th scope="row">{names[index]}</th>
              <td>
                {status === 'training'
                  ? w('status.training', { percent: Math.floor(100 * progress) })
                  : w(`status.${status}`) || '✓'}
              </td>
              {layers.map((layer) => (
                <td key={layer} data-hollow={isHollow(outcomes[index] ?? null, layer)}>
                  {numberText(layerNumber(outcomes[index] ?? null, layer, id), 2)}
                </td>
              ))}
              <td>{numberText(outcomes[index]?.testAccuracy, 3)}</td>
              <td className="code">{fingerprint ?? '–'}</td>
              <td>
                <button
                  type="button"
                  className="small"
                  aria-label={w('open', { value: names[index] ?? '' })}
                  onClick={() => onOpen(index)}
                >
                  {w('openShort')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
