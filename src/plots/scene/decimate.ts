/** Lines of many points on few pixels. */

/** One line of a chart: entry m of the column at [m * stride + offset]. */
export interface Column {
  readonly values: Float64Array | Float32Array | Int32Array;
  readonly stride: number;
  readonly offset: number;
}

export function entry(column: Column, index: number): number {
  return column.values[index * column.stride + column.offset] ?? NaN;
}

/**
 * Points x0, y0, x1, y1, ... of measurements from..to (not including `to`): first, lowest, highest and last of each
 * column of pixels, in their order, so that no extreme is lost. Values that are no numbers are left out.
 */
export function decimate(
  column: Column,
  from: number,
  to: number,
  x: (index: number) => number,
  y: (value: number) => number,
): number[] {
  const points: number[] = [];
  let pixel = NaN;
  let chosen: number[] = [];
  let low = 0;
  let high = 0;
  const flush = (): void => {
    const first = chosen[0];
    const last = chosen[chosen.length - 1];
    if (first === undefined || last === undefined) return;
    for (const index of [...new Set([first, low, high, last])].sort((a, b) => a - b)) {
      points.push(x(index), y(entry(column, index)));
    }
  };
  for (let index = from; index < to; index++) {
    const value = entry(column, index);
    if (Number.isNaN(value)) continue;
    const at = Math.floor(x(index));
    if (at !== pixel) {
      flush();
      pixel = at;
      chosen = [index];
      low = high = index;
      continue;
    }
    chosen[1] = index;
    if (value < entry(column, low)) low = index;
    if (value > entry(column, high)) high = index;
  }
  flush();
  return points;
}
