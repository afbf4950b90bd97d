import { initializerNames } from '../core/network/initializers.ts';
import { t } from '../i18n/t.ts';
import { ChoiceSetting, NumberSetting } from './Setting.tsx';

/** Where the weights start. */
export function StartControls() {
  return <ChoiceSetting field="init" choices={initializerNames} />;
}

/** How the inputs are split. */
export function DataControls() {
  return (
    <>
      <NumberSetting field="test" whole />
      <p className="note">{t('experiment.test.note', { samples: 4096 })}</p>
    </>
  );
}
