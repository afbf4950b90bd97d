import { expNegative } from '../maths/exp-negative.ts';
import { log2 } from '../maths/log2.ts';
import type { LabelNoise } from './label-noise.ts';
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
 * In double. Samples of one class with equal outputs are one group; each pair of groups is looked at once; a group's
 * sum runs upward over the groups, in order of class, then of their first sample: so the same outputs give the same bits
 * everywhere. Yields the work done since, now and then, in all `densityWork`: half a second for 4096 different outputs
 * of 10 units, minutes for 70,000.
 */
export function* densityInParts(
  { bound, variance }: KernelDensity,
  layer: LayerOutputs,
  labels: Labels,
  sumPairs: SumPairs = addPairs,
): Generator<number, Information, void> {
  const { units, values } = layer;
  const { samples, weights, ends } = groupsOf(layer, labels);
  const n = samples.length;
  const work = densityWork(labels.labels.length, units);
  const columns = Array.from({ length: units }, (_, unit) =>
    Float64Array.from(samples, (sample) => values[sample * units + unit]!),
  );
  const factor = -1 / ((bound === 'upper' ? 2 : 8) * variance);
  if (labels.noise)
    return yield* seenInParts({ columns, weights, ends, factor }, labels.noise, work, sumPairs);
  const { all, own } = yield* summed({ columns, weights, ends, factor }, work, sumPairs);
  let within = 0;
  for (let c = 0, from = 0; c < ends.length; from = ends[c++]!) {
    within += shareOf(weights, from, ends[c]!) * informationFrom(own, weights, from, ends[c]!);
  }
  const ixt = informationFrom(all, weights, 0, n);
  return [ixt, ixt - within];
}

type Placed = Pick<Pairs, 'columns' | 'weights' | 'ends' | 'factor'>;

/** Sums over all groups, and over those of the own class; each begins with the group itself. Yields `work` in all. */
function* summed(groups: Placed, work: number, sumPairs: SumPairs): Generator<number, Pairs, void> {
  const { weights } = groups;
  const pairs = { ...groups, all: weights.slice(), own: weights.slice() };
  const most = (weights.length * (weights.length - 1)) / 2;
  let done = 0;
  for (const looked of sumPairs(pairs)) {
    const part = (looked / most) * work;
    if (!(part > 0)) continue;
    done += part;
    yield part;
  }
  yield work - done;
  return pairs;
}

/**
 * The same for labels with noise: in the mean over the classes as they are seen, a sample of class c counts `kept` times
 * in class c and `moved` times in each other. Sums over one class come from the groups put in two parts, that class and
 * the others; those over the last are what the others leave. Yields `work` in all.
 */
function* seenInParts(
  { columns, weights, ends, factor }: Placed,
  { kept, moved }: LabelNoise,
  work: number,
  sumPairs: SumPairs,
): Generator<number, Information, void> {
  const n = weights.length;
  const last = ends.length - 1;
  let ixt = 0;
  let all: Float64Array = new Float64Array(n);
  let left = all;
  let within = 0;
  for (let c = 0; c <= last; c++) {
    const isOf = (group: number): boolean => group >= (ends[c - 1] ?? 0) && group < ends[c]!;
    let near: Float64Array = left; // Sums over class c.
    if (c < last) {
      const order = [...weights.keys()].sort((one, other) => Number(isOf(other)) - Number(isOf(one)));
      const put = (row: Float64Array): Float64Array => Float64Array.from(order, (group) => row[group]!);
      const parts = { columns: columns.map(put), weights: put(weights), factor };
      const count = order.filter(isOf).length;
      const sums = yield* summed({ ...parts, ends: Uint32Array.of(count, n) }, work / last, sumPairs);
      near = new Float64Array(n);
      for (const [place, group] of order.entries()) {
        near[group] = place < count ? sums.own[place]! : sums.all[place]! - sums.own[place]!;
      }
      if (c === 0) {
        ({ all } = sums); // Class 0 comes first anyway: nothing has moved.
        left = all.slice();
        ixt = informationFrom(all, weights, 0, n);
      }
      for (let group = 0; group < n; group++) left[group]! -= near[group]!;
    }
    const factors = Float64Array.from(weights, (_, group) => (isOf(group) ? kept : moved));
    const seen = weights.map((weight, group) => weight * factors[group]!);
    const sums = all.map((sum, group) => moved * sum + (kept - moved) * near[group]!);
    within += (sumOf(seen) / ((kept + last * moved) * sumOf(weights))) * informationFrom(sums, seen, 0, n);
  }
  return [ixt, ixt - within];
}

