/** Of each pass over a run: how much later than the one before a measurement must be, at least. */
const strides = [1.4, 1.1, 1.02, 1];

/**
 * An order of ascending epochs in which a path can be drawn before all of it is known: about 20 of them spread
 * logarithmically, then those between, closer and closer, each pass ascending. Every index comes once.
 */
export function coarseFirst(epochs: readonly number[]): number[] {
  const order = strides.flatMap((stride) => [...spread(epochs, stride), epochs.length - 1]);
  return [...new Set(order)].filter((index) => index >= 0);
}

/**
 * Indices of ascending epochs that are spread logarithmically: from the first one on, each at least `stride` times
 * later (counted from epoch -1, rounded down) than the one before. More epochs at the end change none of them.
 */
export function spread(epochs: readonly number[], stride: number): number[] {
  let next = 0;
  return epochs.flatMap((epoch, index) => {
    if (epoch < next) return [];
    next = Math.floor((epoch + 1) * stride);
    return [index];
  });
}

/** The epochs that are spread so, with the last one if `isWhole`. */
export function spreadEpochs(epochs: readonly number[], stride: number, isWhole: boolean): number[] {
  const some = new Set([...spread(epochs, stride), isWhole ? epochs.length - 1 : -1]);
  return epochs.filter((_, index) => some.has(index));
}
