import { VERTICES } from './icosahedron.ts';
import type { TaskName } from './task-by-name.ts';

/** How all samples of a task lie side by side as a picture. */
export interface MapLayout {
  /** What the places mean. */
  readonly kind: 'boolean';
  readonly rows: number;
  readonly columns: number;
  /** The sample at each place, (rows, columns), row-major from the upper left; every sample has one place. */
  readonly sampleAt: Int32Array;
  /** An input in figures. */
  nameOf(sample: number): string;
}

/** The reflected binary (Gray) code: numbers that follow one another differ in one bit. */
const gray = (index: number): number => index ^ (index >> 1);

/**
 * All 2^inputs inputs of a Boolean task, where sample r has x_i = bit inputs - 1 - i of r: rows are the high half of
 * the bits, columns the low half (one more of an odd number), both in Gray order, so that neighbours differ in one bit.
 *
 * @param inputs 2 to 16
 */
export function booleanLayout(inputs: number): MapLayout {
  const high = inputs >> 1;
  const low = inputs - high;
  const rows = 1 << high;
  const columns = 1 << low;
  const sampleAt = Int32Array.from({ length: rows * columns }, (_, place) => {
    return (gray(Math.floor(place / columns)) << low) | gray(place % columns);
  });
  const nameOf = (sample: number): string => {
    const bits = sample.toString(2).padStart(inputs, '0');
    return `${bits.slice(0, high)} ${bits.slice(high)}`;
  };
  return { kind: 'boolean', rows, columns, sampleAt, nameOf };
}

const layouts: Readonly<Record<TaskName, MapLayout | null>> = {
  icosahedron: booleanLayout(VERTICES),
  mnist: null,
};

/** Null for a task whose inputs fill no rectangle. */
export const mapLayout = (task: TaskName): MapLayout | null => layouts[task];

/** The place of each sample. */
export function placesOf({ sampleAt }: MapLayout): Int32Array {
  const places = new Int32Array(sampleAt.length);
  for (const [place, sample] of sampleAt.entries()) places[sample] = place;
  return places;
}