/** Groups of equal outputs, and what they are to be added to. */
export interface Pairs {
  /** A group's output of each unit: (units) columns of all groups. */
  readonly columns: readonly Float64Array[];
  /** How many samples a group has. */
  readonly weights: Float64Array;
  /** Of each class, where among the groups it ends. */
  readonly ends: Uint32Array;
  /** Of squared distances in the exponent. */
  readonly factor: number;
  /** Sums over all groups, and over those of the own class. */
  readonly all: Float64Array;
  readonly own: Float64Array;
}

/** Adds what each pair of groups brings to the sums of both. Yields how many pairs were looked at, now and then. */
export type SumPairs = (pairs: Pairs) => Generator<number, void, void>;

/** The definition: the kernel's own way has the same bits. */
function* addPairs({ columns, weights, ends, factor, all, own }: Pairs): Generator<number, void, void> {
  const n = weights.length;
  const each = columns.length + exponential;
  const distances = new Float64Array(n);
  let work = 0;
  for (let i = 0, c = 0; i < n; i++) {
    distances.fill(0, i + 1);
    for (const column of columns) {
      const here = column[i]!;
      for (let j = i + 1; j < n; j++) {
        const difference = column[j]! - here;
        distances[j]! += difference * difference;
      }
    }
    while (ends[c]! <= i) c++;
    const end = ends[c]!;
    const weight = weights[i]!;
    for (let j = i + 1; j < n; j++) {
      const near = expNegative(factor * distances[j]!);
      if (near === 0) continue;
      all[i]! += weights[j]! * near;
      all[j]! += weight * near;
      if (j >= end) continue;
      own[i]! += weights[j]! * near;
      own[j]! += weight * near;
    }
    work += n - 1 - i;
    if (work * each < part) continue;
    yield work;
    work = 0;
  }
  yield work;
}

/** Samples of the groups from ... to - 1, as a share of all. */
function shareOf(weights: Float64Array, from: number, to: number): number {
  return sumOf(weights.subarray(from, to)) / sumOf(weights);
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** log2 N - (1/N) sum_i log2 S_i over the N samples of these groups; 0 where there are none. */
function informationFrom(sums: Float64Array, weights: Float64Array, from: number, to: number): number {
  let n = 0;
  let sum = 0;
  for (let i = from; i < to; i++) {
    n += weights[i]!;
    sum += weights[i]! * log2(sums[i]!);
  }
  return n > 0 ? log2(n) - sum / n : 0;
}

/** Samples of one class with equal outputs. */
interface Groups {
  /** The first sample of each group: class after class, in order within it. */
  readonly samples: Uint32Array;
  /** How many samples it has. */
  readonly weights: Float64Array;
  /** Of each class, where among the groups it ends. */
  readonly ends: Uint32Array;
}

function groupsOf({ units, values }: LayerOutputs, { labels, classes }: Labels): Groups {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  const isEqual = (one: number, other: number): boolean => {
    for (let u = 0; u < units; u++) if (bits[one * units + u] !== bits[other * units + u]) return false;
    return true;
  };
  const samples = new Uint32Array(labels.length);
  const weights = new Float64Array(labels.length);
  /** The group with the same hash before it, -1 where there is none: a hash only says where to look. */
  const before = new Int32Array(labels.length);
  const ends = new Uint32Array(classes);
  let count = 0;
  for (let c = 0; c < classes; c++) {
    const last = new Map<number, number>();
    for (let s = 0; s < labels.length; s++) {
      if (labels[s] !== c) continue;
      let hash = 0;
      for (let u = 0; u < units; u++)
        hash = Math.imul(hash ^ bits[s * units + u]!, 0x01000193) ^ (hash >>> 15);
      const newest = last.get(hash) ?? -1;
      let group = newest;
      while (group >= 0 && !isEqual(samples[group]!, s)) group = before[group]!;
      if (group < 0) {
        group = count++;
        samples[group] = s;
        before[group] = newest;
        last.set(hash, group);
      }
      weights[group]!++;
    }
    ends[c] = count;
  }
  return { samples: samples.slice(0, count), weights: weights.slice(0, count), ends };
}
