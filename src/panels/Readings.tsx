import { CurvesPanel } from './CurvesPanel.tsx';
import { GradientCharts } from './GradientCharts.tsx';
import { LayerCard } from './LayerCard.tsx';
import { Maps } from './Maps.tsx';
import { OutcomeCard } from './OutcomeCard.tsx';
import { Phases } from './Phases.tsx';
import { RangeCharts } from './RangeCharts.tsx';
import { RepeatsReport } from './RepeatsReport.tsx';
import { RunDetails } from './RunDetails.tsx';

/** What is read off the run beside the plane: by epoch, by layer, and the run as a whole. */
export function Readings() {
  return (
    <>
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
    </>
  );
}
