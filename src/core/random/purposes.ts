/**
 * What random numbers are drawn for. Each purpose has a stream of its own, so that drawing more for one of them
 * (wider layers, more epochs) leaves all others as they were. The numbers are part of the arithmetic: a number
 * once given is never changed or used again.
 */
export const purposes = {
  /** Which samples are held out as test set. */
  split: 1,
  /** The kernels before training, layer after layer. */
  weights: 2,
  /** The order of the training samples, epoch after epoch. */
  shuffle: 3,
  /** Shuffled training labels, for runs that first fit noise. */
  labels: 4,
  /** Labels flipped by chance, in tasks that have such noise. */
  noise: 5,
  /** Sample sets and tasks that are themselves drawn. */
  task: 6,
  /** Divisions of repeats into groups, in permutation tests: of no run. */
  permutations: 7,
  /** Permuted labels, for I(T;Y) where codes and labels have nothing to do with each other: of no run. */
  null: 8,
} as const;

export type Purpose = keyof typeof purposes;
