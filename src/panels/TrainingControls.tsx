import { fields } from '../core/experiment/fields.ts';
import { optimizerNames } from '../core/network/optimizers.ts';
import { t } from '../i18n/t.ts';
import { useExperiment, useStores } from '../store/hooks.ts';
import { NumberField } from './NumberField.tsx';
import { RepeatsControls, SeedsButton } from './RepeatsControls.tsx';
import { Row } from './Row.tsx';
import { SelectField } from './SelectField.tsx';
import { ChoiceSetting, NumberSetting } from './Setting.tsx';

/** How long, how and from which seed. */
export function TrainingControls() {
  const { opt, prefit } = useExperiment();
  return (
    <>
      <NumberSetting field="epochs" whole />
      <NumberSetting field="prefit" whole />
      {prefit > 0 && <p className="note">{t('prefit.note')}</p>}
      <Every />
      <ChoiceSetting field="opt" choices={optimizerNames} />
      <NumberSetting field="lr" />
      {opt === 'momentum' && <NumberSetting field="momentum" />}
      <Batch />
      <Seed />
      <RepeatsControls />
    </>
  );
}

/** What a number field shows again after the word has been chosen and left. */
const everyAgain = fields.every.default;
const batchAgain = fields.batch.default;

function Every() {
  const { settings } = useStores();
  const { every, zero } = useExperiment();
  const { min, max } = fields.every.kind;
  return (
    <>
      <Row label={t('field.every')}>
        <SelectField
          label={t('field.every')}
          choices={[
            { value: 'number', text: t('experiment.every.number') },
            { value: 'log', text: t('experiment.every.log') },
          ]}
          value={every === 'log' ? 'log' : 'number'}
          onChange={(choice) => settings.edit({ every: choice === 'log' ? 'log' : everyAgain })}
        />
        {every !== 'log' && (
          <NumberField
            className="short"
            label={t('experiment.everyN')}
            value={every}
            whole
            min={min}
            max={max}
            onChange={(next) => settings.edit({ every: next })}
            onReject={(text) => settings.reject('every', text)}
          />
        )}
      </Row>
      <label className="row">
        <span>{t('field.zero')}</span>
        <input
          type="checkbox"
          checked={zero}
          onChange={(event) => settings.edit({ zero: event.target.checked })}
        />
      </label>
    </>
  );
}

function Batch() {
  const { settings } = useStores();
  const { batch } = useExperiment();
  const { min, max } = fields.batch.kind;
  return (
    <Row label={t('field.batch')}>
      <label className="check">
        <input
          type="checkbox"
          checked={batch === 'full'}
          onChange={(event) => settings.edit({ batch: event.target.checked ? 'full' : batchAgain })}
        />
        {t('experiment.batch.full')}
      </label>
      {batch !== 'full' && (
        <NumberField
          label={t('field.batch')}
          value={batch}
          whole
          min={min}
          max={max}
          onChange={(next) => settings.edit({ batch: next })}
          onReject={(text) => settings.reject('batch', text)}
        />
      )}
    </Row>
  );
}

function Seed() {
  const { settings } = useStores();
  const { seed } = useExperiment();
  const { min, max } = fields.seed.kind;
  const draw = (): void => {
    // Small seeds are easy to read out and to type again.
    settings.edit({
      seed: crypto.getRandomValues(new Uint32Array(1)).reduce((_, drawn) => drawn % 10000, 0),
    });
  };
  return (
    <Row label={t('field.seed')}>
      <SeedsButton />
      <button type="button" className="small" aria-label={t('experiment.seed.newLabel')} onClick={draw}>
        {t('experiment.seed.new')}
      </button>
      <NumberField
        className="long"
        label={t('field.seed')}
        value={seed}
        whole
        min={min}
        max={max}
        onChange={(next) => settings.edit({ seed: next })}
        onReject={(text) => settings.reject('seed', text)}
      />
    </Row>
  );
}
