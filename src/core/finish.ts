/** Runs work that stops now and then (Kernel, counting) to its end without a breath, and gives its result. */
export function finish<T>(work: Generator<unknown, T, void>): T {
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}
