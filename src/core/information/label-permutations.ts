import { log2Integer } from '../maths/log2.ts';
import { Random } from '../random/random.ts';
import { shuffle } from '../random/shuffle.ts';
import { entropy, histogramOf } from './entropy.ts';
import { jointHistogram, weightOf } from './label-noise.ts';
import { labelEntropy } from './mutual-information.ts';
import type { Labels } from './outputs.ts';
import type { Partition } from './partition.ts';

/** I(T;Y) in bits where labels have nothing to do with codes: over the permutations, ends where 95% of them lie. */
export interface NullBand {
  readonly mean: number;
  /** 2.5% of the permutations lie below it. */
  readonly low: number;
  /** 97.5% of them lie below it. */
  readonly high: number;
}

/** How many permutations a null is taken over. */
export const nullPermutations = 200;

/**
 * The labels of n samples put into random order, `count` times: (count, n), row-major. Each permutation begins with the
 * labels in order of their samples; the stream (seed, null) runs on from one to the next. So they are the same for all
 * layers, epochs and repeats, and on every machine.
 */
export function permutedLabels(labels: Uint8Array, seed: number, count = nullPermutations): Uint8Array {
  const random = new Random(seed, 'null');
  const n = labels.length;
  const all = new Uint8Array(count * n);
  for (let k = 0; k < count; k++) all.set(shuffle(labels.slice(), random), k * n);
  return all;
}

/** Samples read between two breaths. */
const part = 1 << 18;

/**
 * I(T;Y) of these cells with each of the permuted labels (count, n): the counts of cells stay as they are, so that only
 * H(T,Y) changes. A cell of one sample tells its label, whichever it is: where all cells are such, I(T;Y) = H(Y) for
 * every permutation (with label noise, I(X;Y)). Yields now and then.
 */
export function* permutedInformation(
  { cellOf, sizes }: Pick<Partition, 'cellOf' | 'sizes'>,
  { labels, classes, noise }: Labels,
  permuted: Uint8Array,
): Generator<number, Float64Array, void> {
  const n = labels.length;
  const count = permuted.length / n;
  const ht = entropy(histogramOf(sizes), n);
  const hy = labelEntropy(labels, classes, noise);
  if (noise) return yield* seenInformation({ cellOf, sizes }, { labels, classes, noise }, permuted, ht + hy);
  const shared = sharedSamples(cellOf, sizes);
  // A cell of one sample adds 1 log2 1 = 0 to the sum, so only what shares a cell is looked at.
  const places = shared.map((s) => (cellOf[s] ?? 0) * classes);
  const joint = new Uint32Array(sizes.length * classes);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const times = new Uint32Array(largest + 1);
  const found = new Float64Array(count);
  let read = 0;
  for (let k = 0; k < count; k++) {
    const from = k * n;
    for (let i = 0; i < shared.length; i++) joint[places[i]! + permuted[from + shared[i]!]!]!++;
    // Each pair of cell and class is taken, and put back to 0, where it is met first.
    for (let i = 0; i < shared.length; i++) {
      const at = places[i]! + permuted[from + shared[i]!]!;
      times[joint[at]!]!++;
      joint[at] = 0;
    }
    found[k] = ht + hy - (log2Integer(n) - summed(times) / n);
    times.fill(0);
    read += 2 * shared.length + largest;
    if (read < part) continue;
    yield read;
    read = 0;
  }
  return found;
}

/** The same where labels are seen with noise: a cell of one sample is no certainty then, and each counts. */
function* seenInformation(
  { cellOf, sizes }: Pick<Partition, 'cellOf' | 'sizes'>,
  { labels, classes, noise }: Labels,
  permuted: Uint8Array,
  both: number,
): Generator<number, Float64Array, void> {
  const n = labels.length;
  const found = new Float64Array(permuted.length / n);
  for (let k = 0; k < found.length; k++) {
    const byClass = new Uint32Array(sizes.length * classes);
    for (let s = 0; s < n; s++) byClass[cellOf[s]! * classes + permuted[k * n + s]!]!++;
    found[k] = both - entropy(jointHistogram(byClass, classes, noise), n * weightOf(noise, classes));
    yield n + byClass.length;
  }
  return found;
}

/** Sum of c log2 c over the counts, c ascending, as `entropy` has it. */
function summed(times: Uint32Array): number {
  let sum = 0;
  for (let c = 2; c < times.length; c++) {
    const many = times[c]!;
    if (many > 0) sum += many * c * log2Integer(c);
  }
  return sum;
}

/** Numbers of the samples that have a cell with others. */
function sharedSamples(cellOf: Int32Array, sizes: Uint32Array): Uint32Array {
  const found: number[] = [];
  for (let s = 0; s < cellOf.length; s++) if (sizes[cellOf[s]!]! > 1) found.push(s);
  return Uint32Array.from(found);
}

/**
 * Their mean, and the two of them in order of size between which 95% lie: the ceil(0.025 m)-th and the
 * (m + 1 - ceil(0.025 m))-th of m.
 */
export function nullBand(values: Float64Array): NullBand {
  const sorted = values.slice().sort();
  const outside = Math.ceil(0.025 * sorted.length);
  return {
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    low: sorted[outside - 1] ?? NaN,
    high: sorted[sorted.length - outside] ?? NaN,
  };
}
