import { Check, TriangleAlert } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { useRun, useSampled } from '../store/hooks.ts';
import { shownPath } from '../store/rulers.ts';

/** Names a recorded run as one while it is drawn, and says then whether this device has computed the same. */
export function RecordedChip() {
  const said = useRun(({ standIn, old }) => (old ? undefined : standIn?.verdict));
  // What a ruler draws is this device's own already.
  const byRuler = useSampled((run, view) => (shownPath(run, view)?.ruler ?? null) !== null);
  const verdict = said === 'pending' && byRuler ? undefined : said;
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
