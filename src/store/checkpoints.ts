/** Bytes of checkpoints one run may keep. */
export const runBudget = 64_000_000;
/** Bytes of checkpoints all runs that are kept may have together. */
export const totalBudget = 256_000_000;

/** Part of all checkpoints' budget for the repeats on the page, and again for those that are trained behind it. */
const presentShare = 0.4;

/** Bytes of checkpoints that each of so many repeats may keep. */
export function memberBudget(repeats: number): number {
  return Math.min(runBudget, Math.floor((totalBudget * presentShare) / repeats));
}

/** What is left of a run's checkpoints. */
export interface CheckpointSummary {
  readonly kept: number;
  /** How many measurements had one. */
  readonly measurements: number;
  readonly bytes: number;
}

interface Checkpoint {
  readonly epoch: number;
  /** Weights and ranges, as the run gave them. */
  readonly values: Float32Array;
}

/**
 * Which of the ascending `epochs` to keep so that at most `limit` remain, evenly spaced in log(1 + epoch):
 * ascending indices, with the first and the last one whenever `limit` is 2 or more.
 */
export function thin(epochs: readonly number[], limit: number): number[] {
  const last = epochs.length - 1;
  if (epochs.length <= limit) return epochs.map((_, i) => i);
  if (limit < 1) return [];
  if (limit === 1) return [last];
  const place = epochs.map((epoch) => Math.log1p(epoch));
  // The smallest spacing that leaves at most `limit`: more spacing never keeps more.
  let tooSmall = 0;
  let enough = (place[last] ?? 0) - (place[0] ?? 0);
  for (let step = 0; step < 40; step++) {
    const spacing = (tooSmall + enough) / 2;
    if (walk(place, spacing).length <= limit) enough = spacing;
    else tooSmall = spacing;
  }
  const kept = walk(place, enough);
  return kept.length <= limit ? kept : [0, last];
}

/** Indices at least `spacing` apart, from the first one on, and the last one in any case. */
function walk(place: readonly number[], spacing: number): number[] {
  const kept: number[] = [];
  let before = -Infinity;
  const last = place.length - 1;
  place.forEach((at, i) => {
    if (i === last || at - before < spacing) return;
    kept.push(i);
    before = at;
  });
  kept.push(last);
  return kept;
}

/** A run's checkpoints by epoch, within a budget of bytes; beyond it they thin out logarithmically in the epoch. */
export class Checkpoints {
  private list: Checkpoint[] = [];
  private budget: number;
  private used = 0;
  private seen = 0;

  /** @param budget bytes */
  constructor(budget: number = runBudget) {
    this.budget = budget;
  }

  /** Takes over `values` (it is not copied); epochs ascend. */
  add(epoch: number, values: Float32Array): void {
    const newest = this.list.at(-1);
    if (newest && epoch <= newest.epoch) {
      throw new RangeError(`Checkpoints: epoch ${epoch} after epoch ${newest.epoch}`);
    }
    this.seen++;
    this.list.push({ epoch, values });
    this.used += values.byteLength;
    if (this.used > this.budget) this.thinTo(this.budget);
  }

  /** Lowers the budget, for room for other runs. */
  shrink(budget: number): void {
    this.budget = Math.min(this.budget, budget);
    if (this.used > this.budget) this.thinTo(this.budget);
  }

  /** The newest checkpoint at or before `epoch`. */
  at(epoch: number): Checkpoint | undefined {
    return this.list.findLast((checkpoint) => checkpoint.epoch <= epoch);
  }

  epochs(): number[] {
    return this.list.map((checkpoint) => checkpoint.epoch);
  }

  summary(): CheckpointSummary {
    return { kept: this.list.length, measurements: this.seen, bytes: this.used };
  }

  /** Leaves a quarter of the budget free, so that thinning is rare and each costs little. */
  private thinTo(budget: number): void {
    const each = this.used / this.list.length;
    const fits = Math.floor(budget / each);
    const limit = fits >= 8 ? Math.floor(fits * 0.75) : fits;
    const kept = thin(this.epochs(), limit);
    this.list = kept.flatMap((i) => this.list[i] ?? []);
    this.used = this.list.reduce((sum, { values }) => sum + values.byteLength, 0);
  }
}
