import { LibraryBig } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { DialogButton } from './DialogButton.tsx';
import { lazyPanel } from './lazyPanel.ts';

const PresetsContents = lazyPanel(() => import('./PresetsContents.tsx'));

/** Opens the list of presets: the study's experiments, and some beyond it. */
export function Presets() {
  return (
    <DialogButton
      icon={LibraryBig}
      text={t('presets.open')}
      title={t('presets.title')}
      closeText={t('presets.close')}
      className="presets"
      contents={PresetsContents}
    />
  );
}
