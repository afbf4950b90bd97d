import { fields } from '../core/experiment/fields.ts';
import { t } from '../i18n/t.ts';
import { useExperiment } from '../store/hooks.ts';
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
          <EndsSetting field="start" />
        </>
      )}
      {range === 'fixed' && <EndsSetting field="fixed" />}
      <ChoiceSetting field="weights" choices={fields.weights.kind.choices} />
      <p className="note">{t(`experiment.range.note.${range}`)}</p>
    </>
  );
}
