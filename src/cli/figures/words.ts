import type { ChartWords } from '../../plots/figures.ts';
import type { PlaneWords } from '../../plots/scene/data.ts';

const name = (layer: number): string => `T${layer + 1}`;

export const planeWords: PlaneWords = {
  xTitle: 'I(X;T) in bits: how much of the input the layer keeps',
  yTitle: 'I(T;Y) in bits: how much it knows of the label',
  xShort: 'I(X;T) in bits',
  yShort: 'I(T;Y) in bits',
  diagonal: 'I(T;Y) = I(X;T)',
  hx: 'H(X)',
  hy: 'H(Y)',
  ixy: 'I(X;Y)',
  prefit: 'shuffled labels',
  name,
  start: (layer) => `${name(layer)} start`,
  starts: (layers) => `${rangeText(layers)} start`,
};

/** `T1-T3, T5`. */
function rangeText(layers: readonly number[]): string {
  const pieces: [first: number, last: number][] = [];
  for (const layer of layers) {
    const open = pieces.at(-1);
    if (open?.[1] === layer - 1) open[1] = layer;
    else pieces.push([layer, layer]);
  }
  return pieces
    .map(([first, last]) => (first === last ? name(first) : joinNames(name(first), name(last))))
    .join(', ');
}

/** Layers whose lines end together. */
const joinNames = (first: string, last: string): string => `${first}–${last}`;

export const chartWords: ChartWords = {
  epochs: { log: 'completed epochs, log scale', linear: 'completed epochs' },
  join: joinNames,
};
