/** Samples by the outputs of a layer's two or three units, as marks; class by shape and colour. */
import { classPair } from '../class-colours.ts';
import { layerColour, type Palette } from '../colours.ts';
import type { ShapeName } from '../shapes.ts';
import type { Box, Size } from './frame.ts';
import type { Mark, TextMark } from './marks.ts';

export interface ScatterData {
  /** (samples, units), row-major; two units or three. */
  readonly values: Float32Array;
  readonly units: number;
  /** Class of each sample. */
  readonly labels: Uint8Array;
  readonly classes: number;
  /** Names of the units, for the axes. */
  readonly names: readonly string[];
}

/** Samples that are drawn at most: evenly picked of more. */
export const mostSamples = 4096;

/** Text size, px. */
const font = 11;
/** Px of a mark of one sample; of more than 1, 4, 16 samples at one place. */
const radii = [2.2, 3, 4, 5.5];
const digits = [9, 11, 13, 16];

/** Marks of up to this many classes are shapes; of more, their numbers. */
const mostShapes = 3;
const shapes: readonly ShapeName[] = ['circle', 'cross', 'triangle'];
/** Colours of three classes, far from one another, as numbers of layers. */
const hues = [0, 3, 1];

/** The shape of a class; null where classes are drawn as their numbers. */
export function classShape(label: number, classes: number): ShapeName | null {
  return classes <= mostShapes ? (shapes[label] ?? 'circle') : null;
}

export function classColour(label: number, classes: number, palette: Palette): string {
  if (classes <= classPair.length) return classPair[label] ?? palette.ink;
  if (classes <= mostShapes) return layerColour(palette, hues[label] ?? 0);
  return label < palette.layers.length ? layerColour(palette, label) : palette.ink;
}

/** Every how many-th sample is drawn. */
export function stride(samples: number): number {
  return Math.max(1, Math.ceil(samples / mostSamples));
}

/** A sample's place, 0 to 1 across and up: two units as they are; three as a cube seen from its far corner. */
export type Projection = (at: number) => readonly [number, number];

/** Smallest and largest output of the layer; a constant one has some room around it. */
export function outputExtent(values: Float32Array): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high > low ? [low, high] : [low - 0.5, low + 0.5];
}

export function projection({ values, units }: ScatterData): Projection {
  const [low, high] = outputExtent(values);
  const part = (at: number, unit: number): number =>
    ((values[at * units + unit] ?? low) - low) / (high - low);
  if (units === 2) return (at) => [part(at, 0), part(at, 1)];
  return (at) => projectCube(part(at, 0), part(at, 1), part(at, 2));
}

/** Unit 1 goes to the lower right, unit 2 to the lower left, unit 3 up. */
export function projectCube(first: number, second: number, third: number): readonly [number, number] {
  return [0.5 + (first - second) / 2, 0.5 + (third - (first + second) / 2) / 2];
}

export function scatterBox(size: Size, units: number): Box {
  const margin = units === 2 ? { left: 34, bottom: 30 } : { left: 12, bottom: 18 };
  const side = Math.max(20, Math.min(size.width - margin.left - 12, size.height - margin.bottom - 16));
  const left = Math.round(margin.left + (size.width - margin.left - 12 - side) / 2);
  return { left, top: 16, right: left + side, bottom: 16 + side };
}

/** All marks, from behind: axes, then samples, those of places with many last. */
export function scatterMarks(data: ScatterData, size: Size, palette: Palette): Mark[] {
  const box = scatterBox(size, data.units);
  const axes = data.units === 2 ? planeAxes(data, box, palette) : cubeAxes(data, box, palette);
  return [...axes, ...sampleMarks(data, box, palette)];
}

/** Px around a mark in which it is still meant. */
const reach = 14;

/** The drawn sample nearest to (x, y), px in the host; null if none is near. Of several at one place the first. */
export function nearestSample(data: ScatterData, size: Size, x: number, y: number): number | null {
  const box = scatterBox(size, data.units);
  const side = box.right - box.left;
  const project = projection(data);
  const step = stride(data.labels.length);
  let best: number | null = null;
  let nearest = reach;
  for (let at = 0; at < data.labels.length; at += step) {
    const [across, up] = project(at);
    const distance = Math.hypot(box.left + across * side - x, box.bottom - up * side - y);
    if (distance >= nearest) continue;
    nearest = distance;
    best = at;
  }
  return best;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly label: number;
  samples: number;
}

