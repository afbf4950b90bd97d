import { SquareArrowOutUpRight } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { linkInFull } from '../store/address.ts';
import { useExperiment, useHas, useStores } from '../store/hooks.ts';
import { sentenceOf } from './names.ts';

/** Above an embedded plane: what is trained, and the way to the whole page. */
export function EmbedTop() {
  const { settings } = useStores();
  const experiment = useExperiment();
  const has = useHas();
  return (
    <header className="embed-top">
      {has('title') && <h1>{sentenceOf(experiment)}</h1>}
      {has('open') && (
        <a href={linkInFull(settings, window)} target="_blank" rel="noopener" title={t('embed.openHint')}>
          {t('embed.open')} <SquareArrowOutUpRight aria-hidden="true" />
        </a>
      )}
    </header>
  );
}
