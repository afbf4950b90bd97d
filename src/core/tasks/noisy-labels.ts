import { weightOf, type LabelNoise } from '../information/label-noise.ts';
import { Random } from '../random/random.ts';

/**
 * The labels that training samples are given, (samples): sample after sample, v = `below(weight)` of the stream (seed,
 * noise), where weight = kept + (classes - 1) moved. For v >= (classes - 1) moved it keeps its class; else it is given
 * number floor(v / moved) of the other classes, ascending. So the labels depend neither on the split nor on the repeat.
 */
export function drawLabels(labels: Uint8Array, classes: number, noise: LabelNoise, seed: number): Uint8Array {
  const random = new Random(seed, 'noise');
  const weight = weightOf(noise, classes);
  return labels.map((label) => {
    const other = Math.floor(random.below(weight) / noise.moved);
    if (other >= classes - 1) return label;
    return other < label ? other : other + 1;
  });
}
