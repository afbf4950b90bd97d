/** A chart of what came out by value of a setting, as marks: one line a layer. */
import { ticks } from 'd3';
import type { Palette } from '../colours.ts';
import { layerShape } from '../shapes.ts';
import type { Box } from './frame.ts';
import { roughMeasure, type Mark, type TextMark } from './marks.ts';
import { colourOf } from './series.ts';
import { mergeEnds, stackNames } from './stack.ts';

export interface SweepSeries {
  readonly name: string;
  /** 0 for T1; null: of the whole network, in ink. */
  readonly layer: number | null;
  /** One entry a value; NaN where there is none. */
  readonly mean: readonly number[];
  /** 95% interval of the mean; NaN where it is of one repeat. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Says nothing there: every input has its own code. */
  readonly hollow?: readonly boolean[];
  readonly dashed?: boolean;
}

export interface SweepChartData {
  /** As the axis has them, in order. */
  readonly values: readonly { readonly text: string; readonly number: number | null }[];
  readonly series: readonly SweepSeries[];
  readonly domain: readonly [number, number];
  readonly highlight: number | null;
  /** Index of the value that stands out; null: none. */
  readonly marked: number | null;
}

export interface SweepChartFrame {
  readonly box: Box;
  readonly font: number;
  readonly domain: readonly [number, number];
  /** Px of value `index`. */
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

/** A ratio of largest to smallest from which numbers stand on a logarithmic axis. */
const manyfold = 30;
const faded = 0.22;
const radius = 3.6;

/**
 * Where values stand, 0 to 1: numbers by their size, or, if they span a factor of 30 or more, by its logarithm; what is
 * no number (float, full, names) at even distances behind them. Names alone stand evenly.
 */
export function valuePlaces(values: SweepChartData['values']): number[] {
  const numbers = values.flatMap(({ number }) => (number === null ? [] : [number]));
  const words = values.length - numbers.length;
  const evenly = (index: number, of: number): number => (of < 2 ? 0.5 : index / (of - 1));
  if (numbers.length < 2) return values.map((_, index) => evenly(index, values.length));
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const isLog = low > 0 && high / low >= manyfold;
  // The logarithm of a ratio would be infinite where the ratio is.
  const along = (number: number): number => (isLog ? Math.log(number) : number);
  const at = (number: number): number => (along(number) - along(low)) / (along(high) - along(low));
  // A word takes as much room as a number has on average.
  const share = (numbers.length - 1) / (values.length - 1);
  let word = 0;
  return values.map(({ number }) =>
    number === null ? share + ((1 - share) * ++word) / words : at(number) * share,
  );
}

/** @param place px; its lower edge holds the values, its right the names */
export function sweepFrame(data: SweepChartData, place: Box, font = 11): SweepChartFrame {
  const names = data.series.map(({ name }) => name);
  const nameWidth = Math.max(30, ...names.map((name) => roughMeasure(name, font, 600)));
  const box: Box = {
    left: place.left + Math.round(font * 3.2),
    right: place.right - Math.round(nameWidth) - 14,
    top: place.top + Math.round(font * 0.9),
    bottom: place.bottom - Math.round(font * 2),
  };
  const places = valuePlaces(data.values);
  const inset = Math.min(24, (box.right - box.left) * 0.05);
  const [low, high] = data.domain;
  return {
    box,
    font,
    domain: data.domain,
    x: (index) => box.left + inset + (places[index] ?? 0) * (box.right - box.left - 2 * inset),
    y: (value) => box.bottom - ((value - low) / (high - low || 1)) * (box.bottom - box.top),
  };
}

export function sweepChartMarks(data: SweepChartData, frame: SweepChartFrame, palette: Palette): Mark[] {
  return [
    ...axes(data, frame, palette),
    ...data.series.flatMap((series) => line(data, series, frame, palette)),
    ...names(data, frame, palette),
  ];
}

/** Index of the value nearest to a place (px); null if there is none. */
export function valueAtPlace({ values }: SweepChartData, frame: SweepChartFrame, x: number): number | null {
  const distances = values.map((_, index) => Math.abs(frame.x(index) - x));
  const nearest = Math.min(...distances);
  return nearest === Infinity ? null : distances.indexOf(nearest);
}

function axes(data: SweepChartData, frame: SweepChartFrame, palette: Palette): Mark[] {
  const { box, font, domain, x, y } = frame;
  const look = { kind: 'text', role: 'tick', size: font, weight: 400, fill: palette.mute } as const;
  const grid: number[] = [];
  const texts: TextMark[] = [];
  const values = ticks(domain[0], domain[1], 5);
  const step = (values[1] ?? 1) - (values[0] ?? 0);
  const decimals = Math.max(0, -Math.floor(Math.log10(step || 1) + 1e-9));
  for (const value of values) {
    const at = Math.round(y(value)) + 0.5;
    grid.push(box.left, at, box.right, at);
    texts.push({
      ...look,
      anchor: 'end',
      x: box.left - 6,
      y: at + font * 0.35,
      text: value.toFixed(decimals),
    });
  }
  const marks: Mark[] = [
    { kind: 'segments', role: 'grid', points: grid, stroke: palette.grid, width: 1 },
    ...texts,
  ];
  if (data.marked !== null) {
    const at = Math.round(x(data.marked)) + 0.5;
    const points = [at, box.top, at, box.bottom];
    marks.push({ kind: 'path', role: 'head', points, stroke: palette.ink, width: 1, opacity: 0.5 });
  }
  return [...marks, ...valueTexts(data, frame, palette)];
}

/** The values beneath, as many as have room; that which stands out in any case. */
function valueTexts(data: SweepChartData, { box, font, x }: SweepChartFrame, palette: Palette): TextMark[] {
  const half = (index: number): number => roughMeasure(data.values[index]?.text ?? '', font, 600) / 2 + 4;
  const order = data.values.map((_, index) => index);
  const first = [...(data.marked === null ? [] : [data.marked]), 0, order.length - 1, ...order];
  const shown: number[] = [];
  for (const index of first) {
    if (index < 0 || shown.includes(index)) continue;
    if (shown.every((other) => Math.abs(x(other) - x(index)) >= half(other) + half(index))) shown.push(index);
  }
  return shown.map((index) => ({
    kind: 'text',
    role: 'tick',
    size: font,
    weight: index === data.marked ? 600 : 400,
    anchor: 'middle',
    x: x(index),
    y: box.bottom + font * 1.5,
    fill: index === data.marked ? palette.ink : palette.mute,
    text: data.values[index]?.text ?? '',
  }));
}

const opacityOf = ({ highlight }: SweepChartData, { layer }: SweepSeries): number =>
  highlight !== null && layer !== null && layer !== highlight ? faded : 1;

/** Numbers next to one another are joined; what is no number stands alone. */
function line(data: SweepChartData, series: SweepSeries, frame: SweepChartFrame, palette: Palette): Mark[] {
  const { mean, low, high, layer, dashed } = series;
  const { x, y } = frame;
  const stroke = colourOf(layer, palette);
  const opacity = opacityOf(data, series);
  const order = data.values
    .map(({ number }, index) => ({ number, index }))
    .filter(({ index }) => Number.isFinite(mean[index]));
  const numbers = order.flatMap(({ number, index }) => (number === null ? [] : [{ number, index }]));
  numbers.sort((a, b) => a.number - b.number);
  const path = numbers.flatMap(({ index }) => [x(index), y(mean[index] ?? NaN)]);
  const intervals = order.flatMap(({ index }) => {
    const [from = NaN, to = NaN] = [low[index], high[index]];
    return Number.isNaN(from + to) ? [] : [x(index), y(from), x(index), y(to)];
  });
  const marks: Mark[] = [];
  const dash = dashed === true ? { dash: [4, 3] } : {};
  if (path.length > 2)
    marks.push({ kind: 'path', role: 'series', points: path, stroke, width: 1.6, opacity, ...dash });
  if (intervals.length > 0)
    marks.push({ kind: 'segments', role: 'spread', points: intervals, stroke, width: 1.2, opacity });
  const isHollow = (index: number): boolean => series.hollow?.[index] ?? false;
  const places = (hollow: boolean): number[] =>
    order.flatMap(({ index }) => (isHollow(index) === hollow ? [x(index), y(mean[index] ?? NaN)] : []));
  const common = {
    ...({ kind: 'markers', role: 'point', opacity } as const),
    shape: layer === null ? 'circle' : layerShape(layer),
    ...(layer === null ? {} : { layer }),
  } as const;
  const [full, empty] = [places(false), places(true)];
  if (full.length > 0)
    marks.push({ ...common, points: full, r: radius, fill: stroke, stroke: palette.panel, width: 1 });
  if (empty.length > 0)
    marks.push({ ...common, points: empty, r: radius - 1, fill: palette.panel, stroke, width: 1.4 });
  return marks;
}

/**
 * At the right ends: of lines where these end, and not where words stand behind them. Layers that end together share
 * a name.
 */
function names(data: SweepChartData, { box, font, y }: SweepChartFrame, palette: Palette): TextMark[] {
  const isLine = data.values.filter(({ number }) => number !== null).length > 1;
  const ends = data.series.flatMap(({ name, layer, mean }) => {
    const own = data.values
      .map(({ number }, index) => ({ number, value: mean[index] ?? NaN }))
      .filter(({ number, value }) => Number.isFinite(value) && (!isLine || number !== null));
    if (isLine) own.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    const last = own.at(-1)?.value;
    if (last === undefined) return [];
    return [{ name, y: y(last), colour: colourOf(layer, palette), order: layer }];
  });
  const join = (first: string, last: string): string => `${first}–${last.replace(/^T/, '')}`;
  const stacked = stackNames(
    mergeEnds(ends, join),
    font * 1.15,
    box.top - font * 0.6,
    box.bottom + font * 0.6,
  );
  return stacked.map(({ text, y: middle, colour }) => ({
    ...{
      kind: 'text',
      role: 'name',
      size: font,
      weight: 600,
      anchor: 'start',
      fill: colour,
      halo: palette.panel,
    },
    ...{ x: box.right + 8, y: middle + font * 0.35, text },
  }));
}
