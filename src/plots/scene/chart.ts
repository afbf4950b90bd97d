/** A chart of values by epoch, as marks: one line a layer, or train and test. */
import { ticks } from 'd3';
import type { Palette } from '../colours.ts';
import { epochTicks } from '../scale.ts';
import type { EpochScale } from '../scale.ts';
import { decimate, entry } from './decimate.ts';
import type { Column } from './decimate.ts';
import type { Box, Size } from './frame.ts';
import type { Mark } from './marks.ts';
import { mergeEnds, stackNames } from './stack.ts';

export interface ChartSeries extends Column {
  readonly name: string;
  /** The layer (0 for T1) whose colour it has; null: ink. */
  readonly layer: number | null;
  readonly dashed?: boolean;
}

export interface ChartData {
  readonly epochs: Int32Array;
  readonly series: readonly ChartSeries[];
  readonly scale: EpochScale;
  /** Lowest and highest value of the axis; `null` for the highest: from the data. */
  readonly domain: readonly [number, number | null];
  /** Fractional index of the measurement looked at; -1 for none. */
  readonly head: number;
  readonly highlight: number | null;
}

export interface ChartFrame {
  readonly box: Box;
  readonly font: number;
  readonly domain: readonly [number, number];
  /** Epoch to px. */
  x(epoch: number): number;
  y(value: number): number;
}

const faint = 0.4;

export function chartFrame(data: ChartData, size: Size, nameWidth: number, font = 11): ChartFrame {
  const box: Box = {
    left: Math.round(font * 2.8),
    right: Math.round(size.width - nameWidth - 8),
    top: Math.round(font * 0.7),
    bottom: Math.round(size.height - font * 1.7),
  };
  const [low, fixed] = data.domain;
  const high = fixed ?? highest(data, low);
  return {
    box,
    font,
    domain: [low, high],
    x: (epoch) => box.left + data.scale.position(epoch) * (box.right - box.left),
    y: (value) => box.bottom - ((value - low) / (high - low)) * (box.bottom - box.top),
  };
}

/** A round number not below any value. */
function highest(data: ChartData, low: number): number {
  let top = low;
  for (const series of data.series) {
    for (let i = 0; i < data.epochs.length; i++) {
      const value = entry(series, i);
      if (value > top && Number.isFinite(value)) top = value;
    }
  }
  if (top === low) return low + 1;
  const step = ticks(low, top, 2)[1] ?? top;
  const spacing = Math.abs(step - (ticks(low, top, 2)[0] ?? low)) || top - low;
  return low + Math.ceil((top - low) / spacing - 1e-9) * spacing;
}

export function chartMarks(
  data: ChartData,
  frame: ChartFrame,
  palette: Palette,
  colourOf: (layer: number | null) => string,
  join: (first: string, last: string) => string,
): Mark[] {
  const { box, font } = frame;
  const marks: Mark[] = axes(data, frame, palette);
  const { epochs, series } = data;
  const length = epochs.length;
  if (length === 0) return marks;
  const x = (index: number): number => frame.x(epochs[index] ?? 0);
  const shown = data.head < 0 ? length : Math.min(length, Math.floor(data.head) + 1);
  for (const line of series) {
    const stroke = colourOf(line.layer);
    const back = data.highlight !== null && line.layer !== data.highlight;
    const common = {
      kind: 'path',
      role: 'series',
      stroke,
      ...(line.dashed === true ? { dash: [4, 3] } : {}),
    } as const;
    const before = decimate(line, 0, shown, x, frame.y);
    if (before.length > 2) marks.push({ ...common, points: before, width: 1.7, opacity: back ? 0.25 : 1 });
    const after = decimate(line, Math.max(0, shown - 1), length, x, frame.y);
    if (after.length > 2) marks.push({ ...common, points: after, width: 1.1, opacity: back ? 0.12 : faint });
  }
  const last = x(length - 1);
  const ends = series.flatMap((line) => {
    const value = entry(line, length - 1);
    if (Number.isNaN(value)) return [];
    return [{ name: line.name, y: frame.y(value), colour: colourOf(line.layer), order: line.layer }];
  });
  for (const name of stackNames(
    mergeEnds(ends, join),
    font * 1.15,
    box.top - font * 0.6,
    box.bottom + font * 0.6,
  )) {
    marks.push({
      kind: 'text',
      role: 'name',
      text: name.text,
      x: Math.min(last + 5, frame.box.right + 5),
      y: name.y + font * 0.35,
      size: font,
      weight: 600,
      anchor: 'start',
      fill: name.colour,
      halo: palette.panel,
    });
  }
  if (data.head >= 0) {
    const at = Math.round(frame.x(headEpoch(epochs, data.head))) + 0.5;
    marks.push({
      kind: 'path',
      role: 'head',
      points: [at, box.top - 3, at, box.bottom],
      stroke: palette.ink,
      width: 1,
      opacity: 0.6,
    });
  }
  return marks;
}

/** The epoch at a fractional index. */
export function headEpoch(epochs: Int32Array, head: number): number {
  const before = Math.floor(head);
  const low = epochs[before] ?? 0;
  const high = epochs[before + 1] ?? low;
  return low + (high - low) * (head - before);
}

function axes(data: ChartData, frame: ChartFrame, palette: Palette): Mark[] {
  const { box, font } = frame;
  const [low, high] = frame.domain;
  const marks: Mark[] = [];
  const grid: number[] = [];
  const values = [low, (low + high) / 2, high];
  const decimals = Math.max(
    ...values.map((value) => (String(Number(value.toFixed(2))).split('.')[1] ?? '').length),
  );
  const text = { kind: 'text', role: 'tick', size: font, weight: 400, fill: palette.mute } as const;
  for (const value of values) {
    const y = Math.round(frame.y(value)) + 0.5;
    grid.push(box.left, y, box.right, y);
    marks.push({
      ...text,
      anchor: 'end',
      x: box.left - 6,
      y: y + font * 0.35,
      text: value.toFixed(decimals),
    });
  }
  marks.unshift({ kind: 'segments', role: 'grid', points: grid, stroke: palette.grid, width: 1 });
  for (const tick of epochTicks(data.scale, box.right - box.left, font)) {
    marks.push({
      ...text,
      anchor: 'middle',
      x: frame.x(tick),
      y: box.bottom + font * 1.45,
      text: tick.toLocaleString('en'),
    });
  }
  return marks;
}
