import { t } from '../i18n/t.ts';
import { useExperiment, useStores } from '../store/hooks.ts';
import { activationChoices, activationText } from './names.ts';
import { Segmented } from './Segmented.tsx';

const common = ['tanh', 'relu', 'gelu'] as const;
type Common = (typeof common)[number];
const isCommon = (name: string): name is Common => common.some((other) => other === name);

/** One activation for all hidden layers: three in sight, the others in a list. */
export function ActivationControl() {
  const { settings } = useStores();
  const { act } = useExperiment();
  const [first] = act;
  const one = act.length === 1 && first !== undefined ? first : null;
  const inSight = one !== null && isCommon(one);
  return (
    <div className="activation">
      <Segmented<Common | ''>
        label={t('field.act')}
        choices={common.map((value) => ({ value, text: activationText(value) }))}
        value={inSight ? one : ''}
        onChange={(name) => name !== '' && settings.edit({ act: [name] })}
      />
      <select
        className={inSight ? 'more' : 'more chosen'}
        aria-label={t('field.act.others')}
        value={inSight ? '' : (one ?? 'mixed')}
        onChange={(event) => {
          const choice = activationChoices().find(({ value }) => value === event.target.value);
          if (choice) settings.edit({ act: [choice.value] });
        }}
      >
        {inSight && <option value="">{t('field.act.more')}</option>}
        {one === null && <option value="mixed">{t('field.act.mixed')}</option>}
        {activationChoices()
          .filter(({ value }) => !isCommon(value))
          .map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
      </select>
    </div>
  );
}
