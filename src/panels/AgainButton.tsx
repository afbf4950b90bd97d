import { t } from '../i18n/t.ts';
import { useRepeats, useStores } from '../store/hooks.ts';

/**
 * Trains what was stopped or lost; nothing where all that is left has failed by itself, since it would fail again.
 * Repeats that have ended are kept.
 */
export function AgainButton({ className }: { readonly className: string }) {
  const { session } = useStores();
  const isOver = useRepeats(({ status }) => status === 'cancelled' || status === 'failed');
  const missing = useRepeats((repeats) => repeats.missing);
  const some = useRepeats(({ members }) => members.length > missing);
  if (!isOver || missing === 0) return null;
  return (
    <button
      type="button"
      className={className}
      onClick={() => (some ? session.trainRest() : session.reset())}
    >
      {some ? t('repeats.trainRest') : t('status.runAgain')}
    </button>
  );
}
