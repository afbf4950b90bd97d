import type { Labels, LayerOutputs } from './outputs.ts';
import type { Rows } from './partition.ts';

/** One of the two parts of the split that a run was trained with. */
export type SplitPart = 'train' | 'test';

/** The samples that an estimate is taken over: all, those trained on, or those held out. */
export type SampleChoice = 'all' | SplitPart;

export const sampleChoices: readonly SampleChoice[] = ['all', 'train', 'test'];

/** Samples with their classes, and which of them are held out: 1 where one belongs to the test set. */
export interface SplitLabels extends Labels {
  readonly isTest?: Uint8Array;
}

/** Numbers of the samples of one part, ascending. */
export function samplesOfPart(isTest: Uint8Array, part: SplitPart): Uint32Array {
  const flag = part === 'test' ? 1 : 0;
  const found: number[] = [];
  for (let s = 0; s < isTest.length; s++) if (isTest[s] === flag) found.push(s);
  return Uint32Array.from(found);
}

/**
 * Numbers of the chosen samples, ascending; null for all of them.
 *
 * @throws RangeError if a part is asked for and the split is not known
 */
export function chosenSamples({ isTest }: SplitLabels, choice: SampleChoice): Uint32Array | null {
  if (choice === 'all') return null;
  if (!isTest) throw new RangeError(`chosenSamples: which samples are for ${choice} is not known`);
  return samplesOfPart(isTest, choice);
}

/** The rows of these samples, in their order: values (samples, width), row-major. */
export function rowsOfSamples<T extends Rows | Float32Array>(
  values: T,
  width: number,
  samples: Uint32Array,
): T {
  // A shorter array of the same kind, which slice() of that kind is.
  const picked = values.slice(0, samples.length * width) as T;
  for (const [to, from] of samples.entries()) {
    picked.set(values.subarray(from * width, (from + 1) * width), to * width);
  }
  return picked;
}

export function labelsOfSamples({ labels, classes, noise }: Labels, samples: Uint32Array): Labels {
  return { labels: rowsOfSamples(labels, 1, samples), classes, ...(noise && { noise }) };
}

export function outputsOfSamples({ units, values }: LayerOutputs, samples: Uint32Array): LayerOutputs {
  return { units, values: rowsOfSamples(values, units, samples) };
}
