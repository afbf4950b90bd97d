import type { Outcome } from '../../core/experiment/presets/outcome.ts';
import { isHollow, layerNumber, layersOf, type OutcomeId } from '../../plots/scene/sweep-outcomes.ts';
import { inARow, t } from '../../i18n/t.ts';
import { w } from '../../i18n/sweep.ts';
import type { SweepCell } from '../../store/sweep/state.ts';
import { layerVariable } from '../LayerMark.tsx';
import { layerName } from '../sentences.ts';
import { numberText } from './sweepOutcomes.ts';
import { useSweep, useSweepView } from './useSweep.ts';

interface Props {
  readonly names: readonly string[];
  readonly outcomes: readonly (Outcome | null)[];
  readonly onOpen: (index: number) => void;
}

type Of = SweepCell['value'];

/** Have some of the value's repeats no result (yet)? Then its numbers are of the others. */
const isOfSome = ({ experiment }: Of, outcome: Outcome | null | undefined): boolean =>
  Boolean(outcome) && (outcome?.repeats ?? 0) < experiment.repeats;

const someText = (value: Of, outcome: Outcome | null | undefined): string =>
  isOfSome(value, outcome)
    ? w('ofRepeats', { done: outcome?.repeats ?? 0, count: value.experiment.repeats })
    : '';

const stateText = (status: SweepCell['status'], progress: number): string =>
  status === 'training'
    ? w('status.training', { percent: Math.floor(100 * progress) })
    : w(`status.${status}`) || '✓';

/** A line for each value: what came out for each layer, accuracy, the name of the result, and a way to open it. */
export function SweepTable({ names, outcomes, onOpen }: Props) {
  const cells = useSweep((state) => state.cells);
  const chosen = useSweepView((state) => state.outcome);
  // Accuracy is in the table in any case.
  const id: OutcomeId = chosen === 'testAccuracy' ? 'ixtEnd' : chosen;
  const layers = Array.from({ length: layersOf(outcomes) }, (_, layer) => layer);
  const hasSpread = outcomes.some((each) => each !== null && each.repeats > 1);
  return (
    <div className="table-scroll sweep-table" tabIndex={0} role="region" aria-label={w('table')}>
      <table className="numbers">
        <caption>
          {inARow(
            `${w(`outcome.${id}`)}${t('mark.end')}`,
            hasSpread && w('note.spread'),
            cells.some(({ value }, index) => isOfSome(value, outcomes[index])) && w('note.some'),
          )}
        </caption>
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
              <th scope="row">
                {names[index]}
                {isOfSome(value, outcomes[index]) && ' †'}
              </th>
              <td>
                {[stateText(status, progress), someText(value, outcomes[index])]
                  .filter(Boolean)
                  .join(t('mark.comma'))}
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
