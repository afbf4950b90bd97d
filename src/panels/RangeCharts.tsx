import { t } from '../i18n/t.ts';
import { LazyFold } from './LazyFold.tsx';
import { lazyPanel } from './lazyPanel.ts';

const Contents = lazyPanel(() => import('./RangeContents.tsx'));

/** How the quantizer settles: each layer's range, and how many of its levels are in use. */
export function RangeCharts() {
  return <LazyFold className="ranges" title={t('ranges.title')} contents={Contents} />;
}
