import type { Experiment } from '../core/experiment/experiment.ts';
import type { Member } from './member.ts';
import { statisticsOf, type Statistics } from './statistics.ts';

/** Milliseconds between two computations of the statistics while repeats still end one after another. */
const restMs = 500;

/** The statistics of a set of repeats, computed anew only where they have changed. */
export class LatestStatistics {
  private known: { statistics: Statistics; version: number; at: number } | null = null;

  /**
   * Null while fewer than two repeats are done.
   *
   * @param version grows whenever a repeat ends
   * @param isTraining while it is so, statistics of a moment ago will do
   */
  of(
    experiment: Experiment,
    members: readonly Member[],
    version: number,
    isTraining: boolean,
  ): Statistics | null {
    const done = members.filter((member) => member.isDone);
    if (done.length < 2) return null;
    const { known } = this;
    if (known?.version === version) return known.statistics;
    const here = new Set(done.map(({ repeat }) => repeat));
    const stillHolds = known?.statistics.repeats.every((repeat) => here.has(repeat));
    if (known && isTraining && stillHolds && performance.now() - known.at < restMs) return known.statistics;
    const statistics = statisticsOf(experiment, done);
    this.known = { statistics, version, at: performance.now() };
    return statistics;
  }
}
