/** Axes of values that hold all that is drawn: lines, their bands, and the lines behind. */
import { ticks } from 'd3';
import type { ChartBackdrop, ChartData, ChartSeries } from './chart.ts';
import { entry, type Column } from './decimate.ts';

type Extent = readonly [low: number, high: number];
type Drawn = readonly ChartSeries[];

/** Of columns that fill their array: those of runs that are done never change. */
const known = new WeakMap<Float64Array, Extent>();

/**
 * From the tenth below the lowest accuracy, but at most from 0.5, to 1: a run's first measurements are its lowest, so
 * the axis stays as the run goes on.
 */
export function accuracyAxis(series: Drawn, others?: ChartBackdrop): ChartData['domain'] {
  const [low] = extentOf(series, others);
  return [Math.max(0, Math.min(5, Math.floor(low * 10))) / 10, 1];
}

/** From 0 to a round number not below any value. */
export function axisFromZero(series: Drawn, others?: ChartBackdrop): ChartData['domain'] {
  const top = Math.max(0, extentOf(series, others)[1]);
  if (top === 0) return [0, 1];
  const [first = 0, second = top] = ticks(0, top, 4);
  const step = second - first || top;
  return [0, Math.ceil(top / step - 1e-9) * step];
}

/** The lowest and the highest number that is drawn; Infinity and -Infinity where there is none. */
export function extentOf(series: Drawn, others?: ChartBackdrop): Extent {
  const columns = series.flatMap(({ band, ...line }): Column[] =>
    band ? [line, { ...line, values: band.low }, { ...line, values: band.high }] : [line],
  );
  const all = [...columns, ...(others?.runs ?? []).flat()].map(extentOfColumn);
  return [Math.min(...all.map(([low]) => low)), Math.max(...all.map(([, high]) => high))];
}

function extentOfColumn(column: Column): Extent {
  const { values, stride } = column;
  const whole = stride === 1 && values instanceof Float64Array ? values : null;
  const before = whole && known.get(whole);
  if (before) return before;
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i * stride < values.length; i++) {
    const value = entry(column, i);
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (whole) known.set(whole, [low, high]);
  return [low, high];
}
