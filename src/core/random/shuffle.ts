import type { Random } from './random.ts';

/**
 * Puts `array` into random order, in place (Fisher-Yates, from the end):
 *
 *     for i = length - 1 down to 1: j = random.below(i + 1); swap array[i] and array[j]
 *
 * All orders are equally likely as far as the generator is.
 *
 * @returns `array` itself
 */
export function shuffle<A extends Uint32Array | Uint16Array | Uint8Array | Int32Array>(
  array: A,
  random: Random,
): A {
  for (let i = array.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const kept = array[i] ?? 0;
    array[i] = array[j] ?? 0;
    array[j] = kept;
  }
  return array;
}
