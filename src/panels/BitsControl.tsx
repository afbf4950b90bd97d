import { fields } from '../core/experiment/fields.ts';
import { t } from '../i18n/t.ts';
import { useExperiment, useStores } from '../store/hooks.ts';
import { bitsName } from './sentences.ts';

const { min, max } = fields.bits.kind;
/** One place beyond the bits: not quantized. */
const float = max + 1;

/** 1 to 16 bits, and float32 at the end of the slider. */
export function BitsControl() {
  const { settings } = useStores();
  const { bits } = useExperiment();
  return (
    <fieldset className="bits">
      <legend>{t('field.bits')}</legend>
      <input
        type="range"
        min={min}
        max={float}
        step={1}
        aria-label={t('field.bits')}
        aria-valuetext={bits === 'float' ? t('experiment.bits.float') : bitsName(bits)}
        value={bits === 'float' ? float : bits}
        onChange={(event) => {
          const place = Number(event.target.value);
          settings.edit({ bits: place === float ? 'float' : place });
        }}
      />
      <span className="num" aria-hidden="true">
        {bitsName(bits)}
      </span>
    </fieldset>
  );
}
