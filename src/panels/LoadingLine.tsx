import { decimals, t } from '../i18n/t.ts';
import type { LoadingState } from '../store/loading.ts';

/** How far the data has come. */
export function LoadingLine({ state }: { readonly state: LoadingState }) {
  const { loaded, total } = state;
  const known = total > 0;
  return (
    <p className="loading">
      <progress
        aria-label={t('loading.label')}
        aria-valuetext={loadingText(state)}
        {...(known ? { value: loaded, max: total } : {})}
      />
      <span>{loadingText(state)}</span>
    </p>
  );
}

/** "Loading MNIST, 4.1 of 10.2 MB". */
export function loadingText({ loaded, total }: LoadingState): string {
  if (total === 0) return t('loading.begun');
  if (loaded === total) return t('loading.preparing');
  return t('loading.bytes', { loaded: megabytes(loaded), total: megabytes(total) });
}

const megabytes = (bytes: number): string => decimals(bytes / 1e6, 1);