/** Samples of one class that fall on one place (half a px wide) are one mark, the larger the more there are. */
function placesOf(data: ScatterData, box: Box): readonly Place[] {
  const project = projection(data);
  const side = box.right - box.left;
  const places = new Map<string, Place>();
  const step = stride(data.labels.length);
  for (let at = 0; at < data.labels.length; at += step) {
    const [across, up] = project(at);
    const x = Math.round(2 * (box.left + across * side)) / 2;
    const y = Math.round(2 * (box.bottom - up * side)) / 2;
    const label = data.labels[at] ?? 0;
    const key = `${x} ${y} ${label}`;
    const place = places.get(key);
    if (place) place.samples++;
    else places.set(key, { x, y, label, samples: 1 });
  }
  return [...places.values()];
}

function sampleMarks(data: ScatterData, box: Box, palette: Palette): Mark[] {
  const places = placesOf(data, box);
  const marks: Mark[] = [];
  for (let bucket = 0; bucket < radii.length; bucket++) {
    const own = places.filter(({ samples }) => bucketOf(samples) === bucket);
    for (let label = 0; label < data.classes; label++) {
      const members = own.filter((place) => place.label === label);
      const fill = classColour(label, data.classes, palette);
      const shape = classShape(label, data.classes);
      if (shape === null) {
        marks.push(...members.map((place) => digitMark(place, bucket, fill)));
      } else if (members.length > 0) {
        const points = members.flatMap(({ x, y }) => [x, y]);
        marks.push({
          kind: 'markers',
          role: 'point',
          shape,
          points,
          r: radii[bucket] ?? 2,
          fill,
          opacity: 0.8,
        });
      }
    }
  }
  return marks;
}

function bucketOf(samples: number): number {
  if (samples === 1) return 0;
  if (samples <= 4) return 1;
  return samples <= 16 ? 2 : 3;
}

function digitMark({ x, y, label }: Place, bucket: number, fill: string): TextMark {
  const size = digits[bucket] ?? font;
  const look = { kind: 'text', role: 'point', weight: 600, anchor: 'middle', fill } as const;
  return { ...look, size, x, y: y + size * 0.35, text: String(label) };
}

function planeAxes({ values, names }: ScatterData, box: Box, palette: Palette): Mark[] {
  const [low, high] = outputExtent(values);
  const look = { kind: 'text', size: font, weight: 400, fill: palette.mute } as const;
  const tick = (value: number): string => value.toFixed(Math.abs(value) >= 10 ? 0 : 1);
  const edges = [
    [box.left, box.top, box.right, box.top],
    [box.right, box.top, box.right, box.bottom],
    [box.right, box.bottom, box.left, box.bottom],
    [box.left, box.bottom, box.left, box.top],
  ].flat();
  const below = box.bottom + font * 1.5;
  const beside = box.left - 6;
  const middle = (box.left + box.right) / 2;
  return [
    { kind: 'segments', role: 'grid', points: edges, stroke: palette.grid, width: 1 },
    { ...look, role: 'tick', anchor: 'start', x: box.left, y: below, text: tick(low) },
    { ...look, role: 'tick', anchor: 'end', x: box.right, y: below, text: tick(high) },
    { ...look, role: 'tick', anchor: 'end', x: beside, y: box.bottom, text: tick(low) },
    { ...look, role: 'tick', anchor: 'end', x: beside, y: box.top + font * 0.7, text: tick(high) },
    { ...look, role: 'title', anchor: 'middle', x: middle, y: below, text: names[0] ?? '' },
    { ...look, role: 'title', anchor: 'start', x: box.left, y: box.top - 5, text: names[1] ?? '' },
  ];
}

/** The three edges at the corner where all units are smallest, with the units' names at their ends. */
function cubeAxes({ names }: ScatterData, box: Box, palette: Palette): Mark[] {
  const side = box.right - box.left;
  const place = (corner: readonly [number, number, number]): readonly [number, number] => {
    const [across, up] = projectCube(...corner);
    return [box.left + across * side, box.bottom - up * side];
  };
  const [x0, y0] = place([0, 0, 0]);
  const ends = [place([1, 0, 0]), place([0, 1, 0]), place([0, 0, 1])];
  const anchors = ['end', 'start', 'start'] as const;
  const look = { kind: 'text', role: 'title', size: font, weight: 400, fill: palette.mute } as const;
  return [
    {
      kind: 'segments',
      role: 'grid',
      points: ends.flatMap(([x, y]) => [x0, y0, x, y]),
      stroke: palette.mute,
      width: 1,
      opacity: 0.5,
    },
    ...ends.map(([x, y], unit): TextMark => {
      const name = names[unit] ?? '';
      const base = unit === 2 ? y - 4 : y + font * 1.3;
      return { ...look, anchor: anchors[unit] ?? 'start', x, y: base, text: name };
    }),
  ];
}
