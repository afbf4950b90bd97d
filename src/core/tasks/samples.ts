import { Fingerprint } from '../experiment/fingerprint.ts';
import type { SamplesSpec } from './own-task-name.ts';
import { formatOwn } from './own-task-name.ts';
import type { Task } from './task.ts';

/** Samples of a file, as the file has them. */
export interface SampleSet {
  readonly features: number;
  readonly classes: number;
  /** (samples, features), row-major, finite; no -0. */
  readonly values: Float32Array;
  /** Class of each sample, (samples). */
  readonly labels: Uint8Array;
}

/** A chain (see Fingerprint) over samples, features, classes, then labels, then values: 16 hexadecimal digits. */
export function digestOfSamples({ features, classes, values, labels }: SampleSet): string {
  const chain = new Fingerprint(0);
  chain.add(Uint32Array.of(labels.length, features, classes));
  chain.add(Uint32Array.from(labels));
  chain.add(values);
  return chain.text().replaceAll(' ', '');
}

/**
 * Samples as a task. Equal inputs stay apart as samples, and count as one input in H(X); their classes may differ.
 *
 * @throws RangeError if they are not those that the spec names
 */
export function samplesTask(spec: SamplesSpec, set: SampleSet): Task & { readonly inputs: Float32Array } {
  const { features, classes, values, labels } = set;
  const found = digestOfSamples(set);
  if (found !== spec.digest) throw new RangeError(`these samples have the digest ${found}`);
  return {
    name: formatOwn(spec),
    samples: labels.length,
    features,
    inputs: spec.scaled ? scaledToOne(values, features) : values,
    labels,
    classes,
    image: null,
    ownTrainSamples: null,
  };
}

/** Each feature as (v - smallest) / (largest - smallest), rounded to float32; 0 where it is constant. */
export function scaledToOne(values: Float32Array, features: number): Float32Array {
  const scaled = new Float32Array(values.length);
  for (const [feature, [low, high]] of endsOf(values, features).entries()) {
    for (let i = feature; high > low && i < values.length; i += features) {
      scaled[i] = ((values[i] ?? 0) - low) / (high - low);
    }
  }
  return scaled;
}

/** Smallest and largest of each feature. */
export function endsOf(values: Float32Array, features: number): [low: number, high: number][] {
  return Array.from({ length: features }, (_, feature) => {
    let [low, high] = [Infinity, -Infinity];
    for (let i = feature; i < values.length; i += features) {
      low = Math.min(low, values[i] ?? 0);
      high = Math.max(high, values[i] ?? 0);
    }
    return [low, high];
  });
}

/** "SMP1" read as a little-endian uint32. */
const magic = 0x31504d53;
const headLength = 16;

/** Samples as bytes: four little-endian uint32 (`magic`, samples, features, classes), the labels, the float32 values. */
export function packSamples({ features, classes, values, labels }: SampleSet): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headLength + labels.length + 4 * values.length);
  const view = new DataView(bytes.buffer);
  for (const [i, word] of [magic, labels.length, features, classes].entries())
    view.setUint32(4 * i, word, true);
  bytes.set(labels, headLength);
  const at = headLength + labels.length;
  for (const [i, value] of values.entries()) view.setFloat32(at + 4 * i, value, true);
  return bytes;
}

/** The samples that `packSamples` packed. @throws RangeError if the bytes are none */
export function unpackSamples(bytes: Uint8Array): SampleSet {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (i: number): number => (bytes.length < headLength ? 0 : view.getUint32(4 * i, true));
  const [samples, features, classes] = [word(1), word(2), word(3)];
  const at = headLength + samples;
  if (word(0) !== magic || bytes.length !== at + 4 * samples * features) {
    throw new RangeError('these are no packed samples');
  }
  const values = Float32Array.from({ length: samples * features }, (_, i) =>
    view.getFloat32(at + 4 * i, true),
  );
  return { features, classes, values, labels: bytes.slice(headLength, at) };
}
