import { t } from '../i18n/t.ts';
import { useRepeats } from '../store/hooks.ts';
import { LazyFold } from './LazyFold.tsx';
import { lazyPanel } from './lazyPanel.ts';

const Contents = lazyPanel(() => import('./RepeatsContents.tsx'));

/** All repeats: how each stands, how far it is from the mean, and which attempts were thrown away. */
export function RepeatsReport() {
  const count = useRepeats(({ members }) => members.length);
  const done = useRepeats((repeats) => repeats.done);
  const thrown = useRepeats(({ discarded }) => discarded.length);
  if (count < 2) return null;
  const title =
    thrown > 0 ? t('repeats.summaryThrown', { done, count, thrown }) : t('repeats.summary', { done, count });
  return <LazyFold className="run-details repeats" title={title} contents={Contents} />;
}
