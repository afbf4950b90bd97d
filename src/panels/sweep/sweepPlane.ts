import { useMemo } from 'react';
import { epochScale, measurementAt, type EpochScale } from '../../core/experiment/epoch-scale.ts';
import { totalEpochs } from '../../core/experiment/schedule.ts';
import type { Limits } from '../../core/experiment/trajectory.ts';
import { shownRows } from '../../plots/rows.ts';
import type { SmallPlaneData } from '../../plots/scene/small-plane.ts';
import { useView } from '../../store/hooks.ts';
import type { SweepPath } from '../../store/sweep/paths.ts';
import type { SweepView } from './useSweep.ts';
import { useSweep } from './useSweep.ts';

/** The scale of the slider and of the colours: up to the last epoch of the longest run, as on the page. */
export function useSweepScale(): EpochScale {
  const kind = useView((view) => view.scale);
  const epochs = useSweep(({ cells }) =>
    Math.max(1, ...cells.map(({ value }) => totalEpochs(value.experiment))),
  );
  return useMemo(() => epochScale(kind, epochs), [kind, epochs]);
}

/** The largest of the limits: the axes of all planes; null while nothing is measured. */
export function sharedLimits(paths: readonly (SweepPath | null)[]): Limits | null {
  const limits = paths.flatMap((path) => (path ? [path.limits] : []));
  if (limits.length === 0) return null;
  return { hx: Math.max(...limits.map(({ hx }) => hx)), hy: Math.max(...limits.map(({ hy }) => hy)) };
}

/** @param prefit epochs on shuffled labels of the value's experiment */
export function smallPlaneOf(
  path: SweepPath,
  shared: Limits,
  prefit: number,
  scale: EpochScale,
  { place, colourBy }: Pick<SweepView, 'place' | 'colourBy'>,
  highlight: number | null,
): SmallPlaneData {
  const { columns, rows, limits, key } = path;
  const layers = rows - 1;
  return {
    data: { key, columns, rows, limits, prefit, shown: shownRows(rows, 'grid') },
    view: {
      head: measurementAt(columns.epoch, scale.epoch(place)),
      colourBy,
      scale,
      // A smaller network has no such layer: then none stands out.
      highlight: highlight !== null && highlight < layers ? highlight : null,
    },
    shared,
  };
}
