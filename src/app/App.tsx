import { lazy, Suspense, useEffect, useState } from 'react';
import { ErrorBoundary } from '../panels/ErrorBoundary.tsx';
import { Header } from '../panels/Header.tsx';
import { PlanePanel } from '../panels/PlanePanel.tsx';
import { Tabs, type Tab } from '../panels/Tabs.tsx';
import { Transport } from '../panels/Transport.tsx';
import { useLanguage } from '../panels/useLanguage.ts';
import { useDroppedFile } from '../panels/useDroppedFile.ts';
import { useNarrow } from '../panels/useNarrow.ts';
import { t } from '../i18n/t.ts';
import { StoresContext, useStores, type Stores } from '../store/hooks.ts';
import { useBehind } from './useBehind.ts';

const EmbedPage = lazy(() => import('./EmbedPage.tsx'));

/** The page. */
export function App({ stores }: { readonly stores: Stores }) {
  const language = useLanguage(); // With it all that follows is said anew.
  const { session } = stores;
  // So is what is drawn in frames.
  useEffect(() => session.view.setState({}), [session, language]);
  return (
    <ErrorBoundary>
      <StoresContext value={stores}>
        {stores.embed ? (
          <Suspense>
            <EmbedPage />
          </Suspense>
        ) : (
          <Page />
        )}
      </StoresContext>
    </ErrorBoundary>
  );
}

/** What first moves, and the places of what arrives behind it. */
function Page() {
  const [tab, setTab] = useState<Tab>('plane');
  const narrow = useNarrow();
  const { updates } = useStores();
  const behind = useBehind();
  const dropped = useDroppedFile();
  return (
    <div className="app" data-tab={tab}>
      <Header>{behind && <behind.HeaderTools />}</Header>
      <div className="all-notices">
        <div className="notices" role="status">
          {behind && <behind.Notices />}
        </div>
        {behind && <behind.DropFile {...dropped} />}
        {behind && updates && <behind.Update store={updates} />}
      </div>
      <main className="body">
        <section className="left" aria-label={t('experiment.title')}>
          {behind && <behind.ExperimentPanel />}
        </section>
        <div className="middle">
          <section className="stage" aria-label={t('plane.title')}>
            {behind && <behind.PresetBar />}
            {!narrow && <div className="rulers">{behind && <behind.Rulers />}</div>}
            {behind && <behind.CompareBar />}
            <PlanePanel parts={behind}>
              {narrow && (
                <>
                  {behind && <behind.WhichShown />}
                  <div className="chips-row">
                    {behind && (
                      <>
                        <behind.LayerChips />
                        <behind.ViewSheet />
                      </>
                    )}
                  </div>
                </>
              )}
            </PlanePanel>
          </section>
          <section className="right" aria-label={t('app.readings')}>
            {behind && <behind.Readings />}
          </section>
        </div>
      </main>
      {behind && <behind.Inspector />}
      {behind && <behind.Milestones />}
      {behind && <behind.Lessons />}
      <Transport />
      <Tabs tab={tab} onChange={setTab} />
    </div>
  );
}
