/** The band around a line of means. */
import type { Palette } from '../colours.ts';
import type { ChartData, ChartFrame, ChartSeries } from './chart.ts';
import { decimate } from './decimate.ts';
import type { Mark } from './marks.ts';
import { colourOf, opacityOf } from './series.ts';

const bandOpacity = 0.2;

/** The area between a line's lower and upper end, within the chart. */
export function bandMarks(
  data: ChartData,
  line: ChartSeries,
  { x, y, box }: ChartFrame,
  palette: Palette,
  from: number,
  to: number,
): Mark[] {
  const { band, stride, offset } = line;
  if (!band) return [];
  const place = (index: number): number => x(data.epochs[index] ?? 0);
  const within = (value: number): number => Math.max(box.top, Math.min(box.bottom, y(value)));
  const edge = (values: Float64Array): number[] =>
    decimate({ values, stride, offset }, from, to, place, within);
  const [high, low] = [edge(band.high), edge(band.low)];
  const back: number[] = [];
  for (let i = low.length - 2; i >= 0; i -= 2) back.push(low[i] ?? 0, low[i + 1] ?? 0);
  if (high.length <= 2 || back.length <= 2) return [];
  const opacity = bandOpacity * opacityOf(data, line);
  const fill = colourOf(line.layer, palette);
  return [{ kind: 'area', role: 'band', points: [...high, ...back], fill, opacity }];
}
