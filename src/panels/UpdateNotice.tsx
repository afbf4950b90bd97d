import { X } from 'lucide-react';
import { t } from '../i18n/study.ts';
import type { UpdateStore } from '../store/updates.ts';

/** Offers the newer build of the page that has been downloaded. */
export default function UpdateNotice({
  store,
  take,
}: {
  readonly store: UpdateStore;
  readonly take: () => void;
}) {
  return (
    <div className="notices" role="status">
      <div className="notice warn">
        <div>
          {t('update.ready')}{' '}
          <button type="button" className="small" onClick={take}>
            {t('update.take')}
          </button>
        </div>
        <button
          type="button"
          className="icon quiet"
          aria-label={t('notice.close')}
          onClick={() => store.setState({ take: null })}
        >
          <X aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}
