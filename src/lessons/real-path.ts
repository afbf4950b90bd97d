import { epochScale } from '../core/experiment/epoch-scale.ts';
import type { RepeatResult } from '../core/experiment/presets/outcome.ts';
import type { Place } from './lesson.ts';
import { rowNumber, type RowName } from './quantity.ts';

/** Epochs at which a path is read. */
const stops = 48;

/**
 * A row's path, read at 48 epochs spread logarithmically, its first and last among them: as it passes on the plane, and
 * without its trembling, which would count as length.
 */
export function realPath({ columns, rows }: RepeatResult, name: RowName): readonly Place[] {
  const row = rowNumber(name, rows);
  if (row === null) return [];
  const { epoch } = columns;
  const scale = epochScale('log', epoch.at(-1) ?? 0);
  const path: Place[] = [];
  let index = 0;
  let before = -1;
  for (let stop = 0; stop < stops; stop++) {
    const until = scale.epoch(stop / (stops - 1));
    while (index + 1 < epoch.length && (epoch[index + 1] ?? Infinity) <= until) index++;
    if (stop === stops - 1) index = epoch.length - 1;
    if (index === before) continue;
    before = index;
    path.push({ x: columns.ixt[index * rows + row] ?? NaN, y: columns.ity[index * rows + row] ?? NaN });
  }
  return path;
}
