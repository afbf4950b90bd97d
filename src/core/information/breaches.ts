import type { Limits, TrajectoryColumns } from '../experiment/trajectory.ts';

/**
 * A bound that information keeps and an estimate may break.
 *
 * - `ixtGrows`, `ityGrows`: more than the layer before, against the data-processing inequality.
 * - `ityAboveIxt`: I(T;Y) > I(X;T). `ixtAboveHx`, `ityAboveHy`: more than there is.
 * - `ixtNegative`, `ityNegative`: less than nothing.
 * - `capacity`: I(X;T) is more than the network's codes can hold.
 */
export type Bound =
  | 'ixtGrows'
  | 'ityGrows'
  | 'ityAboveIxt'
  | 'ixtAboveHx'
  | 'ityAboveHy'
  | 'ixtNegative'
  | 'ityNegative'
  | 'capacity';

/** One bound of one layer that was broken. */
export interface Breach {
  readonly bound: Bound;
  /** 0 for T1. */
  readonly layer: number;
  /** In so many measurements, of so many. */
  readonly times: number;
  readonly of: number;
  /** The worst of them: by how many bits, and after which epoch (the first of equal ones). */
  readonly worst: number;
  readonly epoch: number;
}

/** The same over several repeats. */
export interface BreachOfRepeats extends Breach {
  /** In so many repeats, of so many. */
  readonly repeats: number;
  readonly ofRepeats: number;
}

/** What is read of a run. */
export interface Estimated {
  readonly columns: Pick<TrajectoryColumns, 'epoch' | 'ixt' | 'ity'>;
  /** Rows of a measurement, and the row of each layer. */
  readonly rows: number;
  readonly shown: readonly number[];
  /** H(X) and H(Y) of the samples. */
  readonly limits: Limits;
  /** log2 of how many codes each layer can have; null where values are float. */
  readonly capacities: readonly number[] | null;
  /**
   * Are the values means over units? Then they are no information of a layer: the inequality says nothing about
   * them from layer to layer.
   */
  readonly isMean: boolean;
}

/** Rounding of entropies in double, far below what a single sample changes. */
const tolerance = 1e-9;

/** All bounds that are broken anywhere, layer after layer. */
export function breachesOf(estimated: Estimated): Breach[] {
  const { columns, rows, shown } = estimated;
  const of = columns.epoch.length;
  return shown.flatMap((row, layer): Breach[] => {
    const found = new Map<Bound, { times: number; worst: number; epoch: number }>();
    for (let m = 0; m < of; m++) {
      const before = shown[layer - 1];
      const own = { ixt: columns.ixt[m * rows + row] ?? NaN, ity: columns.ity[m * rows + row] ?? NaN };
      const earlier =
        before === undefined || estimated.isMean
          ? null
          : { ixt: columns.ixt[m * rows + before] ?? NaN, ity: columns.ity[m * rows + before] ?? NaN };
      for (const [bound, excess] of excesses(own, earlier, estimated, layer)) {
        if (!(excess > tolerance)) continue;
        const known = found.get(bound) ?? { times: 0, worst: -Infinity, epoch: 0 };
        known.times++;
        if (excess > known.worst) [known.worst, known.epoch] = [excess, columns.epoch[m] ?? 0];
        found.set(bound, known);
      }
    }
    return [...found].map(([bound, what]) => ({ bound, layer, of, ...what }));
  });
}

interface Values {
  readonly ixt: number;
  readonly ity: number;
}

/** By how many bits each bound is broken; not at all where that is 0 or less. */
function excesses(
  { ixt, ity }: Values,
  earlier: Values | null,
  { limits, capacities }: Estimated,
  layer: number,
): [Bound, number][] {
  const capacity = capacities?.[layer];
  return [
    ...(earlier
      ? ([
          ['ixtGrows', ixt - earlier.ixt],
          ['ityGrows', ity - earlier.ity],
        ] as [Bound, number][])
      : []),
    ['ityAboveIxt', ity - ixt],
    ['ixtAboveHx', ixt - limits.hx],
    ['ityAboveHy', ity - limits.hy],
    ['ixtNegative', -ixt],
    ['ityNegative', -ity],
    ...(capacity === undefined ? [] : ([['capacity', ixt - capacity]] as [Bound, number][])),
  ];
}

/** What each repeat breaks, put together: measurements are added up, the worst is that of all. */
export function breachesOfRepeats(each: readonly (readonly Breach[])[]): BreachOfRepeats[] {
  const found = new Map<string, BreachOfRepeats>();
  for (const breach of each.flat()) {
    const key = `${breach.layer} ${breach.bound}`;
    const known = found.get(key);
    if (!known) found.set(key, { ...breach, repeats: 1, ofRepeats: each.length });
    else {
      const worse = breach.worst > known.worst ? breach : known;
      found.set(key, {
        ...known,
        ...{ worst: worse.worst, epoch: worse.epoch },
        ...{ times: known.times + breach.times, of: known.of + breach.of, repeats: known.repeats + 1 },
      });
    }
  }
  return [...found.values()].sort((a, b) => a.layer - b.layer);
}
