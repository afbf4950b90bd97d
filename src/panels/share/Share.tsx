import { Link2 } from 'lucide-react';
import { t } from '../../i18n/t.ts';
import { DialogButton } from '../DialogButton.tsx';
import { lazyPanel } from '../lazyPanel.ts';

const ShareContents = lazyPanel(() => import('./ShareContents.tsx'));

/** Opens what gives the run to others: links, a QR code, a frame for other pages, citations. */
export function Share() {
  return (
    <DialogButton
      icon={Link2}
      text={t('share.open')}
      title={t('share.title')}
      closeText={t('share.close')}
      className="share"
      primary
      contents={ShareContents}
    />
  );
}
