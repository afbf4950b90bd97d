/** Everything a plot consists of, as plain objects: canvas, SVG and exports draw the same list. Units: px. */
import type { ShapeName } from '../shapes.ts';

/** What a mark is there for; tests and style sheets find it by this. */
export type Role =
  | 'grid'
  | 'limit'
  | 'diagonal'
  | 'tick'
  | 'title'
  | 'trail'
  | 'joint'
  | 'point'
  | 'anchor'
  | 'name'
  | 'leader'
  | 'series'
  | 'faint'
  | 'ghost'
  | 'spread'
  | 'band'
  | 'prefit'
  | 'chance'
  | 'head'
  | 'focus';

/** An open line through points x0, y0, x1, y1, ... */
export interface PathMark {
  readonly kind: 'path';
  readonly role: Role;
  readonly points: readonly number[];
  readonly stroke: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

/** Separate lines x0, y0, x1, y1, each of four numbers, in one colour. */
export interface SegmentsMark {
  readonly kind: 'segments';
  readonly role: Role;
  readonly points: readonly number[];
  readonly stroke: string;
  readonly width: number;
  readonly opacity?: number;
}

/** A filled area inside the closed line through points x0, y0, x1, y1, ... */
export interface AreaMark {
  readonly kind: 'area';
  readonly role: Role;
  readonly points: readonly number[];
  readonly fill: string;
  readonly opacity?: number;
}

/** One shape at many places x0, y0, x1, y1, ..., in one colour. */
export interface MarkersMark {
  readonly kind: 'markers';
  readonly role: Role;
  readonly shape: ShapeName;
  readonly points: readonly number[];
  readonly r: number;
  readonly fill: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly opacity?: number;
  /** The layer it stands for, where it stands for one. */
  readonly layer?: number;
}

export interface TextMark {
  readonly kind: 'text';
  readonly role: Role;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill: string;
  /** Degrees it is turned by around (x, y), clockwise. */
  readonly rotate?: number;
  /** Colour of an outline behind the letters that keeps them readable on lines. */
  readonly halo?: string;
  readonly opacity?: number;
}

export type Mark = PathMark | SegmentsMark | AreaMark | MarkersMark | TextMark;

/** Width in px of a text. */
export type Measure = (text: string, size: number, weight: number) => number;

/** Good to a few percent for system fonts; for where there is no canvas to measure on. */
export const roughMeasure: Measure = (text, size, weight) =>
  text.length * size * (weight >= 600 ? 0.6 : 0.56);
