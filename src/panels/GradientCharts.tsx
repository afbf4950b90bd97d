import { t } from '../i18n/t.ts';
import { LazyFold } from './LazyFold.tsx';
import { lazyPanel } from './lazyPanel.ts';

const Contents = lazyPanel(() => import('./GradientContents.tsx'));

/** How each layer's gradients and weights go. Built when it is opened. */
export function GradientCharts() {
  return <LazyFold className="ranges" title={t('gradients.title')} contents={Contents} />;
}
