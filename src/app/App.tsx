import { useState } from 'react';
import { CompareBar } from '../panels/Compare.tsx';
import { CurvesPanel } from '../panels/CurvesPanel.tsx';
import { DropFile } from '../panels/DropFile.tsx';
import { ErrorBoundary } from '../panels/ErrorBoundary.tsx';
import { ExperimentPanel } from '../panels/ExperimentPanel.tsx';
import { GradientCharts } from '../panels/GradientCharts.tsx';
import { Header } from '../panels/Header.tsx';
import { Inspector } from '../panels/Inspector.tsx';
import { LayerCard } from '../panels/LayerCard.tsx';
import { LayerChips } from '../panels/LayerChips.tsx';
import { Maps } from '../panels/Maps.tsx';
import { Notices } from '../panels/Notices.tsx';
import { OutcomeCard } from '../panels/OutcomeCard.tsx';
import { Phases } from '../panels/Phases.tsx';
import { PlanePanel } from '../panels/PlanePanel.tsx';
import { PresetBar } from '../panels/PresetBar.tsx';
import { RangeCharts } from '../panels/RangeCharts.tsx';
import { Rulers } from '../panels/Rulers.tsx';
import { RepeatsReport } from '../panels/RepeatsReport.tsx';
import { RunDetails } from '../panels/RunDetails.tsx';
import { Tabs, type Tab } from '../panels/Tabs.tsx';
import { Transport } from '../panels/Transport.tsx';
import { useNarrow } from '../panels/useNarrow.ts';
import { Update } from '../panels/Update.tsx';
import { ViewSheet } from '../panels/ViewSheet.tsx';
import { WhichShown } from '../panels/WhichShown.tsx';
import { t } from '../i18n/t.ts';
import { StoresContext, type Stores } from '../store/hooks.ts';

/** The page. */
export function App({ stores }: { readonly stores: Stores }) {
  const [tab, setTab] = useState<Tab>('plane');
  const narrow = useNarrow();
  return (
    <ErrorBoundary>
      <StoresContext value={stores}>
        <div className="app" data-tab={tab}>
          <Header />
          <div className="all-notices">
            <Notices />
            <DropFile />
            {stores.updates && <Update store={stores.updates} />}
          </div>
          <main className="body">
            <ExperimentPanel />
            <div className="middle">
              <section className="stage" aria-label={t('plane.title')}>
                <PresetBar />
                {!narrow && <Rulers />}
                <CompareBar />
                <PlanePanel>
                  {narrow && (
                    <>
                      <WhichShown />
                      <div className="chips-row">
                        <LayerChips />
                        <ViewSheet />
                      </div>
                    </>
                  )}
                </PlanePanel>
              </section>
              <section className="right" aria-label={t('app.readings')}>
                <OutcomeCard />
                <CurvesPanel />
                <Maps />
                <Phases />
                <RangeCharts />
                <GradientCharts />
                <div className="layer-side">
                  <LayerCard />
                  <RepeatsReport />
                  <RunDetails />
                </div>
              </section>
            </div>
          </main>
          <Inspector />
          <Transport />
          <Tabs tab={tab} onChange={setTab} />
        </div>
      </StoresContext>
    </ErrorBoundary>
  );
}
