import { createContext, useContext } from 'react';
import type { MapLayout } from '../core/tasks/map-layout.ts';
import { packedCode, packedShare } from '../plots/map-colours.ts';
import { classShare } from './mapText.ts';
import type { ColouredPartition, PartitionsAt } from './usePartitions.ts';

export type CodeColouring = 'share' | 'code';

/** What all maps of the page have in common. */
export interface MapsState {
  readonly at: PartitionsAt;
  readonly layout: MapLayout;
  readonly colouring: CodeColouring;
  readonly setColouring: (colouring: CodeColouring) => void;
  /** The row that is shown of each layer. */
  readonly rowOf: readonly number[];
}

export const MapsContext = createContext<MapsState | null>(null);

export function useMaps(): MapsState {
  const maps = useContext(MapsContext);
  if (!maps) throw new Error('MapsContext is missing');
  return maps;
}

/** The colour of each cell, packed. */
export function cellColours({ cells, colours }: ColouredPartition, colouring: CodeColouring): Uint32Array {
  return cells.sizes.map((_, cell) =>
    colouring === 'share' ? packedShare(classShare(cells, cell)) : packedCode(colours[cell] ?? 0),
  );
}
