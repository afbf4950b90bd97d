import { fields, formatField } from '../core/experiment/fields.ts';
import { t } from '../i18n/tasks.ts';
import { useExperiment, useStores } from '../store/hooks.ts';
import { Row } from './Row.tsx';
import { SelectField } from './SelectField.tsx';

/** Those that are offered; a link can have others. */
const usual = [0, 1 / 64, 1 / 32, 1 / 16, 1 / 8, 3 / 16, 1 / 4, 3 / 8, 1 / 2];

/** With what probability a label is another one. */
export default function NoiseControl() {
  const { settings } = useStores();
  const { noise } = useExperiment();
  const values = usual.includes(noise) ? usual : [...usual, noise].sort((one, other) => one - other);
  const text = (value: number): string => (value === 0 ? t('noise.none') : formatField('noise', value));
  return (
    <>
      <Row label={t('field.noise')}>
        <SelectField
          label={t('field.noise')}
          choices={values.map((value) => ({ value: formatField('noise', value), text: text(value) }))}
          value={formatField('noise', noise)}
          onChange={(choice) => {
            const parsed = fields.noise.kind.parse(choice);
            if (parsed.ok) settings.edit({ noise: parsed.value });
          }}
        />
      </Row>
      {noise > 0 && <p className="note">{t('noise.note', { noise: formatField('noise', noise) })}</p>}
    </>
  );
}
