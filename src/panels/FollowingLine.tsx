import { t } from '../i18n/t.ts';
import { useLoading, useStores, useView } from '../store/hooks.ts';
import type { Following } from '../store/followers.ts';
import { LoadingLine } from './LoadingLine.tsx';
import { useChoiceOf } from './presetTable.ts';
import { repeatsText } from './repeatsText.ts';
import { useNarrow } from './useNarrow.ts';

/** All on the page is done, and the preset's other variants are trained behind it: how far, and how to stop that. */
export function FollowingLine({ following: { experiment, repeats } }: { readonly following: Following }) {
  const { followers } = useStores().session;
  const preferred = useView((view) => view.preset);
  const narrow = useNarrow();
  const loading = useLoading();
  const choiceOf = useChoiceOf();
  const variant = choiceOf(experiment, preferred)?.variant.id;
  const said = repeatsText(repeats, narrow);
  const held = repeats.status === 'paused';
  return (
    <div className="status-training">
      {loading ? (
        <LoadingLine state={loading} />
      ) : (
        <p>{variant ? t('status.following', { variant: t(`variant.${variant}`), said }) : said}</p>
      )}
      <button
        type="button"
        className="small"
        aria-label={t(held ? 'status.trainOn' : 'status.holdLabel')}
        onClick={() => (held ? followers.resume() : followers.hold())}
      >
        {t(held ? 'status.trainOn' : 'status.hold')}
      </button>
      <button
        type="button"
        className="small"
        aria-label={t('status.stopLabel')}
        onClick={() => followers.stop()}
      >
        {t('status.stop')}
      </button>
    </div>
  );
}
