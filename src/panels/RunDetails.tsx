import { t } from '../i18n/t.ts';
import { LazyFold } from './LazyFold.tsx';
import { lazyPanel } from './lazyPanel.ts';

const Contents = lazyPanel(() => import('./RunFacts.tsx'));

/** What the run, or all its repeats together, costs and keeps. */
export function RunDetails() {
  return <LazyFold className="run-details" title={t('run.details')} contents={Contents} />;
}
