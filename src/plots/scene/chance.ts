/** What a value would be by chance alone: a band behind the lines of a chart, and a strip across the plane. */
import { layerColour, type Palette } from '../colours.ts';
import type { ChartData, ChartFrame } from './chart.ts';
import type { PlaneStage } from './data.ts';
import { decimate } from './decimate.ts';
import type { Mark } from './marks.ts';

/** By epoch, ascending; one band for each layer. */
export interface ChanceBands {
  /** Another one, or one that has changed, has another. */
  readonly key: string;
  readonly epochs: Int32Array;
  readonly layers: number;
  /** (epochs, layers). */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const faded = 0.25;
const fillOpacity = 0.22;

/** The band of each layer, with its upper edge dotted, so that one without height is seen too. */
export function chanceMarks(
  { chance, highlight }: ChartData,
  { x, y, box }: ChartFrame,
  palette: Palette,
): Mark[] {
  if (!chance) return [];
  const { epochs, layers } = chance;
  const place = (index: number): number => x(epochs[index] ?? 0);
  const within = (value: number): number => Math.max(box.top, Math.min(box.bottom, y(value)));
  return Array.from({ length: layers }, (_, layer) => layer).flatMap((layer): Mark[] => {
    const edge = (values: Float64Array): number[] =>
      decimate({ values, stride: layers, offset: layer }, 0, epochs.length, place, within);
    const [high, low] = [edge(chance.high), edge(chance.low)];
    if (high.length <= 2) return [];
    const back: number[] = [];
    for (let i = low.length - 2; i >= 0; i -= 2) back.push(low[i] ?? 0, low[i + 1] ?? 0);
    const strength = highlight !== null && highlight !== layer ? faded : 1;
    const colour = layerColour(palette, layer);
    const role = 'chance';
    return [
      { kind: 'area', role, points: [...high, ...back], fill: colour, opacity: fillOpacity * strength },
      { kind: 'path', role, points: high, stroke: colour, width: 1, dash: [1, 3], opacity: strength },
    ];
  });
}

/** A layer's band at the epoch looked at, across the plane. */
export interface ChanceStrip {
  readonly layer: number;
  readonly low: number;
  readonly high: number;
}

/** Px that a strip has at least. */
const thin = 2;

export function chanceStripMarks({ data, frame, palette, words }: PlaneStage): Mark[] {
  const { chance } = data;
  if (!chance || words.chance === undefined) return [];
  const { box, font } = frame;
  const within = (value: number): number => Math.max(box.top, Math.min(box.bottom, frame.y(value)));
  const [top, base] = [within(chance.high), within(chance.low)];
  const grown = Math.max(0, thin - (base - top)) / 2;
  if (base <= box.top || top >= box.bottom) return [];
  const colour = layerColour(palette, chance.layer);
  const [above, below] = [top - grown, base + grown];
  const size = Math.round(font * 0.92);
  return [
    {
      kind: 'area',
      role: 'chance',
      points: [box.left, above, box.right, above, box.right, below, box.left, below],
      fill: colour,
      opacity: fillOpacity,
    },
    {
      ...{ kind: 'text', role: 'chance', size, weight: 400, anchor: 'end', fill: colour },
      ...{ halo: palette.background, text: words.chance(chance.layer) },
      ...{
        x: Math.min(box.right, frame.x(frame.limits.hx)) - 6,
        y: above - 5 > box.top + size ? above - 5 : below + size + 2,
      },
    },
  ];
}
