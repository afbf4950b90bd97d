import { m } from '../i18n/maps.ts';
import type { Partition } from '../core/information/partition.ts';
import { partitionEntropy } from '../core/information/partition.ts';
import type { MapLayout } from '../core/tasks/map-layout.ts';
import { decimals, plural } from '../i18n/t.ts';
import { layerName } from './sentences.ts';

/** Of a cell the part of class 1 among all its inputs, 0 to 1. */
export function classShare({ sizes, byClass }: Partition, cell: number): number {
  const classes = byClass.length / sizes.length;
  return (byClass[cell * classes + 1] ?? 0) / (sizes[cell] ?? 1);
}

/** Cells by size, the largest first; of equal ones the smaller number first. */
export function largestCells({ sizes }: Partition, most: number): number[] {
  const cells = Array.from(sizes.keys());
  return cells.sort((one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0) || one - other).slice(0, most);
}

export const codesText = (codes: number): string => m(`codes.${plural(codes)}`, { codes });

/** A share in percent; whole only where it is exact, so that 100% is never a rounded 99.9%. */
export function percent(share: number): string {
  const text = decimals(100 * share, Number.isInteger(100 * share) ? 0 : 1);
  if (share < 1 && text === '100.0') return '>99.9';
  return share > 0 && text === '0.0' ? '<0.1' : text;
}

/** The picture in words. */
export function mapLabel(layer: number, epoch: number, cells: Partition): string {
  const [largest = 0] = largestCells(cells, 1);
  return m('label', {
    layer: layerName(layer),
    epoch,
    codes: codesText(cells.sizes.length),
    samples: cells.cellOf.length,
    bits: decimals(partitionEntropy(cells), 3),
    size: cells.sizes[largest] ?? 0,
    share: percent(classShare(cells, largest)),
  });
}

/** What a layer makes of one input. */
export function pointText(layer: number, layout: MapLayout, cells: Partition, sample: number): string {
  const cell = cells.cellOf[sample] ?? 0;
  const size = cells.sizes[cell] ?? 0;
  const where = { input: layout.nameOf(sample), layer: layerName(layer) };
  const share = classShare(cells, cell);
  if (size === 1) return m('pointAlone', { ...where, label: share });
  return m('point', { ...where, size, share: percent(share) });
}

/** What rows and columns are: the bits of a Boolean layout, or the square's own. */
export function layoutText({ kind, rows, columns }: MapLayout): string {
  if (kind === 'square') return m('square');
  return m('boolean', { high: Math.log2(rows), low: Math.log2(columns) });
}
