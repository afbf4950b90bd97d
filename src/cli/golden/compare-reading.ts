import { unitsOf } from '../../core/information/binning.ts';
import type { NetworkSpec } from '../../core/kernel.ts';
import type { JsonField } from '../../share/json-field.ts';
import { countDifferent, largestDifference, type Comparison } from './comparison.ts';
import type { NetworkReading } from './reading.ts';
import { uint16 } from './words.ts';

/** A golden file's measurement of a network after some steps. */
export interface GoldenReading {
  /** I(X;T) and I(T;Y) of each layer on the study's grid, one after the other. */
  readonly information: readonly number[];
  /** Grid codes of each layer, modulo 2^16, (units, samples); null if the file has none. */
  readonly grid: readonly Uint16Array[] | null;
  /** Smallest and largest output of each layer, one after the other; null if the file has none. */
  readonly outputRange: readonly number[] | null;
}

export function readGolden(state: JsonField, samples: number, { bits, layers }: NetworkSpec): GoldenReading {
  const units = layers.map((layer) => layer.units);
  const pairs = (field: JsonField): number[] =>
    field.list(units.length).flatMap((pair) => pair.list(2).map((value) => value.number()));
  // A float network's codes have 32 bits, and depend on the order of every sum.
  const grid = bits === 'float' ? null : state.find('grid');
  const outputRange = state.find('outputRange');
  return {
    information: pairs(state.get('mi')),
    grid:
      grid?.list(units.length).map((layer, index) => {
        const width = units[index] ?? 0;
        return unitsOf(uint16(layer, samples * width), width);
      }) ?? null,
    outputRange: outputRange ? pairs(outputRange) : null,
  };
}

/**
 * Information of all layers from their outputs on the study's grid, and as a measurement counts it: hidden layers by
 * their codes, the output on the grid.
 */
export function compareInformation(
  reading: NetworkReading,
  golden: GoldenReading,
  bound: number,
): Omit<Comparison, 'kernel'>[] {
  const onGrid = reading.layers.flatMap(({ information }) => information);
  const counted = reading.rows.slice(0, -1).flat();
  return [
    { quantity: 'information on the grid', difference: largestDifference(onGrid, golden.information), bound },
    {
      quantity: 'information as measured',
      difference: largestDifference(counted, golden.information),
      bound,
    },
  ];
}

/** How many grid codes differ in each layer. */
export function differentGridCodes(reading: NetworkReading, grid: readonly Uint16Array[]): number[] {
  return reading.layers.map((layer, index) =>
    countDifferent(Uint16Array.from(layer.grid), grid[index] ?? []),
  );
}

export function compareOutputRange(
  reading: NetworkReading,
  golden: readonly number[],
): Omit<Comparison, 'kernel'> {
  const ours = reading.layers.flatMap(({ extremes }) => extremes);
  return { quantity: 'range of the outputs', difference: largestDifference(ours, golden), bound: null };
}
