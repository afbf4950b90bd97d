import { lazy } from 'react';
import { t } from '../i18n/t.ts';
import { LazyFold } from './LazyFold.tsx';

const Contents = lazy(() => import('./RangeContents.tsx'));

/** How the quantizer settles: each layer's range, and how many of its levels are in use. */
export function RangeCharts() {
  return <LazyFold className="ranges" title={t('ranges.title')} contents={Contents} />;
}
