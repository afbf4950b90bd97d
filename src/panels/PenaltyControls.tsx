import { t } from '../i18n/t.ts';
import { NumberSetting } from './Setting.tsx';

/** What large weights cost. */
export function PenaltyControls() {
  return (
    <>
      <NumberSetting field="l1" />
      <NumberSetting field="l2" />
      <p className="note">{t('experiment.penalties.note')}</p>
    </>
  );
}
