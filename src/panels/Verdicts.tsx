import type { Outcome } from '../core/experiment/presets/outcome.ts';
import { leastCompression } from '../core/information/phases.ts';
import type { Interval } from '../core/statistics/interval.ts';
import { t } from '../i18n/study.ts';
import { decimals } from '../i18n/t.ts';
import { useView } from '../store/hooks.ts';
import { layerVariable } from './LayerMark.tsx';
import { verdictLines } from './outcomeText.ts';
import { layerName } from './sentences.ts';

interface VerdictsProps {
  readonly outcome: Outcome;
  /** Both readings of the output, or the one that is shown. */
  readonly both: boolean;
}

/** What the rule says, layer by layer. */
export function Verdicts({ outcome, both }: VerdictsProps) {
  const reading = useView((view) => view.output);
  const { repeats, rows, gridOverExact } = outcome;
  const shown = rows.filter(({ output }) => both || output === null || output === reading);
  const least = decimals(leastCompression, 1);
  const last = layerName(rows.length - 2);
  const several = repeats > 1;
  return (
    <>
      <p>{several ? t('outcome.verdicts', { repeats }) : t('outcome.verdictsOne')}</p>
      <ul className="verdicts">
        {verdictLines(shown).map(({ name, layer, text }) => (
          <li key={name}>
            <b style={layer === null ? undefined : { color: layerVariable(layer) }}>{name}</b> {text}
          </li>
        ))}
      </ul>
      {both && <p className="note strong">{pairedText(last, gridOverExact, repeats)}</p>}
      <details className="rule">
        <summary>{t('outcome.rule')}</summary>
        <p className="note">{t('outcome.ruleText', { least })}</p>
      </details>
    </>
  );
}

/** How much more the output falls on the grid: a difference only where its interval leaves out 0. */
function pairedText(layer: string, { mean, low, high }: Interval, repeats: number): string {
  if (repeats === 1) return t('outcome.pairedOne', { layer, mean: decimals(mean, 2) });
  const values = { layer, mean: decimals(mean, 2), low: decimals(low, 2), high: decimals(high, 2), repeats };
  return t(low <= 0 && high >= 0 ? 'outcome.pairedOpen' : 'outcome.paired', values);
}
