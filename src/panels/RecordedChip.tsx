import { Check, TriangleAlert } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { useRun } from '../store/hooks.ts';

/** Names a recorded run as one while it is drawn, and says then whether this device has computed the same. */
export function RecordedChip() {
  const verdict = useRun(({ standIn, old }) => (old ? undefined : standIn?.verdict));
  return (
    <div className="stand-in" role="status">
      {verdict && (
        <p className="chip" data-verdict={verdict}>
          {verdict === 'same' && <Check aria-hidden="true" />}
          {verdict === 'other' && <TriangleAlert aria-hidden="true" />}
          <span className="long">{t(`recorded.${verdict}`)}</span>
          <span className="short">{t(`recorded.${verdict}.short`)}</span>
        </p>
      )}
    </div>
  );
}
