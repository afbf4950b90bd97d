import { useMemo } from 'react';
import type { Choice } from '../core/experiment/presets/presets.ts';
import { t } from '../i18n/study.ts';
import { useExperiment } from '../store/hooks.ts';
import { OutcomeTable } from './OutcomeTable.tsx';
import { RulerOutcomes } from './RulerOutcomes.tsx';
import { useOutcome } from './useOutcome.ts';
import { laidRulers } from './usePreset.ts';
import { Verdicts } from './Verdicts.tsx';

/** What to look at, what came out for the study, what came out here. Loaded with the first preset. */
export default function OutcomeContents({ choice }: { readonly choice: Choice }) {
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
      {(recorded || outcome) && (
        <OutcomeTable variant={variant} outcome={outcome} information={laid.length === 0} />
      )}
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
