import { lazy } from 'react';
import { t } from '../i18n/t.ts';
import { LazyFold } from './LazyFold.tsx';

const Contents = lazy(() => import('./RunFacts.tsx'));

/** What the run, or all its repeats together, costs and keeps. */
export function RunDetails() {
  return <LazyFold className="run-details" title={t('run.details')} contents={Contents} />;
}
