import { Random } from '../random/random.ts';
import { shuffle } from '../random/shuffle.ts';
import type { Task } from './task.ts';

/** Sample numbers, each list ascending; together they are all samples of the task. */
export interface Split {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/**
 * Holds out a stratified test set: every class has the share in it that it has in the task, to within one sample.
 *
 * The test set has ceil(samples * testPercent / 100) samples, shared out by `testShares`. Then, class after class
 * from 0 on, the class' sample numbers are listed ascending and shuffled with the stream (seed, split), and the
 * first of them are the test samples. All repeats of an experiment have the same split.
 *
 * @param testPercent 1 to 99, a whole number
 * @param seed 0 to 2^32 - 1
 * @throws RangeError if the percentage is none, or if no sample would be left to train on
 */
export function split(
  task: Pick<Task, 'samples' | 'labels' | 'classes'>,
  testPercent: number,
  seed: number,
): Split {
  if (!Number.isInteger(testPercent) || testPercent < 1 || testPercent > 99) {
    throw new RangeError(`split: test must be a whole number of percent from 1 to 99, but is ${testPercent}`);
  }
  const testSize = testSamples(task.samples, testPercent);
  if (testSize >= task.samples) {
    throw new RangeError(`split: ${testPercent}% of ${task.samples} samples leaves none to train on`);
  }
  const members = membersOfClasses(task);
  const shares = testShares(
    members.map((list) => list.length),
    testSize,
  );
  const random = new Random(seed, 'split');
  const isTest = new Uint8Array(task.samples);
  for (const [label, list] of members.entries()) {
    for (const sample of shuffle(list, random).subarray(0, shares[label])) isTest[sample] = 1;
  }
  const all = Uint32Array.from({ length: task.samples }, (_, sample) => sample);
  return {
    train: all.filter((sample) => isTest[sample] === 0),
    test: all.filter((sample) => isTest[sample] === 1),
  };
}

/** How many of so many samples are held out. */
export function testSamples(samples: number, testPercent: number): number {
  // The product is an exact integer, so the quotient is whole exactly when it should be.
  return Math.ceil((samples * testPercent) / 100);
}

/**
 * How many of `size` held-out samples each class gives: floor(size * count / total) each, and one more for the
 * classes with the largest remainders size * count mod total until `size` is reached; of equal remainders the
 * smaller class number comes first.
 */
export function testShares(counts: readonly number[], size: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => Math.floor((size * count) / total));
  const remainder = counts.map((count) => (size * count) % total);
  let missing = size - shares.reduce((sum, share) => sum + share, 0);
  const order = counts
    .map((_, label) => label)
    .sort((one, other) => (remainder[other] ?? 0) - (remainder[one] ?? 0) || one - other);
  for (const label of order) {
    if (missing === 0) break;
    shares[label] = (shares[label] ?? 0) + 1;
    missing--;
  }
  return shares;
}

/** Sample numbers of each class, ascending. */
function membersOfClasses(task: Pick<Task, 'labels' | 'classes'>): Uint32Array[] {
  const lists = Array.from({ length: task.classes }, (): number[] => []);
  for (const [sample, label] of task.labels.entries()) lists[label]?.push(sample);
  return lists.map((list) => Uint32Array.from(list));
}
