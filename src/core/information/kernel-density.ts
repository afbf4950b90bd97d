import { expNegative } from '../maths/exp-negative.ts';
import { log2 } from '../maths/log2.ts';
import type { Information } from './mutual-information.ts';
import type { Labels, LayerOutputs } from './outputs.ts';

/** Bounds on the information for T = output + Gaussian noise of this variance in every unit. */
export interface KernelDensity {
  readonly bound: 'upper' | 'lower';
  readonly variance: number;
}

/** Work between two breaths, about a millisecond. */
const part = 1 << 18;
/** What an exponential costs beside a unit's squared difference. */
const exponential = 8;

/** The work of the bounds of so many samples; squared differences, with so many for each exponential. */
export function densityWork(samples: number, units: number): number {
  return ((samples * (samples - 1)) / 2) * (units + exponential);
}

/**
 * [I(X;T), I(T;Y)] in bits by the bounds of Kolchinsky & Tracey 2017 for mixtures of Gaussians, as Saxe et al. 2018
 * used them (variance 1e-3). With d2 the squared distance of two samples' outputs and N samples:
 *
 *     upper I(X;T) = -(1/N) sum_i log2[(1/N) sum_j exp(-d2_ij / (2 variance))]
 *     lower I(X;T) = the same with 8 in place of 2
 *     I(T;Y) = that bound over all samples - its mean over the classes, each weighted by its share
 *
 * In double, each pair looked at once; sample i's sum runs upward over the samples in order of class, then of index,
 * so the same outputs give the same bits everywhere. Yields the work done since (of `densityWork`), now and then:
 * about 0.2 s for 4096 samples of 10 units, five minutes for 70,000.
 */
export function* densityInParts(
  { bound, variance }: KernelDensity,
  { units, values }: LayerOutputs,
  { labels, classes }: Labels,
): Generator<number, Information, void> {
  const n = labels.length;
  const { order, ends } = byClass(labels, classes);
  const columns = Array.from({ length: units }, (_, unit) =>
    Float64Array.from(order, (sample) => values[sample * units + unit]!),
  );
  const factor = -1 / ((bound === 'upper' ? 2 : 8) * variance);
  /** Sums over all samples, and over those of the own class; each begins with the sample itself. */
  const all = new Float64Array(n).fill(1);
  const own = new Float64Array(n).fill(1);
  const distances = new Float64Array(n);
  let work = 0;
  for (let i = 0; i < n; i++) {
    distances.fill(0, i + 1);
    for (const column of columns) {
      const here = column[i]!;
      for (let j = i + 1; j < n; j++) {
        const difference = column[j]! - here;
        distances[j]! += difference * difference;
      }
    }
    const end = ends[labels[order[i]!]!]!;
    for (let j = i + 1; j < n; j++) {
      const near = expNegative(factor * distances[j]!);
      if (near === 0) continue;
      all[i]! += near;
      all[j]! += near;
      if (j >= end) continue;
      own[i]! += near;
      own[j]! += near;
    }
    work += (n - 1 - i) * (units + exponential);
    if (work >= part) {
      yield work;
      work = 0;
    }
  }
  yield work;
  let within = 0;
  for (let c = 0, from = 0; c < classes; c++) {
    const to = ends[c]!;
    if (to > from) within += ((to - from) / n) * informationFrom(own.subarray(from, to));
    from = to;
  }
  const ixt = informationFrom(all);
  return [ixt, ixt - within];
}

/** log2 N - (1/N) sum_i log2 S_i, of the sums S_i of N samples. */
function informationFrom(sums: Float64Array): number {
  let sum = 0;
  for (const one of sums) sum += log2(one);
  return log2(sums.length) - sum / sums.length;
}

/** Samples in order of class, then of index, and where in it each class ends. */
function byClass(labels: Uint8Array, classes: number): { order: Uint32Array; ends: Uint32Array } {
  const next = new Uint32Array(classes);
  for (const label of labels) if (label + 1 < classes) next[label + 1]!++;
  for (let c = 1; c < classes; c++) next[c]! += next[c - 1]!;
  const order = new Uint32Array(labels.length);
  labels.forEach((label, sample) => (order[next[label]!++] = sample));
  return { order, ends: next };
}
