import type { LayerWeights } from '../../core/inspection/layer-weights.ts';

/** How the weights of a layer lie side by side. */
export interface WeightPlaces {
  readonly rows: number;
  readonly columns: number;
  /**
   * The weight at each place, (rows, columns) row-major: input times units plus unit; from inputs times units on the
   * units' biases; -1 where there is nothing.
   */
  readonly weightAt: Int32Array;
}

type Shape = Pick<LayerWeights, 'rows' | 'columns'>;

/** Inputs down, units across, then a free row and the biases. */
export function matrixPlaces({ rows, columns }: Shape): WeightPlaces {
  const weightAt = Int32Array.from({ length: (rows + 2) * columns }, (_, place) => {
    if (place < rows * columns) return place;
    return place < (rows + 1) * columns ? -1 : place - columns;
  });
  return { rows: rows + 2, columns, weightAt };
}

/** For each unit the picture of its inputs, which are the pixels of an image, about as many down as across; no biases. */
export function imagePlaces(
  { rows: inputs, columns: units }: Shape,
  image: { readonly height: number; readonly width: number },
): WeightPlaces {
  const { height, width } = image;
  const many = Math.ceil(Math.sqrt(units));
  const columns = many * (width + 1) - 1;
  const rows = Math.ceil(units / many) * (height + 1) - 1;
  const weightAt = new Int32Array(rows * columns).fill(-1);
  for (let unit = 0; unit < units; unit++) {
    const top = Math.floor(unit / many) * (height + 1);
    const left = (unit % many) * (width + 1);
    for (let input = 0; input < inputs; input++) {
      const row = top + Math.floor(input / width);
      weightAt[row * columns + left + (input % width)] = input * units + unit;
    }
  }
  return { rows, columns, weightAt };
}

/** The place `by` rows and columns on from a place, beyond what is free; the same where there is none. */
export function nextPlace(
  { rows, columns, weightAt }: WeightPlaces,
  place: number,
  by: readonly [rows: number, columns: number],
): number {
  let row = Math.floor(place / columns) + by[0];
  let column = (place % columns) + by[1];
  while (row >= 0 && row < rows && column >= 0 && column < columns) {
    const next = row * columns + column;
    if ((weightAt[next] ?? -1) >= 0) return next;
    row += by[0];
    column += by[1];
  }
  return place;
}

/** The largest absolute value among weights and biases; 1 where all are 0. */
export function largestWeight({ used, bias }: Pick<LayerWeights, 'used' | 'bias'>): number {
  let largest = 0;
  for (const values of [used, bias]) for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest === 0 ? 1 : largest;
}
