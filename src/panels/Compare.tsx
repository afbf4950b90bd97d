import { Columns2 } from 'lucide-react';
import { Suspense } from 'react';
import { t } from '../i18n/t.ts';
import { useCompare } from '../store/hooks.ts';
import { DialogButton } from './DialogButton.tsx';
import { lazyPanel } from './lazyPanel.ts';

const CompareContents = lazyPanel(() => import('./CompareContents.tsx'));
const CompareLine = lazyPanel(() => import('./CompareLine.tsx'));

/** Opens the comparison: a second run, and all that differs between it and the one on the page. */
export function Compare() {
  return (
    <DialogButton
      icon={Columns2}
      text={t('compare.open')}
      title={t('compare.title')}
      closeText={t('compare.close')}
      className="compare"
      contents={CompareContents}
    />
  );
}

/** Above the plane, while a run is compared: which it is, and how it is shown. */
export function CompareBar() {
  const compared = useCompare(({ other }) => other !== null);
  if (!compared) return null;
  return (
    <Suspense>
      <CompareLine />
    </Suspense>
  );
}
