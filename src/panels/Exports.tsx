import { Download } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { DialogButton } from './DialogButton.tsx';
import { lazyPanel } from './lazyPanel.ts';

// What few need comes when it is asked for: the first load stays small.
const ExportContents = lazyPanel(() => import('./ExportContents.tsx'));

/** Opens the exports: numbers and figures of what is on the page; and files from before. */
export function Exports() {
  return (
    <DialogButton
      icon={Download}
      text={t('files.open')}
      title={t('files.title')}
      closeText={t('files.close')}
      contents={ExportContents}
    />
  );
}
