import { samplesOf } from '../../core/inspection/cell-orders.ts';
import type { LayerInspection } from '../../core/inspection/inspect.ts';

/** A layer's cells, and the numbers of the samples that they are of; null for all. */
type Celled = Pick<LayerInspection, 'cells' | 'chosen'>;

/** The first sample of a cell. */
export function firstOf({ cells, chosen }: Celled, cell: number): number {
  const place = cells.cellOf.indexOf(cell);
  return chosen ? (chosen[place] ?? 0) : place;
}

/** The cell of a sample; undefined if it is not among those that are read. */
export function cellOfSample({ cells, chosen }: Celled, sample: number): number | undefined {
  return cells.cellOf[chosen ? chosen.indexOf(sample) : sample];
}

/** The samples of a cell, ascending. */
export function samplesIn({ cells, chosen }: Celled, cell: number): Int32Array {
  const places = samplesOf(cells, cell);
  return chosen ? places.map((place) => chosen[place] ?? 0) : places;
}
