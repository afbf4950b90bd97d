import type { ChartData } from '../plots/scene/chart.ts';
import type { PlaneData } from '../plots/scene/data.ts';
import type { CompareState } from '../store/compare.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';

/** Columns of a trajectory that charts are made of. */
export type GhostColumn =
  'ixt' | 'ity' | 'trainAccuracy' | 'trainAccuracyAfter' | 'testAccuracy' | 'trainLoss' | 'testLoss';

/** What lays a compared run behind the plots of the page. */
export interface Ghosts {
  behindPlane(run: RunState, view: ViewState, compare: CompareState): Pick<PlaneData, 'extent' | 'ghost'>;
  /** The chart with the other run's lines behind it, and an axis that has room for them. */
  behindChart(
    columns: readonly GhostColumn[],
    chart: ChartData,
    run: RunState,
    view: ViewState,
    compare: CompareState,
  ): ChartData;
}

let loaded: Ghosts | null = null;

/** Null until a run is compared for the first time: most pages never need it. */
export const ghosts = (): Ghosts | null => loaded;

export function setGhosts(made: Ghosts): void {
  loaded = made;
}
