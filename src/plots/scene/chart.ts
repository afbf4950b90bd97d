/** A chart of values by epoch, as marks: one line a layer, or train and test. */
import type { Palette } from '../colours.ts';
import { epochTicks } from '../epoch-ticks.ts';
import type { EpochScale } from '../../core/experiment/epoch-scale.ts';
import { decimate, entry } from './decimate.ts';
import type { Column } from './decimate.ts';
import type { Box, Size } from './frame.ts';
import { roughMeasure, type Mark, type TextMark } from './marks.ts';
import { bandMarks } from './band.ts';
import { chanceMarks, type ChanceBands } from './chance.ts';
import { colourOf, opacityOf } from './series.ts';
import { mergeEnds, stackNames } from './stack.ts';

export interface ChartSeries extends Column {
  readonly name: string;
  /** The layer (0 for T1) whose colour it has; null: ink. */
  readonly layer: number | null;
  readonly dashed?: boolean;
  /** Drawn as a band around the line; laid out as its values. */
  readonly band?: { readonly low: Float64Array; readonly high: Float64Array };
}

/** Other runs of the same measurements, drawn faint behind. */
export interface ChartBackdrop {
  /** Names them: with the same key, runs only ever come to them. */
  readonly key: string;
  /** At which all of them were measured. */
  readonly epochs: Int32Array;
  /** Of each run one line for each of the chart's series. */
  readonly runs: readonly (readonly Column[])[];
  /** How many there will be: the more, the fainter each. */
  readonly planned: number;
}

/** A run of other settings: what draws it comes with it, since few charts have one. */
export interface ChartGhost {
  /** Names what is drawn of it. */
  readonly key: string;
  lines(data: ChartData, frame: ChartFrame, palette: Palette): Mark[];
}

export interface ChartData {
  /** Names the run: with the same key, its columns only ever grow. */
  readonly key?: string;
  readonly epochs: Int32Array;
  readonly series: readonly ChartSeries[];
  readonly scale: EpochScale;
  /** Lowest and highest value of the axis. */
  readonly domain: readonly [number, number];
  /** What stands at the axis, where that is not its ends and middle as numbers. */
  readonly ticks?: readonly { readonly at: number; readonly text: string }[];
  /** Fractional index of the measurement looked at; -1 for none. */
  readonly head: number;
  readonly highlight: number | null;
  readonly others?: ChartBackdrop;
  /** Another run, drawn behind this one. */
  readonly ghost?: ChartGhost;
  /** Epochs up to this one were trained on shuffled labels, and are drawn grey; 0 or left out: none. */
  readonly prefit?: number;
  /** What is grey. */
  readonly prefitName?: string;
  /** What the values would be by chance, behind the lines. */
  readonly chance?: ChanceBands;
}

export interface ChartFrame {
  readonly box: Box;
  readonly font: number;
  readonly domain: readonly [number, number];
  /** Epoch to px. */
  readonly x: (epoch: number) => number;
  readonly y: (value: number) => number;
}

/** A line up to the viewing head, and beyond it. */
const widths = { seen: 1.7, ahead: 1.1 };
/** Opacity of what lies ahead of the viewing head. */
export const aheadOpacity = 0.4;

/** `nameWidth`: px that the names at the lines' right ends need. */
export function chartFrame(data: ChartData, size: Size, nameWidth: number, font = 11): ChartFrame {
  const box: Box = {
    left: Math.round(font * 2.8),
    right: Math.round(size.width - nameWidth - 8),
    top: Math.round(font * 0.7),
    bottom: Math.round(size.height - font * 1.7),
  };
  const [low, high] = data.domain;
  return {
    box,
    font,
    domain: [low, high],
    x: (epoch) => box.left + data.scale.position(epoch) * (box.right - box.left),
    y: (value) => box.bottom - ((value - low) / (high - low)) * (box.bottom - box.top),
  };
}

/** Grid, values on the left, epochs beneath. */
export function chartAxes(data: ChartData, frame: ChartFrame, palette: Palette): Mark[] {
  const { box, font, domain, x, y } = frame;
  const [low, high] = domain;
  const values = [low, (low + high) / 2, high];
  const most = high < 10 ? 2 : 1; // What there is room for at the left.
  const decimals = Math.max(
    ...values.map((value) => (String(Number(value.toFixed(most))).split('.')[1] ?? '').length),
  );
  const ticks = data.ticks ?? values.map((at) => ({ at, text: at.toFixed(decimals) }));
  const look = { kind: 'text', role: 'tick', size: font, weight: 400, fill: palette.mute } as const;
  const grid: number[] = [];
  const texts: TextMark[] = [];
  for (const { at: value, text } of ticks) {
    const at = Math.round(y(value)) + 0.5;
    grid.push(box.left, at, box.right, at);
    const base = at + font * 0.35;
    texts.push({ ...look, anchor: 'end', x: box.left - 6, y: base, text });
  }
  for (const tick of epochTicks(data.scale, box.right - box.left, font)) {
    const text = tick.toLocaleString('en');
    texts.push({ ...look, anchor: 'middle', x: x(tick), y: box.bottom + font * 1.45, text });
  }
  return [
    { kind: 'segments', role: 'grid', points: grid, stroke: palette.grid, width: 1 },
    ...chanceMarks(data, frame, palette),
    ...texts,
    ...prefitMarks(data, frame, palette),
  ];
}

