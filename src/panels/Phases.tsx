import { useState } from 'react';
import type { Outcome, RowOutcome } from '../core/experiment/presets/outcome.ts';
import type { Interval } from '../core/statistics/interval.ts';
import { decimals, t } from '../i18n/t.ts';
import { useView } from '../store/hooks.ts';
import { layerVariable } from './LayerMark.tsx';
import { layerName } from './sentences.ts';
import { Numbers } from './TableFold.tsx';
import { useOutcome } from './useOutcome.ts';
import { usePreset } from './usePreset.ts';
import { Verdicts } from './Verdicts.tsx';

/** Fitting and compression of each layer, over the repeats that are done. Computed when it is opened. */
export function Phases() {
  const [open, setOpen] = useState(false);
  // A preset's card has the verdicts already.
  const preset = usePreset();
  if (preset) return null;
  return (
    <details className="phases" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('phases.title')}</summary>
      {open && <Inside />}
    </details>
  );
}

function Inside() {
  const outcome = useOutcome();
  if (!outcome) return <p className="note">{t('phases.waiting')}</p>;
  return (
    <div className="phases-inside">
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
          <th scope="col">{t('phases.compression')}</th>
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
              <td>{intervalText(phases.fittedAt, 0)}</td>
              <td>
                {phases.saturated === repeats ? t('outcome.saturated') : intervalText(phases.compression, 2)}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function intervalText({ mean, low, high }: Interval, digits: number): string {
  if (Number.isNaN(low)) return decimals(mean, digits);
  return t('phases.interval', {
    mean: decimals(mean, digits),
    low: decimals(low, digits),
    high: decimals(high, digits),
  });
}
