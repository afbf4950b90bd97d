import { t } from '../i18n/t.ts';
import { LazyFold } from './LazyFold.tsx';
import { lazyPanel } from './lazyPanel.ts';
import { usePreset } from './usePreset.ts';

const Contents = lazyPanel(() => import('./PhasesContents.tsx'));

/** Fitting and compression of each layer, over the repeats that are done. Computed when it is opened. */
export function Phases() {
  // A preset's card has the verdicts already.
  const preset = usePreset();
  return preset ? null : <LazyFold className="phases" title={t('phases.title')} contents={Contents} />;
}