/** The lines of measurements from..to (not including `to`), as they are up to the head or ahead of it. */
export function chartLines(
  data: ChartData,
  frame: ChartFrame,
  palette: Palette,
  part: 'seen' | 'ahead',
  from = 0,
  to = data.epochs.length,
): Mark[] {
  const x = (index: number): number => frame.x(data.epochs[index] ?? 0);
  const turn = prefitEnd(data);
  const bands = data.series.flatMap((line) => bandMarks(data, line, frame, palette, from, to));
  const lines = data.series.flatMap((line): Mark[] => {
    const pieces = [
      { points: decimate(line, from, Math.min(to, turn), x, frame.y), stroke: palette.mute },
      {
        points: decimate(line, Math.max(from, turn - 1), to, x, frame.y),
        stroke: colourOf(line.layer, palette),
      },
    ];
    const look = {
      kind: 'path',
      role: 'series',
      width: widths[part],
      opacity: opacityOf(data, line),
      ...(line.dashed === true ? { dash: [4, 3] } : {}),
    } as const;
    return pieces.filter(({ points }) => points.length > 2).map((piece) => ({ ...look, ...piece }));
  });
  return [...bands, ...lines];
}

/** How many measurements come before the first on true labels. */
function prefitEnd({ epochs, prefit = 0 }: ChartData): number {
  if (prefit === 0) return 0;
  const index = epochs.findIndex((epoch) => epoch > prefit);
  return index < 0 ? epochs.length : index;
}

/** Where shuffled labels end: an upright line, and the words on the side that has room. */
function prefitMarks(data: ChartData, { box, font, x }: ChartFrame, palette: Palette): Mark[] {
  const { prefit = 0, prefitName } = data;
  if (prefit === 0) return [];
  const at = Math.round(x(prefit)) + 0.5;
  const line = { kind: 'path', role: 'prefit', stroke: palette.mute, width: 1, dash: [2, 3] } as const;
  const marks: Mark[] = [{ ...line, points: [at, box.top - 3, at, box.bottom] }];
  if (prefitName === undefined) return marks;
  const size = Math.round(font * 0.92);
  const isLeft = at - box.left > roughMeasure(prefitName, size, 400) + 8;
  marks.push({
    kind: 'text',
    role: 'prefit',
    text: prefitName,
    x: isLeft ? at - 4 : at + 4,
    y: box.bottom - 4,
    size,
    weight: 400,
    anchor: isLeft ? 'end' : 'start',
    fill: palette.mute,
    halo: palette.panel,
  });
  return marks;
}

/** Names at the right ends; layers that end together have one, made by `join` from the first and the last. */
export function chartNames(
  data: ChartData,
  { box, font, x, y }: ChartFrame,
  palette: Palette,
  join: (first: string, last: string) => string,
): TextMark[] {
  const last = data.epochs.length - 1;
  if (last < 0) return [];
  const ends = data.series.flatMap((line) => {
    const value = entry(line, last);
    if (Number.isNaN(value)) return [];
    return [{ name: line.name, y: y(value), colour: colourOf(line.layer, palette), order: line.layer }];
  });
  const left = Math.min(x(data.epochs[last] ?? 0), box.right) + 5;
  const stacked = stackNames(
    mergeEnds(ends, join),
    font * 1.15,
    box.top - font * 0.6,
    box.bottom + font * 0.6,
  );
  return stacked.map((name) => ({
    kind: 'text',
    role: 'name',
    text: name.text,
    x: left,
    y: name.y + font * 0.35,
    size: font,
    weight: 600,
    anchor: 'start',
    fill: name.colour,
    halo: palette.panel,
  }));
}

/** The upright line at the viewing head. */
export function chartHead(data: ChartData, frame: ChartFrame, palette: Palette): Mark[] {
  if (data.head < 0) return [];
  const at = Math.round(frame.x(headEpoch(data.epochs, data.head))) + 0.5;
  const points = [at, frame.box.top - 3, at, frame.box.bottom];
  return [{ kind: 'path', role: 'head', points, stroke: palette.ink, width: 1, opacity: 0.6 }];
}

/** The epoch at a fractional index. */
export function headEpoch(epochs: Int32Array, head: number): number {
  const before = Math.floor(head);
  const low = epochs[before] ?? 0;
  const high = epochs[before + 1] ?? low;
  return low + (high - low) * (head - before);
}
