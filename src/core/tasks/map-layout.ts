import { VERTICES } from './icosahedron.ts';
import { pointOf, POINTS, SIDE } from './square.ts';
import { specOf, type TaskName } from './task-name.ts';

/** How all samples of a task lie side by side as a picture. */
export interface MapLayout {
  /** What the places mean. */
  readonly kind: 'boolean' | 'square';
  readonly rows: number;
  readonly columns: number;
  /** The sample at each place, (rows, columns), row-major from the upper left; every sample has one place. */
  readonly sampleAt: Int32Array;
  /** An input in figures. */
  readonly nameOf: (sample: number) => string;
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

/** The square's points where they lie: rows from the top, columns from the left (square.ts). */
export function squareLayout(): MapLayout {
  const nameOf = (sample: number): string => {
    const { u, v } = pointOf(sample);
    return `(${(u / (SIDE - 1)).toFixed(2)}, ${(v / (SIDE - 1)).toFixed(2)})`;
  };
  const sampleAt = Int32Array.from({ length: POINTS }, (_, sample) => sample);
  return { kind: 'square', rows: SIDE, columns: SIDE, sampleAt, nameOf };
}

/** Null for a task whose inputs fill no rectangle. @throws RangeError if the name is none */
export function mapLayout(task: TaskName): MapLayout | null {
  const spec = specOf(task);
  switch (spec.kind) {
    case 'mnist':
    case 'samples':
    case 'images':
      return null;
    case 'icosahedron':
      return booleanLayout(VERTICES);
    case 'square':
      return squareLayout();
    default:
      return booleanLayout(spec.inputs);
  }
}

/** The place of each sample. */
export function placesOf({ sampleAt }: MapLayout): Int32Array {
  const places = new Int32Array(sampleAt.length);
  for (const [place, sample] of sampleAt.entries()) places[sample] = place;
  return places;
}
