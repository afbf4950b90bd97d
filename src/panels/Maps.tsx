import { t } from '../i18n/t.ts';
import { LazyFold } from './LazyFold.tsx';
import { lazyPanel } from './lazyPanel.ts';

const Contents = lazyPanel(() => import('./MapsContents.tsx'));

/** Which inputs share a code in each layer, as pictures. */
export function Maps() {
  return <LazyFold className="maps" title={t('maps.title')} contents={Contents} />;
}
