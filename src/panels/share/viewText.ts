import { t } from '../../i18n/share.ts';
import type { LinkedView } from '../../share/view-link.ts';
import { rulerName } from '../rulerName.ts';
import { layerName } from '../sentences.ts';

/** A view in few words, for whoever is about to share it. */
export function viewText({ at, ruler, layer, zoom }: LinkedView): string {
  const parts = [
    at === null ? '' : t('share.viewAt', { epoch: at }),
    ruler === null ? '' : t('share.viewRuler', { ruler: rulerName(ruler) }),
    ruler?.endsWith('-null') ? t('share.viewChance') : '',
    layer === null ? '' : t('share.viewLayer', { layer: layerName(layer - 1) }),
    zoom === null ? '' : t('share.viewZoom'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? t('share.viewNone') : t('share.viewIs', { view: parts.join(t('mark.comma')) });
}
