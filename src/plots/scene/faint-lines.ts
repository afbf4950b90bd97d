/** Other repeats' lines in a chart, thin and faint. */
import type { Palette } from '../colours.ts';
import type { ChartData, ChartFrame } from './chart.ts';
import { entry, type Column } from './decimate.ts';
import { faintOpacity, faintWidth } from './faint.ts';
import type { Mark } from './marks.ts';
import { colourOf, opacityOf } from './series.ts';

/** Px between two points of a faint line. */
const faintStep = 2;

/** One other run's lines, a point in two px. */
export function faintLines(
  run: readonly Column[],
  data: ChartData,
  { x, y, box }: ChartFrame,
  palette: Palette,
): Mark[] {
  const { epochs, planned } = data.others ?? { epochs: data.epochs, planned: 1 };
  const indices: number[] = [];
  let last = -Infinity;
  epochs.forEach((epoch, index) => {
    if (x(epoch) - last < faintStep && index < epochs.length - 1) return;
    indices.push(index);
    last = x(epoch);
  });
  return run.flatMap((column, i): Mark[] => {
    const line = data.series[i];
    const points = indices.flatMap((index) => {
      const value = entry(column, index);
      return Number.isNaN(value)
        ? []
        : [x(epochs[index] ?? 0), Math.max(box.top, Math.min(box.bottom, y(value)))];
    });
    if (!line || points.length <= 2) return [];
    const opacity = faintOpacity(planned) * opacityOf(data, line);
    const stroke = colourOf(line.layer, palette);
    return [{ kind: 'path', role: 'faint', points, stroke, width: faintWidth(planned), opacity }];
  });
}
