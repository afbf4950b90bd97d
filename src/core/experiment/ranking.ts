import { ensembleOf } from './ensemble.ts';
import type { TrajectoryColumns } from './trajectory.ts';

/** Repeats by their distance to the mean plane. */
export interface Ranking {
  /** Of each repeat: sum over measurements and layers of (I(X;T) - mean)^2 + (I(T;Y) - mean)^2, in bits^2. */
  readonly distances: Float64Array;
  /** Indices of the repeats, nearest first; equally near ones in their own order. */
  readonly order: readonly number[];
  /** The four that the study shows, as indices of repeats; with few repeats some are the same. */
  readonly picks: RankingPicks;
}

export interface RankingPicks {
  readonly nearest: number;
  /** The lower of the two in the middle where the number of repeats is even. */
  readonly middle: number;
  readonly secondFarthest: number;
  readonly farthest: number;
}

/**
 * Ranks runs that share their schedule by squared distance to their mean plane, the output on the study's grid (its
 * exact row is left out), as in the study.
 *
 * @throws RangeError without runs
 */
export function rankRepeats(runs: readonly TrajectoryColumns[], rows: number): Ranking {
  const { ixt, ity } = ensembleOf(runs, rows);
  const distances = Float64Array.from(runs, (run) => {
    let sum = 0;
    for (let i = 0; i < run.ixt.length; i++) {
      if (i % rows === rows - 1) continue;
      const dx = run.ixt[i]! - ixt.mean[i]!;
      const dy = run.ity[i]! - ity.mean[i]!;
      sum += dx * dx + dy * dy;
    }
    return sum;
  });
  const order = runs.map((_, index) => index).sort((i, j) => distances[i]! - distances[j]! || i - j);
  const at = (rank: number): number => {
    const index = order[Math.max(0, rank)];
    if (index === undefined) throw new RangeError('rankRepeats: there are no runs');
    return index;
  };
  const last = order.length - 1;
  return {
    distances,
    order,
    picks: {
      nearest: at(0),
      middle: at(Math.floor(last / 2)),
      secondFarthest: at(last - 1),
      farthest: at(last),
    },
  };
}
