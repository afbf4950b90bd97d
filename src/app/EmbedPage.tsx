import { useRef } from 'react';
import { EmbedTop } from '../panels/EmbedTop.tsx';
import { PlanePanel } from '../panels/PlanePanel.tsx';
import { Transport } from '../panels/Transport.tsx';
import { useNarrow } from '../panels/useNarrow.ts';
import { t } from '../i18n/t.ts';
import { useHas } from '../store/hooks.ts';
import { useBehind } from './useBehind.ts';
import { useHeight } from './useHeight.ts';
import './embed.css';

/** The page as a part of another one: the plane and its playback, and what else the link names. */
export default function EmbedPage() {
  const root = useRef<HTMLDivElement>(null);
  const behind = useBehind();
  const has = useHas();
  const narrow = useNarrow();
  const hasBar = (['play', 'steps', 'slider', 'status', 'speed'] as const).some(has);
  useHeight(root);
  return (
    <div ref={root} className="embed">
      {(has('title') || has('open')) && <EmbedTop />}
      <div className="notices" role="status">
        {behind && <behind.Notices />}
      </div>
      <main className="embed-body">
        {has('settings') &&
          (narrow ? (
            <details className="left">
              <summary>{t('experiment.title')}</summary>
              {behind && <behind.ExperimentPanel />}
            </details>
          ) : (
            <section className="left" aria-label={t('experiment.title')}>
              {behind && <behind.ExperimentPanel />}
            </section>
          ))}
        <section className="stage" aria-label={t('plane.title')}>
          {has('rulers') && <div className="rulers">{behind && <behind.Rulers />}</div>}
          <PlanePanel parts={behind} />
          {has('legend') && <div className="embed-legend">{behind && <behind.LayerChips />}</div>}
          {has('curves') && <div className="embed-curves">{behind && <behind.CurvesPanel />}</div>}
        </section>
      </main>
      {hasBar && <Transport />}
    </div>
  );
}
