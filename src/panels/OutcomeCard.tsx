import { useMemo } from 'react';
import type { Choice } from '../core/experiment/presets/presets.ts';
import type { Outcome } from '../core/experiment/presets/outcome.ts';
import { leastCompression } from '../core/information/phases.ts';
import { decimals, t } from '../i18n/t.ts';
import { useExperiment, useView } from '../store/hooks.ts';
import { layerVariable } from './LayerMark.tsx';
import { RulerOutcomes } from './RulerOutcomes.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { verdictLines } from './outcomeText.ts';
import { layerName } from './sentences.ts';
import { useOutcome } from './useOutcome.ts';
import { laidRulers, usePreset } from './usePreset.ts';

/** What to look at in a preset, what came out for the study, and what came out here. */
export function OutcomeCard() {
  const choice = usePreset();
  return choice ? <Card choice={choice} /> : null;
}

function Card({ choice }: { readonly choice: Choice }) {
  const { preset, variant } = choice;
  const outcome = useOutcome();
  const recorded = variant.recorded.length > 0;
  const laid = useMemo(() => laidRulers(preset), [preset]);
  return (
    <section className="card outcome" aria-label={t(`preset.${preset.id}`)}>
      <h2>{t('outcome.look')}</h2>
      <p>{t(`preset.${preset.id}.look`)}</p>
      <h2>{t('outcome.study')}</h2>
      <StudyText choice={choice} />
      <h2>{t('outcome.here')}</h2>
      <Progress done={outcome?.repeats ?? 0} />
      {outcome && laid.length === 0 && <Verdicts outcome={outcome} both={preset.id === 'ruler'} />}
      {laid.length > 0 && <RulerOutcomes rulers={laid} />}
      {(recorded || outcome) && <OutcomeTable variant={variant} outcome={outcome} />}
    </section>
  );
}

function StudyText({ choice: { preset, variant } }: { readonly choice: Choice }) {
  const { id, figure, hasStatement } = preset;
  if (id === 'bins' && hasStatement) {
    const statement = t('preset.bins.statement');
    return <p>{t('outcome.statement', { statement, source: t('outcome.source.text') })}</p>;
  }
  if (variant.recorded.length > 0) return <p>{t('outcome.inTable')}</p>;
  return <p>{t(figure === 'beyond' ? 'outcome.noStudy' : 'outcome.none')}</p>;
}

function Progress({ done }: { readonly done: number }) {
  const { repeats } = useExperiment();
  if (done === 0) {
    return <p>{repeats === 1 ? t('outcome.waiting') : t('outcome.waitingOf', { repeats })}</p>;
  }
  return <p>{repeats === 1 ? t('outcome.ofOne') : t('outcome.progress', { done, repeats })}</p>;
}

interface VerdictsProps {
  readonly outcome: Outcome;
  /** Both readings of the output, or the one that is shown. */
  readonly both: boolean;
}

/** What the rule says, layer by layer. */
function Verdicts({ outcome, both }: VerdictsProps) {
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
      {both && (
        <p className="note strong">
          {several
            ? t('outcome.paired', {
                layer: last,
                mean: decimals(gridOverExact.mean, 2),
                low: decimals(gridOverExact.low, 2),
                high: decimals(gridOverExact.high, 2),
                repeats,
              })
            : t('outcome.pairedOne', { layer: last, mean: decimals(gridOverExact.mean, 2) })}
        </p>
      )}
      <details className="rule">
        <summary>{t('outcome.rule')}</summary>
        <p className="note">{t('outcome.ruleText', { least })}</p>
      </details>
    </>
  );
}
