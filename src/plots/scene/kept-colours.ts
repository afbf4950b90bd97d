/** Numbers of colours for the cells of a partition that stay as it changes. */
import type { Partition } from '../../core/information/partition.ts';

type Cells = Pick<Partition, 'cellOf' | 'sizes'>;

/** A partition and the number of each cell's colour, (cells), no two alike. */
export interface Coloured {
  readonly cells: Cells;
  readonly colours: Int32Array;
}

/**
 * The number of each cell's colour: a cell keeps that of the cell before that most of its samples come from. Where
 * several cells come from one, that with the most samples of it keeps its colour; another takes the number of the
 * first of its own samples that is free, and so does every cell if there is no partition before.
 */
export function keptColours(before: Coloured | null, after: Cells): Int32Array {
  const { cellOf, sizes } = after;
  // Cells are numbered by their first sample: the same partition has the same numbers.
  if (before && isSame(before.cells.cellOf, cellOf)) return before.colours;
  const colours = new Int32Array(sizes.length).fill(-1);
  const taken = new Uint8Array(cellOf.length);
  if (before?.cells.cellOf.length === cellOf.length) {
    for (const { from, to } of origins(before.cells, after)) {
      const colour = before.colours[from] ?? 0;
      if (taken[colour]) continue;
      taken[colour] = 1;
      colours[to] = colour;
    }
  }
  for (const [sample, cell] of cellOf.entries()) {
    if ((colours[cell] ?? 0) >= 0 || taken[sample]) continue;
    taken[sample] = 1;
    colours[cell] = sample;
  }
  let free = 0; // All its samples' numbers may have been taken: there are no more cells than samples.
  for (let cell = 0; cell < colours.length; cell++) {
    if ((colours[cell] ?? 0) >= 0) continue;
    while (taken[free]) free++;
    taken[free] = 1;
    colours[cell] = free;
  }
  return colours;
}

const isSame = (one: Int32Array, other: Int32Array): boolean =>
  one.length === other.length && one.every((cell, sample) => cell === other[sample]);

/** For each cell of after the cell of before that gives most of it; those that give most samples first. */
function origins(before: Cells, after: Cells): { from: number; to: number; size: number }[] {
  const width = before.sizes.length;
  // Sorted, equal pairs stand together: several times as fast as counting them in a map.
  const pairs = Float64Array.from(
    after.cellOf,
    (to, sample) => to * width + (before.cellOf[sample] ?? 0),
  ).sort();
  const most: { from: number; to: number; size: number }[] = [];
  for (let first = 0, end = 0; first < pairs.length; first = end) {
    const pair = pairs[first] ?? 0;
    while (pairs[end] === pair) end++;
    const to = Math.floor(pair / width);
    if (end - first > (most[to]?.size ?? 0)) most[to] = { from: pair % width, to, size: end - first };
  }
  return most.sort((one, other) => other.size - one.size || one.to - other.to);
}
