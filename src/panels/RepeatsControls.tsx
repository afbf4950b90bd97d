import { fields } from '../core/experiment/fields.ts';
import { t } from '../i18n/t.ts';
import { useExperiment, useRepeats, useStores } from '../store/hooks.ts';
import { cores, saveWorkers } from '../store/workers.ts';
import { NumberField } from './NumberField.tsx';
import { Row } from './Row.tsx';
import { SelectField } from './SelectField.tsx';
import { NumberSetting } from './Setting.tsx';
import { useState } from 'react';

/** What the button beside the seed sets. */
const some = 8;

/** One press from one seed to eight, of which the mean is shown as soon as there is one; and back. */
export function SeedsButton() {
  const { session, settings } = useStores();
  const { repeats } = useExperiment();
  const isSome = repeats === some;
  const change = (): void => {
    session.view.setState({ repeat: isSome ? 1 : 'mean' });
    settings.edit({ repeats: isSome ? 1 : some });
  };
  return (
    <button
      type="button"
      className="small"
      title={t(isSome ? 'repeats.singleHint' : 'repeats.eightHint')}
      onClick={change}
    >
      {t(isSome ? 'repeats.single' : 'repeats.eight')}
    </button>
  );
}

/** How many repeats, what becomes of bad fits, and how many workers train. */
export function RepeatsControls() {
  const { settings } = useStores();
  const { badfits } = useExperiment();
  const thrown = useRepeats(({ discarded }) => discarded.length);
  return (
    <>
      <NumberSetting field="repeats" whole />
      <details open={thrown > 0 ? true : undefined}>
        <summary>{t('repeats.fold')}</summary>
        <div className="fold">
          <Row label={t('field.badfits')}>
            <SelectField
              label={t('field.badfits')}
              choices={fields.badfits.kind.choices.map((value) => ({
                value,
                text: t(`field.badfits.${value}`),
              }))}
              value={badfits}
              onChange={(choice) => settings.edit({ badfits: choice })}
            />
          </Row>
          <p className="note">{t('repeats.badNote')}</p>
          <Workers />
        </div>
      </details>
    </>
  );
}

function Workers() {
  const { session } = useStores();
  const [workers, setWorkers] = useState(session.pool.workers);
  const max = cores();
  const change = (wanted: number): void => {
    const next = Math.min(max, Math.max(1, Math.round(wanted)));
    setWorkers(next);
    saveWorkers(next);
    session.setWorkers(next);
  };
  return (
    <>
      <Row label={t('repeats.workers')}>
        <NumberField
          className="short"
          label={t('repeats.workers')}
          value={workers}
          whole
          min={1}
          max={max}
          onChange={change}
          onReject={() => undefined}
        />
      </Row>
      <p className="note">{t('repeats.workersNote')}</p>
    </>
  );
}
