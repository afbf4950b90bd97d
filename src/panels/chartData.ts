import type { ChartData, ChartSeries } from '../plots/scene/chart.ts';
import type { Trajectory, TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { t } from '../i18n/t.ts';
import type { RunState } from '../store/run.ts';
import type { ViewState } from '../store/view.ts';
import { headIndex, highlightOf, scaleOf } from './planeData.ts';
import { rowOf } from './reading.ts';
import { layerName } from './sentences.ts';

type Make = (run: RunState, view: ViewState) => ChartData | null;

/** One line a layer of I(X;T) or I(T;Y). */
export function layerChart(column: 'ixt' | 'ity'): Make {
  return (run, view) => {
    const { trajectory, start } = run;
    if (!trajectory || !start) return null;
    const columns = trajectory.columns();
    const { rows } = trajectory;
    const series = Array.from({ length: start.layers }, (_, layer) => ({
      name: layerName(layer),
      layer,
      values: columns[column],
      stride: rows,
      offset: rowOf({ rows, output: view.output }, layer),
    }));
    const top = column === 'ixt' ? start.limits.hx : 1;
    return { ...common(run, view, columns), series, domain: [0, top], highlight: highlightOf(run, view) };
  };
}

type Single = 'trainAccuracy' | 'testAccuracy' | 'trainLoss' | 'testLoss';

/** Train solid, test dashed. */
function pair(train: Single, test: Single, domain: (trajectory: Trajectory) => ChartData['domain']): Make {
  return (run, view) => {
    const { trajectory } = run;
    if (!trajectory) return null;
    const columns = trajectory.columns();
    const line = (name: Single): Omit<ChartSeries, 'name'> => ({
      layer: null,
      values: columns[name],
      stride: 1,
      offset: 0,
    });
    const series = [
      { ...line(train), name: t('curves.train') },
      { ...line(test), name: t('curves.test'), dashed: true },
    ];
    return { ...common(run, view, columns), series, domain: domain(trajectory), highlight: null };
  };
}

export const accuracyChart = pair('trainAccuracy', 'testAccuracy', (trajectory) => [
  accuracyFloor(trajectory),
  1,
]);
export const lossChart = pair('trainLoss', 'testLoss', () => [0, null]);

function common(run: RunState, view: ViewState, columns: TrajectoryColumns) {
  return { epochs: columns.epoch, scale: scaleOf(run, view), head: headIndex(run, view) };
}

interface Floor {
  seen: number;
  low: number;
}

const floors = new WeakMap<Trajectory, Floor>();

/** 0.5, where chance is, or 0 if some accuracy is below that by more than chance's play. */
function accuracyFloor(trajectory: Trajectory): number {
  const floor = floors.get(trajectory) ?? { seen: 0, low: 1 };
  const { trainAccuracy, testAccuracy } = trajectory.columns();
  for (; floor.seen < trajectory.length; floor.seen++) {
    const train = trainAccuracy[floor.seen] ?? NaN;
    const test = testAccuracy[floor.seen] ?? NaN;
    for (const value of [train, test]) if (value < floor.low) floor.low = value;
  }
  floors.set(trajectory, floor);
  return floor.low < 0.3 ? 0 : floor.low < 0.48 ? 0.4 : 0.5;
}
