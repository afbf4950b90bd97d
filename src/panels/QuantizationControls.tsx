import { fields } from '../core/experiment/fields.ts';
import { t } from '../i18n/t.ts';
import { useExperiment, useStores } from '../store/hooks.ts';
import { ChoiceSetting, EndsSetting, NumberSetting } from './Setting.tsx';

/** Ranges of the quantizers, and whether weights are quantized. */
export function QuantizationControls() {
  const { bits, range } = useExperiment();
  if (bits === 'float') return <p className="note">{t('experiment.float.note')}</p>;
  return (
    <>
      <ChoiceSetting field="range" choices={fields.range.kind.choices} />
      {(range === 'study' || range === 'moving') && (
        <>
          <NumberSetting field="decay" />
          <StartFromData />
          <EndsSetting field="start" />
        </>
      )}
      {range === 'fixed' && <EndsSetting field="fixed" />}
      <ChoiceSetting field="weights" choices={fields.weights.kind.choices} />
      <p className="note">{t(`experiment.range.note.${range}`)}</p>
    </>
  );
}

/** Does the moving range start from the data, or from given ends? */
function StartFromData() {
  const { settings } = useStores();
  const { start } = useExperiment();
  return (
    <label className="row">
      <span>{t('experiment.start.data')}</span>
      <input
        type="checkbox"
        checked={start === 'data'}
        onChange={(event) => settings.edit({ start: event.target.checked ? 'data' : fields.start.default })}
      />
    </label>
  );
}
